/**
 * Whether some text fits both of two patterns, in which `*` stands for any characters and `?` for one: the wildcards of
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function patternsMeet(one: string, other: string): boolean {
  // below[j]: what follows one[i] meets other from j on; row[j]: the same with one[i]. Both are filled from the end.
  let below: boolean[] = [];
  for (let i = one.length; i >= 0; i--) {
    const row: boolean[] = [];
    for (let j = other.length; j >= 0; j--) {
      const [a, b] = [one[i], other[j]];
      const skipA = a !== undefined && below[j] === true;
      const skipB = b !== undefined && row[j + 1] === true;
      if (a === undefined && b === undefined) row[j] = true;
      // A star stands for nothing and is left behind, or it takes one more character of the other side.
      else if (a === "*" || b === "*") row[j] = skipA || skipB;
      else if (a === undefined || b === undefined) row[j] = false;
      else row[j] = (a === b || a === "?" || b === "?") && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}

/** Whether a pattern has a wildcard. */
export function isWild(pattern: string): boolean {
  return /[*?]/.test(pattern);
}
