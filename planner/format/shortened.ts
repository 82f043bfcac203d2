/** A part of a page that may be shortened: whole rows are left out at its end. */
export interface Section {
  readonly before: string;
  /** Each with the end of its line. */
  readonly rows: readonly string[];
  /** Says how many rows were left out. */
  readonly more: (rows: number) => string;
  readonly after: string;
}

/** Joins sections, of which the first are the most important, and keeps to a number of characters. */
export function shortened(sections: readonly Section[], limit: number): string {
  const frames = sections.map(
    ({ before, rows, more, after }) => before.length + more(rows.length).length + after.length,
  );
  let left = limit - frames.reduce((sum, length) => sum + length, 0);
  const written = sections.map(({ before, rows, more, after }) => {
    const kept = rows.findIndex((row) => {
      left -= row.length;
      return left < 0;
    });
    if (kept < 0) return before + rows.join("") + after;
    // What is less important than what was left out is left out as well.
    return before + rows.slice(0, kept).join("") + more(rows.length - kept) + after;
  });
  return written.join("");
}
