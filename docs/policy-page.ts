import type { Example, Examples } from "../policies/examples";
import { tagsOf } from "../policies/framework";
import type { Group } from "../policies/group";
import type { Level, Rule } from "../policies/rule";
import type { Setting } from "../policies/settings";
import { anchor, code, names, table } from "./markdown";
import { counterpart, judgedClasses, messagesOf, plainest, shownExample } from "./policy-examples";

/** The page docs/policies/<rule>.md, from the rule and the examples that stand beside it. */
export async function policyPage(rule: Rule, group: Group, examples: Examples): Promise<string> {
  const denied = plainest(examples.denied);
  const allowed = counterpart(denied, examples.allowed);
  const messages = await messagesOf(rule, denied);
  const parts = [
    `# ${rule.name}`,
    rule.description,
    rule.why,
    facts(rule, group, examples),
    "## Denied",
    `For example ${denied.title}:`,
    shownExample(rule, denied),
    "The policy then says:",
    code("text", messages.join("\n")),
    ...others("It also denies", examples.denied, denied),
    "## Allowed",
    `For example ${allowed.title}:`,
    shownExample(rule, allowed),
    ...others("It also allows", examples.allowed, allowed),
    ...undecided(examples),
    "## How to mend it",
    rule.remediationSteps,
    ...remediation(rule),
    ...settings(rule),
    "## How to exempt a resource",
    exemption(rule, examples),
    ...judgedSection(rule, judgedClasses(rule, examples)),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The level of a rule in an environment, before any config of the pack. */
export function levelIn(environment: "dev" | "prod", { level }: Rule): Level {
  return typeof level === "string" ? level : level[environment];
}

/** The level of a rule in words: one word, or one for each environment. */
export function levels(rule: Rule): string {
  const inWords = (level: Level) => (level === "disabled" ? "off" : level);
  const [dev, prod] = [inWords(levelIn("dev", rule)), inWords(levelIn("prod", rule))];
  return dev === prod ? dev : `${dev} in dev, ${prod} in prod`;
}

function facts(rule: Rule, group: Group, examples: Examples): string {
  const source = (ending: string) => `[${rule.name}${ending}](../../policies/rules/${rule.name}${ending})`;
  const rows = [
    ["level", levels(rule).replace(/^\w+$/, "$& in dev and prod")],
    ["severity", rule.severity],
    ["group", `[${group.title}](README.md#${anchor(group.title)})`],
    ["judges", judged(rule, judgedClasses(rule, examples))],
    ["when", moments(rule)],
    ["controls", `${tagsOf(rule.controls).join(", ") || "none"} ([by standard](standards.md))`],
    ["can mend it itself", rule.remediate ? "yes" : "no"],
    ["read more", rule.url],
    ["source", `${source(".ts")}, and every example, which are its tests: ${source(".examples.ts")}`],
  ];
  return table(["", ""], rows);
}

/** As many classes as a line takes; up to the second number more stand in a section of their own. */
const [fewClasses, manyClasses] = [20, 100];

function judged({ name, types }: Rule, classes: readonly string[]): string {
  if (types.some((type) => type.endsWith("*"))) return "every resource of AWS";
  if (classes.length === 0) return "the stack as a whole";
  if (classes.length <= fewClasses) return names(classes);
  const place = classes.length <= manyClasses ? "#what-it-judges" : `../../policies/rules/${name}.ts`;
  return `[${classes.length} kinds of resources](${place})`;
}

function judgedSection({ types }: Rule, classes: readonly string[]): string[] {
  if (types.some((type) => type.endsWith("*"))) return [];
  if (classes.length <= fewClasses || classes.length > manyClasses) return [];
  return ["## What it judges", names(classes)];
}

/** When a rule speaks, which decides whether an `up` is stopped before or after the resource is made. */
function moments(rule: Rule): string {
  const each = "before each resource is made";
  const end = "at the end, of the whole stack: in a preview before anything is made, in an `up` after it";
  return [...(rule.resource ? [each] : []), ...(rule.stack ? [end] : [])].join("; and ");
}

function others(start: string, all: readonly Example[], shown: Example): string[] {
  const rest = all.filter((example) => example !== shown).map(({ title }) => `- ${title}`);
  return rest.length === 0 ? [] : [`${start}:`, rest.join("\n")];
}

function undecided({ undecided: examples }: Examples): string[] {
  if (examples.length === 0) return [];
  const list = examples.map(({ title }) => `- ${title}`).join("\n");
  return ["## Undecided at preview", "It says that it cannot tell yet, and refuses nothing, of:", list];
}

function remediation({ name, remediate }: Rule): string[] {
  if (!remediate) return [];
  const config = code("json", JSON.stringify({ [name]: "remediate" }));
  return ["Or let the policy mend the resource instead of refusing it, with this in the pack's config:", config];
}

function settings(rule: Rule): string[] {
  const rows = Object.entries(rule.settings ?? {}).map(([name, { schema, default: initial }]) => [
    `\`${name}\``,
    typeInWords(schema),
    `\`${JSON.stringify(initial)}\``,
    schema.description ?? "",
  ]);
  if (rows.length === 0) return [];
  const how = "Set [in the pack's config](your-project.md#levels-and-settings), under the policy's name.";
  return ["## Settings", how, table(["setting", "type", "if left out", "what it is"], rows)];
}

/** A setting's JSON schema in words: `list of whole numbers, 0 to 65535`. */
function typeInWords({ type, items, minimum, maximum, enum: options }: Setting<unknown>["schema"]): string {
  if (options) return options.map((option) => `\`${JSON.stringify(option)}\``).join(" or ");
  if (type === "array" && typeof items === "object" && !Array.isArray(items)) return `list of ${typeInWords(items)}`;
  if (type === "object") return "map of text";
  if (type === "boolean") return "true or false";
  if (type !== "integer") return "text";
  if (minimum !== undefined && maximum !== undefined) return `whole number, ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `whole number, ${minimum} or more`;
  return maximum === undefined ? "whole number" : `whole number, ${maximum} or less`;
}

function exemption({ name, severity }: Rule, { denied }: Examples): string {
  const more = "[More about exemptions](your-project.md#exemptions).";
  if (denied.every(({ says }) => Object.keys(says).every((subject) => subject === ""))) {
    return `It speaks of the stack as a whole, so there is no resource to exempt: set its level in the pack's config. ${more}`;
  }
  if (severity === "critical") {
    const accepted = { resource: "name", reason: "why it is right here", approvedBy: "Ada", expires: "2027-01-31" };
    const config = code("json", JSON.stringify({ [name]: { exemptions: [accepted] } }, null, 2));
    return `It is critical, so only the pack's own config can. ${more}\n\n${config}`;
  }
  const stack = `tierwork:exemptions:
  - policy: ${name}
    resource: name              # or a URN, or a pattern with *
    reason: why it is right here
    approvedBy: Ada
    expires: "2027-01-31"`;
  return `In the stack file. ${more}\n\n${code("yaml", stack)}`;
}
