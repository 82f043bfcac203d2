/** The words of a name in small letters, however it joins them: `shopNAT-gateway1` has `shop`, `nat` and `gateway`. */
export function wordsOf(name: string): string[] {
  const words: string[] = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return words.map((word) => word.toLowerCase());
}
