import { functionType } from "../facts/lambda-functions";
import { asNumber, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaConcurrency = rule({
  name: "lambda-concurrency",
  displayName: "Functions have a limit of their own",
  description: "Every Lambda function reserves concurrency, so that none takes all that the account has.",
  why: "One function in a loop or under load otherwise has all other functions of the account throttled.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
  remediationSteps:
    "Set reservedConcurrentExecutions to how many may run at once. It is taken from what the account has in the region.",
  controls: {},
  types: [functionType],
  resource({ resource, deny, undecided }) {
    // On instances of its own a function takes nothing from the others.
    if (at(resource.props, "capacityProviderConfig") !== undefined) return;
    const reserved = asNumber(at(resource.props, "reservedConcurrentExecutions"));
    if (reserved === UNKNOWN) undecided("reservedConcurrentExecutions");
    // -1 is how the provider says that there is no limit; 0 lets nothing run.
    else if (reserved === undefined || reserved < 0) {
      deny(`reservedConcurrentExecutions is ${shown(reserved)}; set it to how many may run at once`);
    }
  },
});
