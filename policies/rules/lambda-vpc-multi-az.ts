import { functionType } from "../facts/lambda-functions";
import { spreadAlone, spreadInStack, type ZonePlaces } from "../facts/zones";
import { rule } from "../rule";
import { integer } from "../settings";

const types = [functionType, "aws:lambda/capacityProvider:CapacityProvider"];
const places: ZonePlaces = { subnets: [{ path: ["vpcConfig", "subnetIds"] }], zones: [] };

export const lambdaVpcMultiAz = rule({
  name: "lambda-vpc-multi-az",
  displayName: "Functions in a VPC span zones",
  description: "A Lambda function that is attached to a VPC has subnets of at least two zones.",
  why: "With subnets in one zone, the outage of the zone stops the function, which without a VPC would run on in others.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-5",
  remediationSteps: "Give vpcConfig.subnetIds a subnet in each of two or more zones.",
  controls: { fsbp: ["Lambda.5"] },
  settings: { min: integer(2, "The number of zones that a function must span.", { minimum: 1 }) },
  types,
  resource({ resource, settings: { min }, deny }) {
    const alone = spreadAlone(resource, places);
    if (alone && alone.atMost < min) deny(`${alone.says}; give it subnets of ${min} zones`);
  },
  stack({ stack, settings: { min }, on }) {
    for (const resource of stack.ofType(...types)) {
      const alone = spreadAlone(resource, places);
      if (!alone || alone.atMost < min || alone.atLeast >= min) continue;
      const { atLeast, atMost, says } = spreadInStack(stack, resource, places);
      if (atMost < min) on(resource).deny(`${says}; give it subnets of ${min} zones`);
      else if (atLeast < min) on(resource).undecided("the zones of its subnets");
    }
  },
});
