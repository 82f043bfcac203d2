import type { Severity } from "@pulumi/policy";
import type { Verdict } from "../policies/catalogue";
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
}

/** A resource that a policy would change before it is created. */
export interface Remediation {
  readonly policy: string;
  readonly urn: string;
  /** The properties that change, as they would be. */
  readonly changes: JsonObject;
}

export interface Judgement {
  /** How many policies ran: those that are not disabled. */
  readonly policies: number;
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

const SEVERITIES: (Severity | undefined)[] = ["critical", "high", "medium", "low", undefined];
const VERDICTS: Verdict[] = ["denied", "undecided", "exempt"];

/** What stops a deployment first, then by verdict and severity. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    Number(isViolation(b)) - Number(isViolation(a)) ||
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.policy, b.policy) ||
    compare(a.urn ?? "", b.urn ?? "") ||
    compare(a.message, b.message)
  );
}

/** An order that no locale changes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
