/**
 * How the subnets of a tier reach the internet: `public` by an internet gateway, in both directions; `private` by a NAT
 * gateway, outwards only; `isolated` not at all. `inspection` holds the endpoints of a Gateway Load Balancer, through
 * which all traffic between `public` and the internet gateway then goes.
 */
export type Tier = "public" | "private" | "isolated" | "inspection";
