import type { ExampleResource, Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

/** Addresses `ip1`, `ip2` and so on. */
const addresses = (count: number, props: Record<string, unknown> = {}, from = 1): Record<string, ExampleResource> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `ip${index + from}`,
      { type: "aws:ec2/eip:Eip", props: { domain: "vpc", ...props } },
    ]),
  );
const provider = { region: "eu-west-1" };
const says = (finding: string) => ({ "": finding });

export const examples: Examples = {
  denied: [
    {
      title: "six addresses in the region of the provider, whatever they are for",
      resources: addresses(6),
      provider,
      says: says(
        "it asks for 6 Elastic IP addresses in eu-west-1 (ip1, ip2, ip3, ip4 and 2 more), and an account has 5 there until the quota L-0263D0A3 is raised",
      ),
    },
    {
      title: "addresses that say their region themselves",
      resources: addresses(2, { region: "us-east-1" }),
      provider,
      settings: { max: 1 },
      says: says("it asks for 2 Elastic IP addresses in us-east-1 (ip1, ip2), and an account has 1 there"),
    },
    {
      title: "six addresses in a region that the environment decides",
      resources: addresses(6),
      provider: { region: undefined },
      says: says("it asks for 6 Elastic IP addresses in its region"),
    },
  ],
  allowed: [
    { title: "five addresses", resources: addresses(5), provider },
    { title: "more, where the quota was raised", resources: addresses(6), provider, settings: { max: 20 } },
    {
      title: "five addresses in each of two regions",
      resources: { ...addresses(5), ...addresses(5, { region: "us-east-1" }, 6) },
      provider,
    },
    {
      title: "addresses of a range that was brought to AWS",
      resources: addresses(8, { publicIpv4Pool: "ipv4pool-ec2-012345" }),
      provider,
    },
    { title: "a stack without addresses", resources: {}, provider },
  ],
  undecided: [
    {
      title: "more addresses than the quota, some in a region that is not known yet",
      resources: { ...addresses(3, { region: UNKNOWN }), ...addresses(3, {}, 4) },
      provider,
      says: says("the region of 3 Elastic IP addresses"),
    },
    {
      title: "more addresses than the quota, all in regions that are not known yet",
      resources: addresses(6, { region: UNKNOWN }),
      provider,
      says: says("the region of 6 Elastic IP addresses"),
    },
  ],
};
