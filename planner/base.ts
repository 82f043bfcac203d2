import { type Finding, SEVERITIES } from "./finding";
import { InputError } from "./input-error";
import type { Plan } from "./plan";
import { readFile } from "./read-file";
import { readState } from "./state";
import { isObject } from "./wire";

/** What a plan is compared with. */
export interface Base {
  /** The file as the user wrote it. */
  readonly called: string;
  readonly plan: Plan;
  /** Absent in a state, which nobody judged. */
  readonly findings?: readonly Finding[];
}

/**
 * Reads what `--format json` wrote of another version of the program, or a `pulumi stack export`.
 *
 * @param called the file as the user wrote it, for messages
 * @throws InputError when it is neither
 */
export function readBase(path: string, called: string): Base {
  const { plan } = readState(path, called);
  const { tierwork } = JSON.parse(readFile(path, called).replace(/^\ufeff/, "")) as { tierwork?: unknown };
  return { called, plan, ...(tierwork !== undefined && { findings: findingsIn(tierwork, called) }) };
}

function findingsIn(tierwork: unknown, called: string): Finding[] {
  const { findings } = isObject(tierwork) ? (tierwork as { findings?: unknown }) : {};
  if (Array.isArray(findings) && findings.every(isFinding)) return findings.map(asFinding);
  throw new InputError(`${called}: tierwork.findings is not what "--format json" writes`);
}

function isFinding(value: unknown): value is Finding {
  if (!isObject(value)) return false;
  const { policy, message, level, verdict, urn } = value;
  return (
    typeof policy === "string" &&
    typeof message === "string" &&
    (level === "advisory" || level === "mandatory") &&
    (verdict === "denied" || verdict === "undecided" || verdict === "exempt") &&
    (urn === undefined || typeof urn === "string")
  );
}

function asFinding({ policy, severity, level, verdict, message, urn }: Finding): Finding {
  const known = SEVERITIES.find((one) => one === severity);
  return { policy, ...(known && { severity: known }), level, verdict, message, ...(urn !== undefined && { urn }) };
}
