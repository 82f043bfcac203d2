import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { InputError } from "./input-error";

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
  const document = parseDocument(readFileSync(path, "utf8"), { prettyErrors: true });
  const [error] = document.errors;
  if (error) {
    const place = error.linePos?.[0];
    const sentence = error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? error.message;
    throw new InputError(`${basename(path)} is not valid YAML: ${sentence}${place ? ` (line ${place.line})` : ""}`);
  }
  if (document.contents === null) return undefined;
  if (!isMap(document.contents)) throw new InputError(`${basename(path)} must be a map of keys and values`);
  return document.contents;
}

/** The keys of a map, in order. */
export function keysOf(map: YAMLMap): string[] {
  return map.items.map(({ key }) => String(isScalar(key) ? key.value : key));
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
    return Object.fromEntries(
      keysOf(node).map((key) => [key, plain(node.get(key, true), `${place}.${key}`, notes, found)]),
    );
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
