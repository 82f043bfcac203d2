import { functionType } from "../facts/lambda-functions";
import { hasTag } from "../facts/tags";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const lambdaInVpc = rule({
  name: "lambda-in-vpc",
  displayName: "Functions are attached to a VPC",
  description: "Every Lambda function, or every one with a tag that the settings name, has subnets of a VPC.",
  why: "Only within a VPC can a function reach what has no public address, and be limited by security groups and endpoints.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-3",
  remediationSteps:
    "Set vpcConfig.subnetIds and securityGroupIds. What the function calls outside the VPC then needs endpoints or a NAT gateway.",
  controls: { fsbp: ["Lambda.3"] },
  settings: {
    tags: texts([], "Tags of the functions that must be, as `key=value`, or `key` for any value; none listed is all."),
  },
  types: [functionType],
  resource({ resource, settings: { tags }, deny, undecided }) {
    const isMeant = tags.length === 0 || hasTag(resource, tags);
    // A function on instances of its own has the subnets of its capacity provider.
    const isOnInstances = at(resource.props, "capacityProviderConfig") !== undefined;
    const subnets = asList(at(resource.props, "vpcConfig", "subnetIds"));
    if (isMeant === false || isOnInstances || (subnets !== UNKNOWN && subnets.length > 0)) return;
    if (isMeant === UNKNOWN) undecided("tags");
    else if (subnets === UNKNOWN) undecided("vpcConfig.subnetIds");
    else deny("vpcConfig.subnetIds is not set; name subnets of a VPC");
  },
});
