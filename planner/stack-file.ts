import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { InputError } from "./input-error";
import { readFile } from "./read-file";

/** A configuration value as a program receives it: text, with objects and lists as JSON. */
export interface ConfigValue {
  readonly text: string;
  /** True when it is encrypted, or when anything inside it is. */
  readonly secret: boolean;
}

/** An encrypted value cannot be read without its key, and need not be: the program sees this, marked as a secret. */
export const SECRET_STAND_IN = "[secret]";

/** @throws InputError when the file is there but is not a YAML map. */
export function readYaml(path: string): YAMLMap | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isFile()) throw new InputError(`${basename(path)} is not a file`);
  const contents = parseYaml(readFile(path, basename(path)), basename(path));
  if (contents === null) return undefined;
  if (!isMap(contents)) throw new InputError(`${basename(path)} must be a map of keys and values`);
  return contents;
}

/**
 * A YAML document with its aliases (`*name`) and merges (`<<`) resolved.
 *
 * @param place what a message calls it
 * @throws InputError when it is not valid YAML, or more than one document
 */
export function parseYaml(text: string, place: string): Document["contents"] {
  const document = parsed(text, place);
  const [error] = document.errors;
  if (!error) {
    resolveAliases(document, place);
    return document.contents;
  }
  if (error.code === "MULTIPLE_DOCS") throw new InputError(`${place} must hold one YAML document, not several`);
  const line = error.linePos?.[0].line;
  const sentence = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? error.message;
  throw new InputError(`${place} is not valid YAML: ${sentence}${line === undefined ? "" : ` (line ${line})`}`);
}

function parsed(text: string, place: string): Document.Parsed {
  try {
    return parseDocument(text, { prettyErrors: true });
  } catch {
    // The parser recurses: what is nested some thousand levels deep is more than it can take.
    throw new InputError(`${place} is nested too deeply`);
  }
}

/** More than any stack file has by itself: aliases of aliases can stand for more than a machine can hold. */
const mostValues = 100_000;

function resolveAliases(document: Document.Parsed, place: string): void {
  let values = 0;
  visit(document, {
    Node() {
      values += 1;
      if (values > mostValues)
        throw new InputError(`${place} holds more than ${mostValues} values, as aliases repeat them`);
    },
    Alias(_, alias, path) {
      const target = alias.resolve(document);
      if (!target) throw new InputError(`${place}: there is no anchor for *${alias.source}`);
      if (path.some((above) => above === target))
        throw new InputError(`${place}: *${alias.source} stands within itself`);
      return target;
    },
  });
  visit(document, {
    Map(_, map) {
      const merges = map.items.filter(({ key }) => isScalar(key) && key.value === "<<");
      if (merges.length === 0) return;
      map.items = map.items.filter((item) => !merges.includes(item));
      for (const { value } of merges) {
        for (const source of isSeq(value) ? value.items : [value]) {
          if (!isMap(source)) throw new InputError(`${place}: << must merge a map`);
          const own = new Set(keysOf(map));
          map.items.push(...source.items.filter(({ key }) => !own.has(keyText(key))));
        }
      }
    },
  });
}

/** The keys of a map, in order. */
export function keysOf(map: YAMLMap): string[] {
  return map.items.map(({ key }) => keyText(key));
}

function keyText(key: unknown): string {
  return isScalar(key) ? (key.source ?? String(key.value)) : String(key);
}

/**
 * A value as the CLI hands it to a program. The CLI parses YAML by its own rules, so that some unquoted values arrive
 * as something else; `notes` is told of those.
 */
export function configValue(node: unknown, place: string, notes: string[]): ConfigValue {
  const found = { secret: false };
  const value = plain(node, place, notes, found);
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  return { text, secret: found.secret };
}

/** A value by the CLI's rules, as plain data. */
export function yamlValue(node: unknown, place: string, notes: string[]): unknown {
  return plain(node, place, notes, { secret: false });
}

function plain(node: unknown, place: string, notes: string[], found: { secret: boolean }): unknown {
  if (isMap(node)) {
    if (node.items.length === 1 && node.has("secure")) {
      found.secret = true;
      return SECRET_STAND_IN;
    }
    const members = node.items.map(({ key, value }) => {
      const name = keyText(key);
      // `{size:2}` is a key without a value.
      return [name, value === null ? null : plain(value, `${place}.${name}`, notes, found)];
    });
    return Object.fromEntries(members);
  }
  if (isSeq(node)) return list(node, place, notes, found);
  return isScalar(node) ? scalar(node, place, notes) : undefined;
}

function list(node: YAMLSeq, place: string, notes: string[], found: { secret: boolean }): unknown[] {
  return node.items.map((item, index) => plain(item, `${place}[${index}]`, notes, found));
}

/** A scalar by the rules of the CLI's YAML library (gopkg.in/yaml.v3), as seen with the real engine. */
function scalar(node: Scalar, place: string, notes: string[]): unknown {
  const source = node.source ?? "";
  if (node.type !== "PLAIN") return node.value;
  const changed = (becomes: unknown) => {
    notes.push(`${place}: ${source} is not quoted and arrives as ${becomes}; write "${source}" if that is not meant`);
    return becomes;
  };
  if (/^\d{4}-\d{2}-\d{2}$/.test(source)) return changed(`${source} 00:00:00 +0000 UTC`);
  if (/^0[0-7]+$/.test(source)) return changed(Number.parseInt(source, 8));
  if (/^[-+]?0\d+$/.test(source)) return changed(Number(source));
  if (typeof node.value === "number" && /^[-+]?\d*\.\d*0$/.test(source)) return changed(node.value);
  return node.value;
}
