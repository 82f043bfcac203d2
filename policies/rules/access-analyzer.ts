import { isAccountStack } from "../facts/account-stacks";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** The analyzers that look for access from outside; others look for access that nobody uses. */
const external = ["ACCOUNT", "ORGANIZATION"];

export const accessAnalyzer = rule({
  name: "access-analyzer",
  displayName: "Accounts look for access from outside",
  description: "A stack that sets up an account makes an analyzer that finds what others can reach.",
  why: "Policies are many and long; the analyzer finds among them those that let in somebody outside of the account.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html",
  remediationSteps: 'Add an aws.accessanalyzer.Analyzer of type "ACCOUNT" in each region that is used.',
  controls: { cis: ["2.18"] },
  types: [],
  stack({ stack, onStack }) {
    if (!isAccountStack(stack)) return;
    // An analyzer is one for its account unless it says otherwise.
    const types = stack
      .ofType("aws:accessanalyzer/analyzer:Analyzer")
      .map(({ props }) => asText(at(props, "type")) ?? "ACCOUNT");
    if (types.some((type) => typeof type === "string" && external.includes(type))) return;
    if (types.includes(UNKNOWN)) onStack.undecided("the type of its analyzer");
    else
      onStack.deny("it sets up an account and no analyzer of access from outside; add an aws.accessanalyzer.Analyzer");
  },
});
