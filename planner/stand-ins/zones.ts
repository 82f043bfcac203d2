/**
 * Availability zones by region, as an account with default opt-ins sees them. Most regions offer the letters a, b, c;
 * the exceptions are those of https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html.
 * Which letter is which physical zone differs between accounts, so zone ids here are stand-ins.
 */
const LETTERS: Record<string, string> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ca-central-1": "abd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
};

const DIRECTIONS: Record<string, string> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  southeast: "se",
  northwest: "nw",
  southwest: "sw",
};

export interface Zone {
  readonly name: string;
  readonly id: string;
}

export function zonesOf(region: string): Zone[] {
  const letters = LETTERS[region] ?? "abc";
  const [area = "", ...rest] = region.split("-");
  const number = rest.at(-1) ?? "1";
  const direction = rest.slice(0, -1).map((word) => DIRECTIONS[word] ?? word[0]);
  const prefix = `${area}${direction.join("")}${number}`;
  return [...letters].map((letter, index) => ({ name: `${region}${letter}`, id: `${prefix}-az${index + 1}` }));
}
