import { accountDefault } from "../facts/account-defaults";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choice } from "../settings";

const optionsType = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";

export const vpcBlockPublicAccess = rule({
  name: "vpc-block-public-access",
  displayName: "Internet gateways are blocked but for exclusions",
  description:
    "VPC Block Public Access is on in the region of every internet gateway, and what is public is an exclusion.",
  why: "It keeps the internet out whatever routes and security groups say, so that one mistake in them exposes nothing.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172",
  remediationSteps:
    "Make aws.ec2.VpcBlockPublicAccessOptions in each region, and aws.ec2.VpcBlockPublicAccessExclusion for the VPCs or subnets that are public.",
  controls: { fsbp: ["EC2.172"] },
  settings: {
    mode: choice(
      ["block-ingress", "block-bidirectional"],
      "block-ingress",
      "The least that internetGatewayBlockMode must block: what comes in, or what goes out too.",
    ),
  },
  types: [optionsType],
  resource({ resource: { props }, settings, deny, undecided }) {
    const stated = asText(at(props, "internetGatewayBlockMode"));
    if (stated === UNKNOWN) undecided("internetGatewayBlockMode");
    else if (stated !== settings.mode && stated !== "block-bidirectional") {
      deny(`internetGatewayBlockMode is ${shown(stated)}; set it to "${settings.mode}"`);
    }
  },
  stack({ stack, settings, on }) {
    for (const gateway of stack.ofType("aws:ec2/internetGateway:InternetGateway")) {
      // What the options say is judged by themselves.
      if (accountDefault(stack, optionsType, gateway)) continue;
      on(gateway).deny(
        `this stack sets no VpcBlockPublicAccessOptions in its region; make them with internetGatewayBlockMode "${settings.mode}"`,
      );
    }
  },
});
