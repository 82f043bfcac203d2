import { oneLine, visible } from "./visible";

/** Longer texts are cut: one message must not take the room of all others. */
const MOST_LETTERS = 1000;

/** What ends a cell or a line, or makes links, mentions, HTML, formulas or emphasis. */
const MEANT = /[&<>|`*_~$@#![\]\\]|:(?=\/\/)|(?<=www)\./gi;

/**
 * A text of anybody's as inline code, inert in paragraphs and cells: not a code span, for what holds backticks or
 * pipes ends those, but the HTML element with entities, in which GitHub makes no mentions or references either.
 */
export function code(text: string): string {
  const seen = visible(cut(text));
  const inert = seen.replace(MEANT, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${inert.replaceAll("\n", "<br>")}</code>`;
}

/** The marks around lines that no line can end. */
export function fenceFor(lines: readonly string[]): string {
  const runs = lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
}

/** A line within a fence. */
export function fenced(text: string): string {
  return oneLine(cut(text));
}

/** A link that is written in the program of a policy, not by a user. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//.test(url)) return code(text);
  return `[${code(text)}](${encodeURI(decodeURI(url)).replace(/[()|]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`;
}

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
