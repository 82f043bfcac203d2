/** How a report differs from a plain violation; the planner reads it, the engine sees only message and level. */
export type Verdict = "denied" | "undecided" | "exempt";

/** The verdict behind advice of this pack, by its words: the engine's protocol has no other place for it. */
export function verdictOf(advice: string): Verdict {
  if (/ Exempt: accepted until \d{4}-\d{2}-\d{2} by .+: .+\.$/s.test(advice)) return "exempt";
  return /(^|: )undecided at preview: .+ is not known yet\./s.test(advice) ? "undecided" : "denied";
}
