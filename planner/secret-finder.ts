import { base64Cores, spellingsOf } from "./secret-spellings";

/** The words that are found have at least this many letters: by them they are looked up. */
export const LEAST_LETTERS = 4;

const DOTS = /\.{3}|…/g;

const BASE64 = /[\w+/-]/;

/** Finds words in all their spellings, in the time that it takes to read the text. */
export class SecretFinder {
  private readonly spellings: Beginnings;
  private readonly cores: Beginnings;

  /** @param standIn what stands where a word was */
  constructor(
    words: Iterable<string>,
    private readonly standIn: string,
  ) {
    this.spellings = new Beginnings([...words].flatMap(spellingsOf));
    this.cores = new Beginnings([...words].flatMap(base64Cores));
  }

  hide(text: string): string {
    if (text.length < LEAST_LETTERS) return text;
    const clear = this.without(text, this.spellings.placesIn(text));
    const whole = this.without(
      clear,
      this.cores.placesIn(clear).map(([at, end]) => base64Around(clear, at, end)),
    );
    return this.without(whole, this.brokenOff(whole));
  }

  /** A long value that a policy quotes may end, with dots, in the middle of a secret. */
  private brokenOff(text: string): Place[] {
    return [...text.matchAll(DOTS)].flatMap(({ index }): Place[] => {
      const line = text.lastIndexOf("\n", index) + 1;
      const begun = this.spellings.begunIn(text.slice(line, index));
      return begun === undefined ? [] : [[line + begun, index]];
    });
  }

  private without(text: string, places: readonly Place[]): string {
    let kept = "";
    let from = 0;
    for (const [at, end] of joined(places)) {
      kept += text.slice(from, at) + this.standIn;
      from = end;
    }
    return kept + text.slice(from);
  }
}

/** From where to where in a text. */
type Place = readonly [number, number];

/** Words by their first letters. */
class Beginnings {
  private readonly byStart = new Map<string, string[]>();

  constructor(words: readonly string[]) {
    // A long secret may begin with a shorter one.
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const start = word.slice(0, LEAST_LETTERS);
      const others = this.byStart.get(start);
      if (others) others.push(word);
      else this.byStart.set(start, [word]);
    }
  }

  /** Where words stand, from left to right; they may overlap. */
  placesIn(text: string): Place[] {
    const places: Place[] = [];
    for (let at = 0; at + LEAST_LETTERS <= text.length; at++) {
      const word = this.at(text, at)?.find((one) => text.startsWith(one, at));
      if (word !== undefined) places.push([at, at + word.length]);
    }
    return places;
  }

  /** Where a word begins that the end of a text breaks off. */
  begunIn(text: string): number | undefined {
    for (let at = 0; at + LEAST_LETTERS <= text.length; at++) {
      const rest = text.slice(at);
      if (this.at(text, at)?.some((word) => word.startsWith(rest))) return at;
    }
    return undefined;
  }

  private at(text: string, at: number): string[] | undefined {
    return this.byStart.get(text.slice(at, at + LEAST_LETTERS));
  }
}

/** The run of base64 letters around a place. */
function base64Around(text: string, at: number, end: number): Place {
  let [first, last] = [at, end];
  while (first > 0 && BASE64.test(text.charAt(first - 1))) first--;
  while (BASE64.test(text.charAt(last))) last++;
  while (text.charAt(last) === "=") last++;
  return [first, last];
}

/** Places of which none overlaps the next. */
function joined(places: readonly Place[]): Place[] {
  const apart: [number, number][] = [];
  for (const [at, end] of places) {
    const last = apart.at(-1);
    if (last && at < last[1]) last[1] = Math.max(last[1], end);
    else apart.push([at, end]);
  }
  return apart;
}
