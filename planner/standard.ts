import {
  type Control,
  controlsOf,
  type Rule,
  rules,
  type Standard,
  standards,
  tokensOf,
  type Verdict,
} from "../policies/catalogue";
import type { Finding, Judgement } from "./finding";
import { InputError } from "./input-error";
import type { Plan, PlannedResource } from "./plan";
import { typeOf } from "./urn";

/** How many resources stand how; each resource that a control is about counts once, by the worst that is said of it. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly undecided: number;
  readonly exempt: number;
}

/** What can come out for a control, in words. */
export const OUTCOMES = [
  "failed",
  "undecided",
  "exempt",
  "passed",
  // What was looked at has passed, and a rule leaves out some of what the control is about.
  "passed in part",
  // Of the stack as a whole nothing is said, and what was looked at cannot be counted.
  "no finding",
  // Nothing in the stack is of a type that the control is about.
  "no resource",
  // Every rule that decides it is disabled, by the environment or by the pack's config.
  "off",
  "no plan can decide",
  "no rule yet",
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What a run says of one control. */
export interface ControlReport extends Pick<Control, "id" | "title" | "url" | "needs" | "outside" | "related"> {
  readonly outcome: Outcome;
  /** The rules that carry its id; one that is off decides nothing. */
  readonly rules: readonly { readonly name: string; readonly off?: true }[];
  readonly resources: Counts;
  /** What is said of the stack as a whole, where a rule speaks of that. */
  readonly stack?: "failed" | "undecided" | "no finding";
  /** What its rules, of those that are on, leave out of what it asks for. */
  readonly leavesOut?: readonly string[];
}

/** What a run says of every control of a standard. */
export interface StandardReport extends Pick<Standard, "name" | "title" | "version" | "source"> {
  readonly controls: readonly ControlReport[];
  /** How many controls of the standard, without those outside of it, came out how. */
  readonly sums: Readonly<Record<Outcome, number>>;
}

/** @throws InputError when there is no such standard */
export function standardNamed(name: string): Standard {
  const standard = standards.find((one) => one.name === name);
  if (standard) return standard;
  const known = standards.map((one) => one.name).sort();
  throw new InputError(`--standard must be one of ${known.join(", ")}, got "${name}"`);
}

/** Sums up a judgement by the pack here, control by control. */
export function reportOn(standard: Standard, plan: Plan, judgement: Judgement): StandardReport {
  const { name, title, version, source } = standard;
  const deciders = new Map<Control, Rule[]>(standard.controls.map((control) => [control, []]));
  for (const rule of rules)
    for (const control of controlsOf(standard, rule.controls)) deciders.get(control)?.push(rule);
  const judged = new Judged(standard, plan, judgement);
  const controls = [...deciders].map(([control, deciding]) => judged.control(control, deciding));
  const listed = controls.filter(({ outside }) => outside === undefined);
  const sums = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, listed.filter((control) => control.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  return { name, title, version, source, controls, sums };
}

/** The worst first. */
const STANDINGS = ["failed", "undecided", "exempt", "passed"] as const;
type Standing = (typeof STANDINGS)[number];

const standingOf: Readonly<Record<Verdict, Standing>> = { denied: "failed", undecided: "undecided", exempt: "exempt" };

/** A plan and what policies said of it, by what a report asks for. */
class Judged {
  private readonly on: ReadonlySet<string>;
  private readonly findings = new Map<string, Finding[]>();
  private readonly byType = new Map<string, PlannedResource[]>();

  constructor(
    private readonly standard: Standard,
    plan: Plan,
    judgement: Judgement,
  ) {
    this.on = new Set(judgement.policies.map(({ name }) => name));
    for (const finding of judgement.findings) push(this.findings, finding.policy, finding);
    for (const resource of plan.resources) if (!resource.external) push(this.byType, resource.type, resource);
  }

  control(control: Control, deciding: readonly Rule[]): ControlReport {
    const { id, title, url, needs, outside, related } = control;
    const active = deciding.filter(({ name }) => this.on.has(name));
    const standings = this.standings(control, active);
    const count = (standing: Standing) => [...standings.values()].filter((one) => one === standing).length;
    const resources = {
      passed: count("passed"),
      failed: count("failed"),
      undecided: count("undecided"),
      exempt: count("exempt"),
    };
    const stack = this.ofStack(control, active);
    const leavesOut = active.flatMap(({ narrower = {} }) => narrower[id] ?? []);
    const outcome = outcomeOf(control, deciding, active, resources, stack);
    return {
      id,
      title,
      url,
      outcome: outcome === "passed" && leavesOut.length > 0 ? "passed in part" : outcome,
      rules: deciding.map(({ name }) => ({ name, ...(!this.on.has(name) && { off: true as const }) })),
      resources,
      ...(stack && { stack }),
      ...(leavesOut.length > 0 && { leavesOut }),
      ...(needs && { needs }),
      ...(outside && { outside }),
      ...(related && { related }),
    };
  }

  /** The resources that a control is about, by URN, each with the worst that its rules say of it. */
  private standings(control: Control, active: readonly Rule[]): Map<string, Standing> {
    const standings = new Map<string, Standing>();
    const { about } = control;
    const aboutTypes = about && tokensOf(about);
    const isAbout = (type: string) => aboutTypes?.has(type) ?? true;
    for (const { types, subjects = types } of active) {
      const { has } = tokensOf(subjects);
      for (const [type, resources] of this.byType) {
        if (has(type) && isAbout(type)) for (const { urn } of resources) standings.set(urn, "passed");
      }
    }
    for (const { urn, verdict } of this.said(control, active)) {
      if (urn === undefined || !isAbout(typeOf(urn))) continue;
      const [before, now] = [standings.get(urn) ?? "passed", standingOf[verdict]];
      standings.set(urn, STANDINGS.indexOf(now) < STANDINGS.indexOf(before) ? now : before);
    }
    return standings;
  }

  private ofStack(control: Control, active: readonly Rule[]): ControlReport["stack"] {
    const found = this.said(control, active).filter(({ urn }) => urn === undefined);
    if (found.some(({ verdict }) => verdict === "denied")) return "failed";
    if (found.length > 0) return "undecided";
    return active.some(({ types, subjects = types }) => subjects.length === 0) ? "no finding" : undefined;
  }

  /** What rules say, without what is about others of their controls. */
  private said({ id }: Control, active: readonly Rule[]): Finding[] {
    const { key } = this.standard;
    return active
      .flatMap(({ name }) => this.findings.get(name) ?? [])
      .filter(({ controls }) => controls === undefined || controls[key]?.includes(id));
  }
}

function outcomeOf(
  { needs }: Control,
  deciding: readonly Rule[],
  active: readonly Rule[],
  resources: Counts,
  stack: ControlReport["stack"],
): Outcome {
  if (needs) return "no plan can decide";
  if (deciding.length === 0) return "no rule yet";
  if (active.length === 0) return "off";
  return STANDINGS.find((standing) => resources[standing] > 0 || stack === standing) ?? stack ?? "no resource";
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
