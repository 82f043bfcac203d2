import type { Colors } from "picocolors/types";
import { stringify } from "yaml";
import { type Finding, isViolation, type Judgement, type Remediation } from "../finding";
import { isProvider } from "../monitor";
import type { Json, Plan, PlannedResource } from "../plan";
import { ACCOUNT_ID, MARK } from "../stand-ins/setting";
import { isStack, nameOf, typeOf } from "../urn";
import { isObject, isSecret, UNKNOWN } from "../wire";

export interface TextOptions {
  /** Colours, or the same functions doing nothing. */
  readonly colors: Colors;
  /** Also print every resource's inputs. */
  readonly inputs: boolean;
  readonly region: string;
  readonly notes: readonly string[];
}

/** A plan and its judgement for a person at a terminal. */
export function text(plan: Plan, judgement: Judgement, options: TextOptions): string {
  return [
    heading(plan, options),
    tree(plan, options),
    exportsOf(plan, options),
    options.notes.map((note) => `${options.colors.yellow("note:")} ${note}`).join("\n"),
    remediations(judgement.remediations, options),
    findings(plan, judgement, options),
    summary(plan, judgement, options),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function heading(plan: Plan, { colors, region }: TextOptions): string {
  return `${colors.bold(`${plan.project} on ${plan.stack}`)}, ${region}: planned offline, nothing was created`;
}

function tree(plan: Plan, options: TextOptions): string {
  const children = new Map<string, PlannedResource[]>();
  for (const resource of plan.resources) {
    if (isStack(resource.urn) || (isProvider(resource.type) && resource.parent === undefined)) continue;
    const siblings = children.get(resource.parent ?? "") ?? [];
    siblings.push(resource);
    children.set(resource.parent ?? "", siblings);
  }
  const root = plan.resources.find(({ urn }) => isStack(urn))?.urn ?? "";
  return branches(children, root, "", options).join("\n");
}

function branches(
  children: Map<string, PlannedResource[]>,
  parent: string,
  indent: string,
  options: TextOptions,
): string[] {
  const siblings = [...(children.get(parent) ?? [])].sort(byTypeAndName);
  return siblings.flatMap((resource, index) => {
    const last = index === siblings.length - 1;
    const below = `${indent}${last ? "   " : "│  "}`;
    return [
      `${indent}${last ? "└─ " : "├─ "}${line(resource, options)}`,
      ...(options.inputs
        ? inputsOf(resource, `${below}${children.has(resource.urn) ? "│    " : "     "}`, options)
        : []),
      ...branches(children, resource.urn, below, options),
    ];
  });
}

function byTypeAndName(a: PlannedResource, b: PlannedResource): number {
  const key = ({ custom, type, name }: PlannedResource) => `${custom ? 1 : 0} ${type} ${name}`;
  return key(a) < key(b) ? -1 : 1;
}

function line(resource: PlannedResource, { colors }: TextOptions): string {
  const { options } = resource;
  const marks = [
    resource.remote && "children are made by a plugin and not shown",
    resource.external && "read, not created",
    options.protect && "protected",
    options.retainOnDelete && "retained on delete",
    options.importId && `imported from ${options.importId}`,
    options.ignoreChanges && `ignores changes of ${options.ignoreChanges.join(", ")}`,
  ].filter((mark) => typeof mark === "string");
  const suffix = marks.length > 0 ? colors.dim(` (${marks.join("; ")})`) : "";
  return `${colors.cyan(shortType(resource.type))} ${visible(resource.name)}${suffix}`;
}

/** `aws:ec2/launchTemplate:LaunchTemplate` as `aws.ec2.LaunchTemplate`: as it is written in a program. */
function shortType(type: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  return [pkg, module.split("/")[0], name].filter((part) => part !== "index" && part !== "").join(".");
}

function inputsOf(resource: PlannedResource, indent: string, { colors }: TextOptions): string[] {
  if (Object.keys(resource.inputs).length === 0) return [];
  const written = stringify(readable(resource.inputs), { lineWidth: 0, sortMapEntries: true });
  return written
    .trimEnd()
    .split("\n")
    .map((row) => colors.dim(`${indent}${row}`));
}

/** A text without what would steer the reader's terminal: names and messages come from programs of anybody. */
function visible(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  return words.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

/** A value as the tree shows it: secrets hidden, unknowns and stand-ins marked. */
function readable(value: Json): Json {
  if (isSecret(value)) return "[secret]";
  if (value === UNKNOWN) return "[unknown until created]";
  if (typeof value === "string") return value.includes(MARK) || value.includes(ACCOUNT_ID) ? `≈ ${value}` : value;
  if (Array.isArray(value)) return value.map(readable);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]));
}

function exportsOf(plan: Plan, { colors }: TextOptions): string {
  const names = Object.keys(plan.outputs).sort();
  if (names.length === 0) return "";
  const rows = names.map((name) => `  ${name}: ${JSON.stringify(readable(plan.outputs[name] ?? null))}`);
  return [colors.bold("Outputs"), ...rows].join("\n");
}

function remediations(list: readonly Remediation[], { colors }: TextOptions): string {
  if (list.length === 0) return "";
  const rows = list.map(
    ({ policy, urn, changes }) =>
      `  ${policy} sets ${JSON.stringify(readable(changes))} on ${shortType(typeOf(urn))} ${visible(nameOf(urn))}`,
  );
  return [colors.bold("Remediated before creation"), ...rows].join("\n");
}

function findings(plan: Plan, { findings: found }: Judgement, options: TextOptions): string {
  if (found.length === 0) return "";
  return [options.colors.bold("Policies say"), ...found.map((finding) => said(plan, finding, options))].join("\n");
}

function said(plan: Plan, finding: Finding, { colors }: TextOptions): string {
  const label = isViolation(finding)
    ? colors.red("mandatory")
    : finding.verdict === "denied"
      ? colors.yellow("advisory")
      : finding.verdict;
  const position = plan.resources.find(({ urn }) => urn === finding.urn)?.position;
  const place = position ? colors.dim(` ${position.file}:${position.line}`) : "";
  const severity = finding.severity ? ` (${finding.severity})` : "";
  const message = visible(finding.message)
    .split("\n")
    .map((row) => `      ${row}`)
    .join("\n");
  return `  ${label} ${colors.bold(finding.policy)}${severity}${place}\n${message}`;
}

function summary(plan: Plan, judgement: Judgement, { colors }: TextOptions): string {
  const created = plan.resources.filter(({ urn, type, external }) => !isStack(urn) && !isProvider(type) && !external);
  const components = created.filter(({ custom }) => !custom).length;
  const opaque = created.filter(({ remote }) => remote).length;
  const of = (verdict: Finding["verdict"]) => judgement.findings.filter((finding) => finding.verdict === verdict);
  const violations = of("denied").filter(isViolation).length;
  const counts = [
    `${violations} mandatory`,
    `${of("denied").length - violations} advisory`,
    `${of("undecided").length} undecided`,
    `${of("exempt").length} exempt`,
  ].join(", ");
  const shown = [
    `To create: ${created.length - components} resources in ${components} components${opaque > 0 ? ` (${opaque} of them not expanded)` : ""}.`,
    `Judged by ${judgement.policies} policies: ${counts}.`,
    violations > 0
      ? colors.red("Refused: a deployment would stop at the mandatory findings.")
      : colors.green("Allowed."),
  ];
  return shown.join("\n");
}
