import { type Finding, standingOf, withoutExemption } from "./finding";
import { MARK } from "./stand-ins/setting";
import { nameOf } from "./urn";

/** What policies say that they did not say of the base, and what they no longer do. */
export interface FindingsChange {
  /** In every verdict: a violation that is exempt now is new among the exempt ones. */
  readonly added: readonly Finding[];
  /** Violations that are gone: neither exempt, nor undecided, nor less severe now. */
  readonly fixed: readonly Finding[];
}

/**
 * Compares findings by policy, resource and what they say without what varies. Policies of `--policies` have their
 * pack's name in front, and the pack here has none: where one side has none, those of the other go without.
 *
 * @param former the URNs of the base by those of the plan, where aliases say that a resource is the same
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  former: ReadonlyMap<string, string>,
): FindingsChange {
  const isHere = [before, after].some((findings) => findings.every(({ policy }) => !policy.includes("/")));
  const alike = (finding: Finding) => (isHere ? { ...finding, policy: withoutPack(finding.policy) } : finding);
  const now = new Map([...former].map(([urn, formerUrn]) => [formerUrn, urn]));
  const left = countOf(before.map((finding) => withStanding(moved(alike(finding), now))));
  const added = after.filter((finding) => !left.take(withStanding(alike(finding))));
  const otherwise = new Set(added.map((finding) => keyOf(alike(finding))));
  const undecided = new Set(
    after.filter(({ verdict }) => verdict === "undecided").map((finding) => subjectOf(alike(finding))),
  );
  const fixed = before.filter((finding) => {
    const here = moved(alike(finding), now);
    if (finding.verdict !== "denied" || !left.take(withStanding(here))) return false;
    return !otherwise.has(keyOf(here)) && !undecided.has(subjectOf(here));
  });
  return { added, fixed };
}

function withoutPack(policy: string): string {
  return policy.slice(policy.indexOf("/") + 1);
}

/** A finding's identity in every run: its policy, its resource and what it says without what varies between runs. */
export function keyOf(finding: Finding): string {
  return JSON.stringify([finding.policy, finding.urn ?? "", saying(finding)]);
}

/** Without ids that AWS will make, days, places in lists, and who accepted it; of the whole stack also without counts. */
function saying(finding: Finding): string {
  const same = withoutExemption(finding)
    .replaceAll(new RegExp(`${MARK}[0-9a-f]*`, "g"), MARK)
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, "day")
    .replaceAll(/\[\d+\]/g, "[]");
  return finding.urn === undefined ? same.replaceAll(/\d+/g, "0") : same;
}

function withStanding(finding: Finding): string {
  return `${standingOf(finding)} ${keyOf(finding)}`;
}

function subjectOf({ policy, urn }: Finding): string {
  return `${policy} ${urn ?? ""}`;
}

/** A finding of the base as it would be said of the resource under its new name. */
function moved(finding: Finding, now: ReadonlyMap<string, string>): Finding {
  const urn = finding.urn === undefined ? undefined : now.get(finding.urn);
  if (urn === undefined || finding.urn === undefined) return finding;
  const message = finding.message.replaceAll(JSON.stringify(nameOf(finding.urn)), JSON.stringify(nameOf(urn)));
  return { ...finding, urn, message };
}

function countOf(keys: readonly string[]) {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    /** True when there was one left. */
    take(key: string): boolean {
      const count = counts.get(key) ?? 0;
      counts.set(key, count - 1);
      return count > 0;
    },
  };
}
