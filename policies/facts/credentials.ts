/** A credential in a text: what it is and where, never the credential itself. */
export interface Credential {
  /** Completes "holds ...": `an AWS access key id`. */
  readonly kind: string;
  /** From 1. */
  readonly line: number;
  /** True for the keys of AWS itself, which an instance profile makes needless. */
  readonly aws: boolean;
  /** False for a command that takes a credential, of which the text may hold no more than the name. */
  readonly isLiteral: boolean;
}

interface Detector {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly aws?: boolean;
  readonly isLiteral?: boolean;
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
    // A path or a word may be as long, but hardly in both cases.
    pattern:
      /[Ss](?:ecret|ECRET)_?(?:[Aa](?:ccess|CCESS)_?)?[Kk](?:ey|EY)["']?[ \t]{0,9}[:= \t][ \t]{0,9}["']?(?=[^A-Z]{0,39}[A-Z])(?=[^a-z]{0,39}[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
    aws: true,
  },
  {
    kind: "an aws configure set of a credential",
    pattern:
      /\baws[ \t](?:[^\n]{0,80}[ \t])?configure[ \t](?:[^\n]{0,80}[ \t])?set[ \t]+\S{0,80}aws_(?:access_key_id|secret_access_key|session_token)\b/g,
    aws: true,
    isLiteral: false,
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
  { kind: "an AI service's key", pattern: /\bsk-(?:ant-|proj-)?(?=[^A-Z]{0,31}[A-Z])(?=\D{0,31}\d)[A-Za-z0-9_-]{32}/g },
  { kind: "a JSON web token", pattern: /\beyJ[A-Za-z0-9_-]{10,999}\.eyJ[A-Za-z0-9_-]{10,999}\.[A-Za-z0-9_-]{10}/g },
  {
    kind: "a URL with a password",
    // `docker://nginx:1.27@sha256:…` is an image.
    pattern: new RegExp(`\\b[a-z][a-z0-9+.-]{1,30}://[^\\s:@/"']{0,99}:${literal}[^\\s:@/"']{1,199}@(?!sha\\d)`, "gi"),
  },
  {
    kind: "a database URL with a password",
    pattern: new RegExp(`\\bjdbc:[^\\s"']{1,299}?[?&;]password=${literal}[^\\s&;"']`, "gi"),
  },
];

/** What each of the detectors needs to find anything. Most texts have nothing of it, and are done with. */
const hints =
  /AKIA|ASIA|PRIVATE KEY|gh[opusr]_|github_pat_|glpat-|xox[abeoprs]-|k_live_|npm_|pypi-|dckr_|AIza|\bSG\.|\bhv[bs]\.|\bpul-|_v1_|\bsk-|\beyJ|\bconfigure[ \t]/;
const hintsInAnyCase = /secret_?(?:access_?)?key|jdbc:/i;

function mayHold(text: string): boolean {
  return hints.test(text) || hintsInAnyCase.test(text) || (text.includes("://") && text.includes("@"));
}

/**
 * The credentials in a text, each kind once for each line.
 *
 * @param patterns more regular expressions to look for; one that is not valid is looked for as it stands
 * @param allow regular expressions for what may stand there, such as a published example key
 */
export function credentials(text: string, patterns: readonly string[], allow: readonly string[]): Credential[] {
  const known = mayHold(text) ? detectors : [];
  if (known.length + patterns.length === 0) return [];
  const own = patterns.map((pattern, index) => ({
    kind: `what patterns[${index}] describes`,
    pattern: expression(pattern, "gm"),
  }));
  const allowed = allow.map((pattern) => expression(pattern, ""));
  const found = new Map<string, Credential>();
  for (const { kind, pattern, aws = false, isLiteral = true } of [...known, ...own] as Detector[]) {
    const lineAt = lineCounter(text);
    for (const match of text.matchAll(pattern)) {
      if (match[0] === "" || allowed.some((exception) => exception.test(match[0]))) continue;
      const line = lineAt(match.index);
      found.set(`${line} ${kind}`, { kind, line, aws, isLiteral });
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** Tells the lines of positions that only grow, without counting from the start for each. */
function lineCounter(text: string): (index: number) => number {
  let start = 0;
  let line = 1;
  return (index) => {
    for (;;) {
      const end = text.indexOf("\n", start);
      if (end < 0 || end >= index) return line;
      start = end + 1;
      line += 1;
    }
  };
}

function expression(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return new RegExp(source.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), flags);
  }
}
