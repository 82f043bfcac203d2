import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { closest } from "fastest-levenshtein";
import wildcardMatch from "wildcard-match";
import type { Context } from "./context";
import type { Resource } from "./resource";
import type { Rule } from "./rule";

/** One accepted finding: which policy, on which resource, why, who said so, and until when. */
export interface Exemption {
  readonly policy: string;
  /** A resource's name or URN, or a pattern over either in which `*` stands for any text. */
  readonly resource: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** What an exemption means for one finding. */
export interface Grant {
  readonly active: boolean;
  /** "accepted until 2027-01-31 by Ada: load test" or why it does not hold. */
  readonly says: string;
}

/** The same facts in a policy's own config, which the owner of the pack controls; the policy is the one configured. */
export const exemptionSchema: PolicyConfigJSONSchema = {
  type: "array",
  description: "Resources that are exempt from this policy; the only place where a critical policy can be exempted.",
  items: {
    type: "object",
    required: ["resource", "reason", "approvedBy", "expires"],
    properties: {
      resource: { type: "string", minLength: 1 },
      reason: { type: "string", minLength: 1 },
      approvedBy: { type: "string", minLength: 1 },
      expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    },
  },
};

/** An exemption of the stack file as the rules about exemptions see it. */
export interface Listed {
  /** What a message calls it: `tierwork:exemptions[0] (ebs-encrypted on scratch)`. */
  readonly title: string;
  readonly exemption: Exemption;
  /** True when it met a finding, also one that it may not or no longer cover. */
  readonly used: boolean;
  /** True when its policy is a critical one, which a stack file cannot exempt. */
  readonly critical: boolean;
}

interface Entry {
  /** Where it stands, as a message names it: `tierwork:exemptions[0]`. */
  readonly place: string;
  readonly exemption: Exemption;
  readonly matches: (resource: Resource) => boolean;
  readonly byPackOwner: boolean;
  used: boolean;
}

/** The exemptions of one run, from the stack file and from the policies' own config, and which of them were needed. */
export class Exemptions {
  /** What is wrong with entries that cannot be used, as sentences. */
  readonly malformed: string[] = [];
  private readonly entries: Entry[] = [];
  private readonly packOwned = new Map<string, Entry[]>();

  constructor(
    readonly context: Context,
    private readonly rules: readonly Rule[],
  ) {
    const listed = context.exemptions ?? [];
    if (!Array.isArray(listed)) {
      this.malformed.push("tierwork:exemptions is not a list");
      return;
    }
    listed.forEach((written, index) => {
      const entry = this.read(written, `tierwork:exemptions[${index}]`, false);
      if (entry) this.entries.push(entry);
    });
  }

  /** The exemptions from a policy's config, in force beside those of the stack file. */
  addPackOwned(policy: string, listed: unknown): void {
    if (this.packOwned.has(policy) || !Array.isArray(listed)) return;
    const entries = listed.flatMap((written, index) => {
      const whole = typeof written === "object" && written !== null ? { ...written, policy } : written;
      return this.read(whole, `exemptions[${index}] in the config of ${policy}`, true) ?? [];
    });
    this.packOwned.set(policy, entries);
  }

  /** What is said of a finding of `rule` on `resource`; undefined when nobody exempted it. */
  find(rule: Rule, resource: Resource): Grant | undefined {
    const candidates = [...(this.packOwned.get(rule.name) ?? []), ...this.entries].filter(
      (entry) => entry.exemption.policy === rule.name && entry.matches(resource),
    );
    for (const entry of candidates) entry.used = true;
    const allowed = candidates.filter((entry) => entry.byPackOwner || rule.severity !== "critical");
    const standing = allowed.find((entry) => !this.isExpired(entry.exemption));
    if (standing) {
      const { expires, approvedBy, reason } = standing.exemption;
      return { active: true, says: `accepted until ${expires} by ${approvedBy}: ${reason}` };
    }
    const [lapsed] = allowed;
    if (lapsed) {
      const { expires, approvedBy } = lapsed.exemption;
      return { active: false, says: `The exemption by ${approvedBy} expired on ${expires}` };
    }
    if (candidates.length === 0) return undefined;
    return { active: false, says: "A critical policy can be exempted only in the policy pack's own config" };
  }

  /** True from the day after the last one on which it holds. */
  isExpired(exemption: Exemption): boolean {
    return exemption.expires < this.context.today;
  }

  /** Every usable exemption of the stack file, for the rules that judge the exemptions themselves. */
  get listed(): readonly Listed[] {
    const critical = new Set(this.rules.flatMap(({ name, severity }) => (severity === "critical" ? [name] : [])));
    return this.entries.map(({ place, exemption, used }) => {
      const { policy, resource } = exemption;
      return { title: `${place} (${policy} on ${resource})`, exemption, used, critical: critical.has(policy) };
    });
  }

  private read(written: unknown, place: string, byPackOwner: boolean): Entry | undefined {
    const fields = typeof written === "object" && written !== null ? (written as Record<string, unknown>) : {};
    const text = (key: keyof Exemption) => (typeof fields[key] === "string" ? fields[key].trim() : "");
    const missing = (["policy", "resource", "reason", "approvedBy", "expires"] as const).filter(
      (key) => text(key) === "",
    );
    if (missing.length > 0) return this.refuse(`${place} lacks ${missing.join(", ")}`);
    const policy = text("policy");
    const names = this.rules.map(({ name }) => name);
    if (!names.includes(policy)) {
      return this.refuse(`${place}: there is no policy "${policy}"; the nearest name is "${closest(policy, names)}"`);
    }
    const expires = day(text("expires"));
    if (!expires) return this.refuse(`${place}: expires is "${text("expires")}", not a day such as "2027-01-31"`);
    const exemption = {
      policy,
      resource: text("resource"),
      reason: text("reason"),
      approvedBy: text("approvedBy"),
      expires,
    };
    const pattern = wildcardMatch(exemption.resource, { separator: false });
    return { place, exemption, matches: ({ name, urn }) => pattern(name) || pattern(urn), byPackOwner, used: false };
  }

  private refuse(sentence: string): undefined {
    this.malformed.push(sentence);
    return undefined;
  }
}

/** A calendar day; YAML turns an unquoted one into `2027-01-31 00:00:00 +0000 UTC` on its way through the CLI. */
function day(text: string): string | undefined {
  const written = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00:00.*)?$/.exec(text)?.[1];
  if (!written) return undefined;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined;
}
