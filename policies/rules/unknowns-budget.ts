import { rule } from "../rule";
import { integer } from "../settings";

export const unknownsBudget = rule({
  name: "unknowns-budget",
  displayName: "Few verdicts wait for the deployment",
  description:
    "The policies can decide about nearly all of a stack at preview: what they cannot decide then, nobody reviews.",
  why: "Each of them may become a finding in the midst of a deployment, or when the resource already stands.",
  severity: "low",
  level: "advisory",
  url: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
  remediationSteps:
    "Write down in the program what is known when it is written, such as names and booleans, rather than taking it from other resources.",
  controls: {},
  settings: { max: integer(20, "The most verdicts that may be open at preview.", { minimum: 0 }) },
  types: [],
  stack({ run: { undecided }, settings, onStack }) {
    const counts = undecided.take();
    const open = counts.reduce((sum, { resources }) => sum + resources, 0);
    if (open <= settings.max) return;
    const [first, second, third, ...others] = counts.map(({ policy, resources }) => `${policy} ${resources}`);
    const most = [first, second, third].filter((count) => count !== undefined).join(", ");
    const rest = others.length > 0 ? ` and ${others.length} more policies` : "";
    onStack.deny(`${open} verdicts are undecided, and at most ${settings.max} should be: ${most}${rest}`);
  },
});
