import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: Record<string, unknown>) => ({ type: "aws:lb/targetGroup:TargetGroup", props });

export const examples: Examples = {
  denied: [
    {
      title: "no delay, or one that holds deployments up",
      resources: {
        none: group({ deregistrationDelay: 0 }),
        long: group({ deregistrationDelay: "3600" }),
        alias: { type: "aws:alb/targetGroup:TargetGroup", props: { deregistrationDelay: "0" } },
      },
      says: {
        none: "deregistrationDelay is 0 seconds; set it to 1 or more",
        long: "deregistrationDelay is 3600 seconds; set it to 900 or less",
        alias: "deregistrationDelay is 0 seconds",
      },
    },
    {
      title: "AWS's default where the settings want less",
      resources: { web: group({}) },
      settings: { max: 120 },
      says: { web: "deregistrationDelay is 300 seconds; set it to 120 or less" },
    },
  ],
  allowed: [
    {
      title: "delays in between, said or not, and a function, which is not drained",
      resources: {
        silent: group({}),
        said: group({ deregistrationDelay: "30" }),
        call: group({ targetType: "lambda", deregistrationDelay: 0 }),
      },
    },
  ],
  undecided: [
    {
      title: "a delay that is not known",
      resources: { web: group({ deregistrationDelay: UNKNOWN }) },
      says: { web: "deregistrationDelay is not known yet" },
    },
  ],
};
