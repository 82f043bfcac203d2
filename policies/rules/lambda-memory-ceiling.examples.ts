import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const lambda = (props: object = {}) => ({ type: "aws:lambda/function:Function", props: { handler: "a.b", ...props } });
const provisioned = (provisionedConcurrentExecutions: unknown) => ({
  type: "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  props: { functionName: "a", qualifier: "live", provisionedConcurrentExecutions },
});

export const examples: Examples = {
  denied: [
    {
      title: "more memory or provisioned concurrency than agreed",
      resources: { a: lambda({ memorySize: 4096 }), b: provisioned("50") },
      says: {
        a: "memorySize is 4096; set it to 2048 or less",
        b: "provisionedConcurrentExecutions is 50; set it to 10 or less",
      },
    },
    {
      title: "more than the settings allow",
      settings: { maxMemoryMiB: 256, maxProvisionedConcurrency: 0 },
      resources: { a: lambda({ memorySize: 512 }), b: provisioned(1) },
      says: { a: "set it to 256 or less", b: "set it to 0 or less" },
    },
  ],
  allowed: [
    {
      title: "as much as agreed, or the default",
      resources: { a: lambda({ memorySize: 2048 }), b: lambda(), c: provisioned(10) },
    },
  ],
  undecided: [
    {
      title: "numbers that are not known",
      resources: { a: lambda({ memorySize: UNKNOWN }), b: provisioned(UNKNOWN) },
      says: { a: "memorySize", b: "provisionedConcurrentExecutions" },
    },
  ],
};
