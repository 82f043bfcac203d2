import { plainSecret } from "./plain-secrets";

/** A secret that a script holds in plain text: what it is and where, never its value. */
export interface ScriptSecret {
  /** Completes "holds ...": `DB_PASSWORD in plain text`. */
  readonly kind: string;
  /** From 1. */
  readonly line: number;
  readonly aws: false;
}

/**
 * The variables, options and properties that a script sets to a literal, though they are named like a secret, and the
 * passwords that it gives to a command.
 *
 * @param allow regular expressions for names or values that may stand there
 */
export function scriptSecrets(text: string, allow: readonly string[]): ScriptSecret[] {
  if (!/[=:]|[ \t]-p/.test(text)) return [];
  return text.split("\n").flatMap((content, index) => {
    const kinds = [...assigned(content, text, allow), ...given(content, allow)];
    return [...new Set(kinds)].map((kind) => ({ kind, line: index + 1, aws: false as const }));
  });
}

/** `NAME=value`, `NAME="value"`, `--name=value`, `name = "value"` and `$env:NAME = "value"`, of which one may hold another. The repetitions are bounded: no line is slow. */
const assignment =
  /(?<=^|^[ \t]{0,9}\$(?:env:)?|[\s"'`;(,])-{0,2}(?<name>[A-Za-z_][\w.-]{0,79})(?=(?:=(?:"(?<double>[^"]{1,999})"|'(?<single>[^']{1,999})'|(?<bare>[^\s"'`;&|<>),]{1,999}))|[ \t]=[ \t](?:"(?<text>[^"]{1,999})"|'(?<quoted>[^']{1,999})')))/g;

function assigned(line: string, script: string, allow: readonly string[]): string[] {
  if (!line.includes("=")) return [];
  return [...line.matchAll(assignment)].flatMap(({ groups = {} }) => {
    const { name = "", double, single, bare, text, quoted } = groups;
    const value = double ?? single ?? bare ?? text ?? quoted ?? "";
    const isWritten = isLiteral(value, single !== undefined || quoted !== undefined);
    // In a program `password=value` passes on a variable; what shells and settings set is in capitals or has a dot.
    const isVariable = bare !== undefined && /^[a-z_]+$/.test(name) && /^[A-Za-z_.()[\]]+$/.test(bare);
    if (!isWritten || isVariable || !plainSecret(name, value, { patterns: [], allow })) return [];
    return isSecretId(name, script) ? [] : [`${name} in plain text`];
  });
}

/** The options of commands that take a password with or without a user's name before it. */
const commands: readonly { readonly command: string; readonly option: RegExp }[] = [
  {
    command: "mysql",
    // With a space before it, what follows `-p` is the name of a database. A number is a port of Docker's.
    option:
      /\b(?:mysql|mysqldump|mysqladmin|mariadb)[ \t](?:[^\n|;&]{0,200}[ \t])?-p(?!\d+(?::|\b))["']?(?<value>[^\s"'|;&]{1,199})/g,
  },
  {
    command: "curl",
    option:
      /\bcurl[ \t](?:[^\n|;&]{0,200}[ \t])?(?:-u|--user)[ \t=]?[ \t]{0,3}["']?[^\s:"']{1,99}:["']?(?<value>[^\s"'|;&]{1,199})/g,
  },
];

function given(line: string, allow: readonly string[]): string[] {
  return commands.flatMap(({ command, option }) => {
    if (!/mysql|mariadb|curl/.test(line)) return [];
    const values = [...line.matchAll(option)].map(({ groups }) => groups?.value ?? "");
    const isFound = values.some((value) => isLiteral(value) && plainSecret("password", value, { patterns: [], allow }));
    return isFound ? [`a password for ${command}`] : [];
  });
}

/** False for what is filled in at boot or before, for what tells where a secret is, and for words that mean none. */
function isLiteral(value: string, isQuoted = false): boolean {
  // Single quotes keep a `$` as it is, but not in a template.
  const isFilledIn = (isQuoted ? /^\\?\$|^`|\$\{/ : /\$[\w({@*]|`/).test(value);
  const isPlaceholder = /^(?:[$<{%*[\\]|__.*__$|@.*@$|[x.*]+$|your[-_ ]|replace[-_ ]?me)|\{\{/i.test(value);
  const isPlace = /^(?:[~.]{0,2}\/|[a-z0-9+.-]+:\/\/|(?:resolve|ssm|secretsmanager|vault|op|alias)[:/])/i.test(value);
  const isName = /^[a-z0-9_.-]+(?:\/[a-z0-9_.-]+)+$|\.(?:pem|key|crt|txt|json|ya?ml|env|conf|cfg|ini)$/.test(value);
  const isWord = /^(?:none|null|nil|undefined|enabled?|disabled?|required|optional|on|off|auto)$/i.test(value);
  return !isFilledIn && !isPlaceholder && !isPlace && !isName && !isWord;
}

/** Whether a script asks Secrets Manager or Parameter Store for what a variable names. */
function isSecretId(name: string, script: string): boolean {
  const uses = [`$${name}`, `\${${name}}`].flatMap((use) => [use, `"${use}"`, `'${use}'`]);
  return ["--secret-id", "--name", "--names"].some((option) =>
    uses.some((use) => new RegExp(`${escaped(option)}[ =]${escaped(use)}(?!\\w)`).test(script)),
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");
}
