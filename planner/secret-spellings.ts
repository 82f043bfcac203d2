/** From this many letters on a text is also known in capitals and in small letters: a shorter one is a word too often. */
const LEAST_LETTERS_OF_CASE = 8;

/** From this many letters on base64 is known within base64: of fewer, too few are the same wherever they stand. */
const LEAST_LETTERS_OF_BASE64 = 8;

/** How one text may be written down: in the clear, within JSON, a URL or HTML, and as the digits of its bytes. */
export function spellingsOf(text: string): string[] {
  return [...new Set(formsOf(text).flatMap(spellingsOfForm))];
}

/**
 * What is found in the base64 of any text that holds this one, of UTF-8 and of the UTF-16 that PowerShell encodes its
 * commands in, and in the base64 of that base64.
 */
export function base64Cores(text: string): string[] {
  const once = formsOf(text).flatMap((form) => [
    ...coresOf(Buffer.from(form)),
    ...coresOf(Buffer.from(form, "utf16le")),
  ]);
  const twice = once
    .filter((core) => core.length >= LEAST_LETTERS_OF_BASE64)
    .flatMap((core) => coresOf(Buffer.from(core)));
  return [...new Set([...once, ...twice])];
}

/** The same text for a person: accents in one character or as two (https://unicode.org/reports/tr15/), and its case. */
function formsOf(text: string): string[] {
  const forms = [text, text.normalize("NFC"), text.normalize("NFD")];
  if (text.length < LEAST_LETTERS_OF_CASE) return [...new Set(forms)];
  return [...new Set(forms.flatMap((form) => [form, form.toUpperCase(), form.toLowerCase()]))];
}

function spellingsOfForm(text: string): string[] {
  const json = [quoted(text), quoted(quoted(text)), escapedAsGo(quoted(text)), inAscii(quoted(text))];
  const form = new URLSearchParams({ "": text }).toString().slice(1);
  const url = [encoded(text), encoded(text).replaceAll("%20", "+"), encodeURI(wellFormed(text)), form];
  const strict = encoded(text).replace(/[!'()*]/g, (character) => `%${codeOf(character)}`);
  const lowerCase = [...url, strict].map((spelling) => spelling.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
  const hex = Buffer.from(text).toString("hex");
  return [text, ...json, ...url, strict, ...lowerCase, ...htmlSpellings(text), hex, hex.toUpperCase()];
}

/**
 * What the base64 of any bytes that hold these has in it, in both alphabets: six bits a letter, so the same bytes are
 * written in three ways, and the letters at either end depend on the neighbours.
 */
function coresOf(bytes: Buffer): string[] {
  const cores = [0, 1, 2].map((offset) => {
    const letters = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replaceAll("=", "");
    return letters.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  return cores.flatMap((core) => [core, core.replaceAll("+", "-").replaceAll("/", "_")]);
}

function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go, which the providers and the CLI are written in, also escapes these. */
function escapedAsGo(json: string): string {
  return json.replace(/[<>&]/g, (character) => `\\u00${codeOf(character).toLowerCase()}`);
}

/** As Python and PHP write JSON. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${codeOf(unit).toLowerCase().padStart(4, "0")}`);
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

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}
