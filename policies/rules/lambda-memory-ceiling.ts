import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

const provisionedType = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";

export const lambdaMemoryCeiling = rule({
  name: "lambda-memory-ceiling",
  displayName: "Functions stay under a ceiling of memory",
  description: "No Lambda function has more memory, and no version or alias more provisioned concurrency, than agreed.",
  why: "Lambda bills memory for as long as a function runs, and provisioned concurrency also while nothing runs.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html",
  remediationSteps:
    "Lower the memory or the provisioned concurrency, or raise the ceiling once somebody has agreed to it.",
  controls: {},
  settings: {
    maxMemoryMiB: integer(2048, "The most memory that a function may have, in MiB.", { minimum: 128 }),
    maxProvisionedConcurrency: integer(10, "The most executions that may be provisioned.", { minimum: 0 }),
  },
  types: ["aws:lambda/function:Function", provisionedType],
  resource({ resource: { type, props }, settings, deny, undecided }) {
    const [property, max] =
      type === provisionedType
        ? (["provisionedConcurrentExecutions", settings.maxProvisionedConcurrency] as const)
        : (["memorySize", settings.maxMemoryMiB] as const);
    // Without a word a function has 128 MiB.
    const stated = asNumber(at(props, property));
    if (stated === UNKNOWN) undecided(property);
    else if (stated !== undefined && stated > max) deny(`${property} is ${stated}; set it to ${max} or less`);
  },
});
