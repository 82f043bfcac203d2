import type { Severity } from "@pulumi/policy";
import type { Verdict, Violation } from "../policies/catalogue";
import type { JsonObject } from "./plan";

export type Level = "advisory" | "mandatory";

/** One thing that a policy says. */
export interface Finding {
  readonly policy: string;
  readonly severity?: Severity;
  readonly level: Level;
  readonly verdict: Verdict;
  readonly message: string;
  /** The resource; absent when the policy speaks of the stack. */
  readonly urn?: string;
  /** The controls of a standard that it is about, where they are not all that the policy decides. */
  readonly controls?: Violation["controls"];
}

/** A resource that a policy would change before it is created. */
export interface Remediation {
  readonly policy: string;
  readonly urn: string;
  /** The properties that change, as they would be. */
  readonly changes: JsonObject;
}

/** A policy that ran, as it describes itself. */
export interface JudgingPolicy {
  readonly name: string;
  readonly displayName?: string;
  readonly description: string;
  readonly level: Level;
  readonly severity?: Severity;
  /** What to do about a finding. */
  readonly remediationSteps?: string;
  /** A page that says more. */
  readonly url?: string;
  readonly tags?: readonly string[];
}

export interface Judgement {
  /** The policies that ran: those that are not disabled. */
  readonly policies: readonly JudgingPolicy[];
  readonly findings: readonly Finding[];
  readonly remediations: readonly Remediation[];
}

/** True when the engine would refuse the deployment. */
export function isRefused({ findings }: Judgement): boolean {
  return findings.some(isViolation);
}

/** True for a finding that stops a deployment. */
export function isViolation({ level, verdict }: Finding): boolean {
  return level === "mandatory" && verdict === "denied";
}

/** How a finding counts: what is denied by its level. */
export type Standing = Level | "undecided" | "exempt";

export function standingOf({ level, verdict }: Finding): Standing {
  return verdict === "denied" ? level : verdict;
}

/** What the pack writes between a violation and who accepted it. */
const EXEMPT = " Exempt: ";

/** Who accepted an exempt finding, why and until when. */
export function exemptionOf({ verdict, message }: Finding): string | undefined {
  const at = verdict === "exempt" ? message.lastIndexOf(EXEMPT) : -1;
  return at < 0 ? undefined : message.slice(at + EXEMPT.length);
}

/** What a finding would say if nobody had accepted it. */
export function withoutExemption(finding: Finding): string {
  const exemption = exemptionOf(finding);
  return exemption === undefined ? finding.message : finding.message.slice(0, -EXEMPT.length - exemption.length);
}

/** The most severe first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
const RANKS: (Severity | undefined)[] = [...SEVERITIES, undefined];
const VERDICTS: Verdict[] = ["denied", "undecided", "exempt"];

/** What stops a deployment first, then by verdict and severity. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    Number(isViolation(b)) - Number(isViolation(a)) ||
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity) ||
    compare(a.policy, b.policy) ||
    compare(a.urn ?? "", b.urn ?? "") ||
    compare(a.message, b.message)
  );
}

/** An order that no locale changes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
