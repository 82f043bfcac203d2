import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "functions without a limit",
      resources: { bare: of({}), none: of({ reservedConcurrentExecutions: -1 }) },
      says: {
        bare: "reservedConcurrentExecutions is not set; set it to how many may run at once",
        none: "reservedConcurrentExecutions is -1",
      },
    },
  ],
  allowed: [
    {
      title: "functions with one, also of nothing, and those on instances of their own",
      resources: {
        some: of({ reservedConcurrentExecutions: "10" }),
        off: of({ reservedConcurrentExecutions: 0 }),
        instances: of({ capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: {} } }),
      },
    },
  ],
  undecided: [
    {
      title: "a limit that is not known",
      resources: { some: of({ reservedConcurrentExecutions: UNKNOWN }) },
      says: { some: "reservedConcurrentExecutions is not known yet" },
    },
  ],
};
