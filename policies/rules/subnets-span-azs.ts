import { subnetTiers } from "../facts/subnet-tiers";
import { UNKNOWN } from "../facts/value";
import { spreadOf } from "../facts/zones";
import { rule } from "../rule";
import { integer } from "../settings";

export const subnetsSpanAzs = rule({
  name: "subnets-span-azs",
  displayName: "Each tier of a network spans zones",
  description: "The public, private and isolated subnets of a VPC lie, each kind for itself, in at least two zones.",
  why: "With subnets in one zone nothing that is put into them can outlive the outage of that zone.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html",
  remediationSteps: "Add a subnet of the same tier in a second availability zone.",
  controls: {},
  settings: { min: integer(2, "The number of zones that each tier must span.", { minimum: 1 }) },
  types: ["aws:ec2/vpc:Vpc"],
  stack({ stack, settings: { min }, on }) {
    for (const [vpc, tiers] of subnetTiers(stack)) {
      const loose = tiers.get(UNKNOWN) ?? [];
      for (const [tier, subnets] of tiers) {
        if (tier === UNKNOWN) continue;
        const { atLeast, says } = spreadOf(subnets, `its ${tier} tier`);
        // A subnet whose routes are not known may belong to any tier.
        const { atMost } = spreadOf([...subnets, ...loose], "it");
        if (atMost < min) on(vpc).deny(`${says}; add ${tier} subnets until it spans ${min} zones`);
        else if (atLeast < min) on(vpc).undecided(`the zones of its ${tier} subnets`);
      }
      const [vague] = loose;
      if (vague) on(vpc).undecided(`where subnet "${vague.name}" sends its traffic`);
    }
  },
});
