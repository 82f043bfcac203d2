import { base64Cores, spellingsOf } from "./secret-spellings";

/** The words that are found have at least this many letters: by them they are looked up. */
export const LEAST_LETTERS = 4;

const DOTS = /\.{3,}|…/g;

const BASE64 = /[\w+/-]/;

/** Finds words in the spellings that `secret-spellings.ts` knows, in the time that it takes to read the text. */
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
    const whole = this.without(clear, base64Around(clear, this.cores.placesIn(clear)));
    return this.without(whole, this.brokenOff(whole));
  }

  /** A long value that a policy quotes may end, with dots, in the middle of a secret. */
  private brokenOff(text: string): Place[] {
    return [...text.matchAll(DOTS)].flatMap(({ index }): Place[] => {
      const lengths = [this.spellings, this.cores].flatMap((words) => words.begunIn(text, index) ?? []);
      return lengths.length === 0 ? [] : [[index - Math.max(...lengths), index]];
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
  private readonly longest: number;

  constructor(words: readonly string[]) {
    // A long secret may begin with a shorter one.
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const start = word.slice(0, LEAST_LETTERS);
      const others = this.byStart.get(start);
      if (others) others.push(word);
      else this.byStart.set(start, [word]);
    }
    this.longest = words.reduce((most, { length }) => Math.max(most, length), 0);
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

  /** How many letters of a word stand before a place in a text, in its line. */
  begunIn(text: string, end: number): number | undefined {
    const before = text.slice(Math.max(0, end - this.longest), end);
    for (let at = before.lastIndexOf("\n") + 1; at + LEAST_LETTERS <= before.length; at++) {
      const rest = before.slice(at);
      if (this.at(before, at)?.some((word) => word.startsWith(rest))) return rest.length;
    }
    return undefined;
  }

  private at(text: string, at: number): string[] | undefined {
    return this.byStart.get(text.slice(at, at + LEAST_LETTERS));
  }
}

/** The runs of base64 letters around places, which come from left to right; each run is read once. */
function base64Around(text: string, places: readonly Place[]): Place[] {
  const runs: Place[] = [];
  for (const [at, end] of places) {
    if (end <= (runs.at(-1)?.[1] ?? 0)) continue;
    let [first, last] = [at, end];
    while (first > 0 && BASE64.test(text.charAt(first - 1))) first--;
    while (BASE64.test(text.charAt(last))) last++;
    while (text.charAt(last) === "=") last++;
    runs.push([first, last]);
  }
  return runs;
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
