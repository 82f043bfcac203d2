/** What a policy says of the whole stack is kept under this in place of a URN. */
const WHOLE_STACK = "";

type Phase = "resource" | "stack";

/**
 * The verdicts that could not be given in a run, one for each policy and resource: said once, and counted. A process of
 * the pack may serve a preview and then the update, so what is judged anew is forgotten first.
 */
export class Undecided {
  private readonly said = new Map<string, Map<string, Phase>>();

  /** True when it had not been said before. */
  add(policy: string, urn: string | undefined, phase: Phase): boolean {
    const resources = this.said.get(policy) ?? new Map<string, Phase>();
    this.said.set(policy, resources);
    const key = urn ?? WHOLE_STACK;
    if (resources.has(key)) return false;
    resources.set(key, phase);
    return true;
  }

  /** Before a resource policy judges a resource. */
  forget(policy: string, urn: string): void {
    this.said.get(policy)?.delete(urn);
  }

  /** Before a stack policy judges the stack. */
  forgetStack(policy: string): void {
    const resources = this.said.get(policy);
    for (const [key, phase] of resources ?? []) if (phase === "stack") resources?.delete(key);
  }

  /**
   * How many resources each policy could not decide about, the most first. They are then forgotten: a run ends with the
   * policy that asks.
   */
  take(): readonly { policy: string; resources: number }[] {
    const counts = [...this.said].map(([policy, { size }]) => ({ policy, resources: size }));
    this.said.clear();
    return counts
      .filter(({ resources }) => resources > 0)
      .sort((a, b) => b.resources - a.resources || (a.policy < b.policy ? -1 : 1));
  }
}
