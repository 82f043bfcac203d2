/**
 * How the subnets of a tier reach the internet: `public` by an internet gateway, in both directions; `private` by a NAT
 * gateway, outwards only; `isolated` not at all.
 */
export type Tier = "public" | "private" | "isolated";
