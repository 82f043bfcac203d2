/** How one text may be written down: in the clear, and within JSON, a URL or HTML. */
export function spellingsOf(text: string): string[] {
  const json = [quoted(text), quoted(quoted(text)), escapedAsGo(quoted(text))];
  const form = new URLSearchParams({ "": text }).toString().slice(1);
  const url = [encoded(text), encoded(text).replaceAll("%20", "+"), encodeURI(wellFormed(text)), form];
  const strict = encoded(text).replace(/[!'()*]/g, (character) => `%${hex(character)}`);
  const lowerCase = [...url, strict].map((spelling) => spelling.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
  return [...new Set([text, ...json, ...url, strict, ...lowerCase, ...htmlSpellings(text)])];
}

/**
 * What is found in the base64 of any text that holds this one, in both alphabets: six bits a letter, so the same bytes
 * are written in three ways, and the letters at either end depend on the neighbours.
 */
export function base64Cores(text: string): string[] {
  const bytes = Buffer.from(text);
  const cores = [0, 1, 2].map((offset) => {
    const letters = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replaceAll("=", "");
    return letters.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return [...new Set(cores.flatMap((core) => [core, core.replaceAll("+", "-").replaceAll("/", "_")]))];
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go, which the providers and the CLI are written in, also escapes these. */
function escapedAsGo(json: string): string {
  return json.replace(/[<>&]/g, (character) => `\\u00${hex(character).toLowerCase()}`);
}

function encoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Half of a surrogate pair has no UTF-8, and so no place in a URL. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function htmlSpellings(text: string): string[] {
  const least = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const double = least.replaceAll('"', "&quot;");
  return [least, double, ...["&#39;", "&#x27;", "&apos;"].map((single) => double.replaceAll("'", single))];
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
