import { join } from "node:path";
import { stringify } from "yaml";
import type { Example, Examples, FoundExample } from "../policies/examples";
import { holdsUnknown } from "../policies/facts/value";
import type { Rule } from "../policies/rule";
import { judgeBy } from "../tests/policies/judged";
import { className, programOf } from "./example-program";
import { code } from "./markdown";

/** As many characters of JSON as a reader takes in at once. */
const short = 1000;

/** The examples that stand beside a rule. */
export function examplesOf({ name }: Rule): Examples {
  return (require(join(__dirname, `../policies/rules/${name}.examples`)) as { examples: Examples }).examples;
}

/** The classes of resources that a rule is about, and those that its denied examples are denied for. */
export function judgedClasses(rule: Rule, { denied }: Examples): string[] {
  const found = denied.flatMap(({ says, resources }) =>
    Object.keys(says).flatMap((name) => resources[name]?.type ?? []),
  );
  const about = [...rule.types, ...(rule.subjects ?? [])].filter((type) => !type.endsWith("*"));
  return [...new Set([...about, ...found].map(className))].sort();
}

/** The denied example that tells most with least: the first that is short and needs nothing but resources. */
export function plainest<E extends Example>(examples: readonly E[]): E {
  const size = ({ resources }: Example) => JSON.stringify(resources).length;
  const isPlain = (example: E) => background(example).length === 0 && !holdsUnknown(example.resources);
  // A state marks what nobody wrote by properties such as `__defaults`.
  const plain = examples.filter((example) => isPlain(example) && !JSON.stringify(example.resources).includes('"__'));
  const ofAtMost = (most: number, among: readonly E[]) => among.find((example) => size(example) <= most);
  const [shortest] = [...examples].sort((a, b) => size(a) - size(b));
  const chosen = ofAtMost(short, plain) ?? ofAtMost(2 * short, plain) ?? ofAtMost(short, examples) ?? shortest;
  if (!chosen) throw new Error("a rule has no example");
  return chosen;
}

/** The allowed example of that kind that holds a resource such as the denied one is denied for. */
export function counterpart({ says, resources }: FoundExample, allowed: readonly Example[]): Example {
  const types = Object.keys(says).flatMap((name) => resources[name]?.type ?? []);
  const alike = allowed.filter((example) => Object.values(example.resources).some(({ type }) => types.includes(type)));
  return plainest(alike.length > 0 ? alike : allowed);
}

/** An example as a reader sees it: what it stands on, and its program. */
export function shownExample(rule: Rule, example: Example): string {
  const program = programOf(example.resources);
  const parts = [...background(example, rule), ...(program === "" ? [] : [code("ts", program)])];
  if (holdsUnknown(example.resources)) parts.push("Here `notKnownYet` stands for a value that AWS has yet to make.");
  return parts.join("\n\n");
}

/** What the rule says of an example at preview. */
export async function messagesOf(rule: Rule, example: Example): Promise<string[]> {
  return (await judgeBy(rule, example, "preview")).map(({ message }) => message);
}

/** What an example supposes beside its resources. */
function background(example: Example, rule?: Rule): string[] {
  const { resources, settings, config, environment, provider, exemptions } = example;
  const hasExemptions = exemptions !== undefined && (JSON.stringify(exemptions) !== "[]" || !Object.keys(resources)[0]);
  const own = rule && settings ? { [rule.name]: settings } : settings;
  const ofPack = { ...own, ...config };
  const said: string[] = [];
  if (environment) said.push(`In a stack whose \`tierwork:environment\` is \`${environment}\`:`);
  if (Object.keys(ofPack).length > 0) said.push("With this in the pack's config:", json(ofPack));
  if (provider) said.push("With these properties of the AWS provider:", json(provider));
  if (hasExemptions) {
    // As of YAML 1.1, which the CLI reads, a day is quoted.
    const text = stringify({ "tierwork:exemptions": exemptions }, { version: "1.1" }).trimEnd();
    said.push("With this in the stack file:", code("yaml", text));
  }
  return said;
}

function json(value: unknown): string {
  return code("json", JSON.stringify(value, null, 2));
}
