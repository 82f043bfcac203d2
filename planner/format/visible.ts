// Besides control characters: what turns the direction of writing, half a surrogate pair, and what XML forbids.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A text without what would steer the reader's terminal, or hide in a report: names and messages come from programs of
 * anybody. Ends of lines stay.
 */
export function visible(words: string): string {
  return words.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code}`;
  });
}

/** A text on one line. */
export function oneLine(words: string): string {
  return visible(words).replaceAll("\n", "\\n");
}
