/** A credential in a text: what it is and where, never the credential itself. */
export interface Credential {
  /** Completes "holds ...": `an AWS access key id`. */
  readonly kind: string;
  /** From 1. */
  readonly line: number;
  /** True for the keys of AWS itself, which an instance profile makes needless. */
  readonly aws: boolean;
}

interface Detector {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly aws?: boolean;
}

/**
 * A value that is filled in at boot (`$PASSWORD`, `${...}`, `$(aws ...)`, `<password>`, `{{...}}`, `%s`) is no
 * credential. The repetitions are bounded so that no text makes a pattern slow.
 */
const literal = "(?![$<{%*])";

const detectors: readonly Detector[] = [
  { kind: "an AWS access key id", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, aws: true },
  {
    kind: "an AWS secret access key",
    pattern: /secret_?(?:access_?)?key["']?[ \t]{0,9}[:= \t][ \t]{0,9}["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/gi,
    aws: true,
  },
  {
    kind: "an aws configure set of a credential",
    pattern:
      /\baws[ \t](?:[^\n]{0,80}[ \t])?configure[ \t](?:[^\n]{0,80}[ \t])?set[ \t]+\S{0,80}aws_(?:access_key_id|secret_access_key|session_token)\b/g,
    aws: true,
  },
  { kind: "a private key", pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g },
  { kind: "a GitHub token", pattern: /\b(?:gh[opusr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/g },
  { kind: "a GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20}/g },
  { kind: "a Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10}/g },
  { kind: "a Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{16}/g },
  { kind: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: "a PyPI token", pattern: /\bpypi-[A-Za-z0-9_-]{50}/g },
  { kind: "a Docker token", pattern: /\bdckr_[op]at_[A-Za-z0-9_-]{20}/g },
  { kind: "a Google API key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { kind: "a SendGrid key", pattern: /\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16}/g },
  { kind: "a Vault token", pattern: /\bhv[bs]\.[A-Za-z0-9_-]{24}/g },
  { kind: "a Pulumi token", pattern: /\bpul-[0-9a-f]{40}\b/g },
  { kind: "a DigitalOcean token", pattern: /\bdo[opr]_v1_[0-9a-f]{64}\b/g },
  { kind: "an AI service's key", pattern: /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32}/g },
  { kind: "a JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,999}\.eyJ[A-Za-z0-9_-]{10,999}\.[A-Za-z0-9_-]{10}/g },
  {
    kind: "a URL with a password",
    pattern: new RegExp(`\\b[a-z][a-z0-9+.-]{1,30}://[^\\s:@/"']{0,99}:${literal}[^\\s:@/"']{1,199}@`, "gi"),
  },
  {
    kind: "a database URL with a password",
    pattern: new RegExp(`\\bjdbc:[^\\s"']{1,299}?[?&;]password=${literal}[^\\s&;"']`, "gi"),
  },
];

/**
 * The credentials in a text, each kind once for each line.
 *
 * @param patterns more regular expressions to look for; one that is not valid is looked for as it stands
 * @param allow regular expressions for what may stand there, such as a published example key
 */
export function credentials(text: string, patterns: readonly string[], allow: readonly string[]): Credential[] {
  const own = patterns.map((pattern, index) => ({
    kind: `what patterns[${index}] describes`,
    pattern: expression(pattern, "gm"),
  }));
  const allowed = allow.map((pattern) => expression(pattern, ""));
  const found = new Map<string, Credential>();
  for (const { kind, pattern, aws = false } of [...detectors, ...own] as Detector[]) {
    for (const match of text.matchAll(pattern)) {
      if (match[0] === "" || allowed.some((exception) => exception.test(match[0]))) continue;
      const line = text.slice(0, match.index).split("\n").length;
      found.set(`${line} ${kind}`, { kind, line, aws });
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

function expression(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return new RegExp(source.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), flags);
  }
}
