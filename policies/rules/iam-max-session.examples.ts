import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const role = (props: object) => ({ type: "aws:iam/role:Role", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "sessions of more than an hour",
      resources: { ops: role({ maxSessionDuration: 43_200 }), web: role({ maxSessionDuration: "7200" }) },
      says: {
        ops: "maxSessionDuration is 43200; set it to 3600 or less",
        web: "maxSessionDuration is 7200; set it to 3600 or less",
      },
    },
  ],
  allowed: [
    {
      title: "an hour, which is what AWS allows by itself",
      resources: { web: role({}), app: role({ maxSessionDuration: 3600 }) },
    },
    {
      title: "as long as is set",
      settings: { seconds: 14_400 },
      resources: { ops: role({ maxSessionDuration: 14_400 }) },
    },
  ],
  undecided: [
    {
      title: "a duration that is not known",
      resources: { web: role({ maxSessionDuration: UNKNOWN }) },
      says: { web: "maxSessionDuration is not known yet" },
    },
  ],
};
