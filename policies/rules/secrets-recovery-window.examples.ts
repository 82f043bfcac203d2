import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const secret = (props: object) => ({ type: "aws:secretsmanager/secret:Secret", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "secrets that are gone at once",
      resources: { db: secret({ recoveryWindowInDays: 0 }), api: secret({ recoveryWindowInDays: "0" }) },
      says: {
        db: "recoveryWindowInDays is 0; leave it out or set it to 7 or more",
        api: "recoveryWindowInDays is 0",
      },
    },
  ],
  allowed: [
    {
      title: "secrets that wait, as they do when nothing is said",
      resources: { db: secret({}), api: secret({ recoveryWindowInDays: 7 }) },
    },
  ],
  undecided: [
    {
      title: "a wait that is not known",
      resources: { db: secret({ recoveryWindowInDays: UNKNOWN }) },
      says: { db: "recoveryWindowInDays is not known yet" },
    },
  ],
};
