import type { Json } from "./plan";
import { LEAST_LETTERS, SecretFinder } from "./secret-finder";
import { SECRET_STAND_IN } from "./stack-file";
import { isObject, isSecret, SIGNATURE, UNKNOWN } from "./wire";

/** Lines of a secret text are known one by one from this many letters on. */
const LEAST_LETTERS_OF_LINE = 16;

/** No secrets, though they may stand where one does. */
const TOLD = new Set<string>([SECRET_STAND_IN, UNKNOWN, "true", "false"]);

/**
 * The secret texts of a program, learnt while it runs. Policies see secrets in the clear and may quote them, and a
 * program may put one where it is not marked; what is printed must hold none.
 */
export class SecretWords {
  private readonly words = new Set<string>();
  /** What is written within secret JSON documents: a policy that read one may quote it alone. */
  private readonly members = new Set<string>();
  private finders: { data?: SecretFinder; said?: SecretFinder } = {};

  /** Learns what is marked as secret in a value, on the wire. */
  learn(value: Json): void {
    if (isSecret(value)) this.add(textsIn(value), this.words);
    else if (typeof value === "object" && value !== null) for (const member of Object.values(value)) this.learn(member);
  }

  /** Learns what the program itself calls secret: with its lines, which may stand indented elsewhere. */
  learnSource(value: unknown): void {
    for (const text of textsIn(value)) {
      const lines = text.split("\n").map((line) => line.trim());
      this.add([text, ...lines.filter((line) => line.length >= LEAST_LETTERS_OF_LINE)], this.words);
      // Of a document with an encrypted member the others are no secrets.
      if (!text.includes(SECRET_STAND_IN)) this.add(textsIn(document(text)), this.members);
    }
  }

  /** A text without secrets in the spellings that `secret-spellings.ts` knows; base64 that holds one is hidden whole. */
  hide(text: string): string {
    if (this.words.size === 0) return text;
    this.finders.data ??= new SecretFinder(this.words, SECRET_STAND_IN);
    return this.finders.data.hide(text);
  }

  /** A message without secrets; it may also quote a part of a secret document. */
  hideSaid(message: string): string {
    if (this.words.size === 0) return message;
    this.finders.said ??= new SecretFinder([...this.words, ...this.members], SECRET_STAND_IN);
    return this.finders.said.hide(message);
  }

  /** A value with every text in it hidden; marked secrets stay, for every format hides those itself. */
  hideIn<T extends Json | undefined>(value: T): T {
    return this.words.size === 0 || value === undefined ? value : (this.hidden(value) as T);
  }

  private add(texts: readonly string[], words: Set<string>): void {
    for (const text of texts) {
      // Shorter words would be found in any sentence.
      if (text.length < LEAST_LETTERS || TOLD.has(text) || words.has(text)) continue;
      words.add(text);
      this.finders = {};
    }
  }

  private hidden(value: Json): Json {
    if (typeof value === "string") return this.hide(value);
    if (typeof value === "number") return this.words.has(String(value)) ? SECRET_STAND_IN : value;
    if (Array.isArray(value)) return value.map((member) => this.hidden(member));
    if (!isObject(value) || isSecret(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [this.hide(key), this.hidden(member)]));
  }
}

/** The texts and numbers in plain data, without the marks of the wire. */
function textsIn(value: unknown, around: readonly unknown[] = []): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (!isPlain(value) || around.includes(value)) return [];
  const members = Object.entries(value).filter(([key]) => key !== SIGNATURE);
  return members.flatMap(([, member]) => textsIn(member, [...around, value]));
}

/** An output or a resource is no data: what it holds comes over the wire. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** What a JSON document holds; nothing for any other text. */
function document(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
