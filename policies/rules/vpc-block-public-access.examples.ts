import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const options = (internetGatewayBlockMode: unknown, more: Record<string, unknown> = {}) => ({
  type: "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
  props: { internetGatewayBlockMode, ...more },
});
const network = {
  vpc: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: ref("vpc") } },
};

export const examples: Examples = {
  denied: [
    {
      title: "an internet gateway where nothing is blocked",
      resources: network,
      says: {
        gateway:
          'this stack sets no VpcBlockPublicAccessOptions in its region; make them with internetGatewayBlockMode "block-ingress"',
      },
    },
    {
      title: "options of another region",
      resources: { ...network, options: options("block-ingress", { region: "us-east-1" }) },
      says: { gateway: "this stack sets no VpcBlockPublicAccessOptions in its region" },
    },
    {
      title: "options that block nothing",
      resources: { ...network, options: options("off") },
      says: { options: 'internetGatewayBlockMode is "off"; set it to "block-ingress"' },
    },
    {
      title: "options that block less than the settings ask for",
      settings: { mode: "block-bidirectional" },
      resources: { options: options("block-ingress") },
      says: { options: 'internetGatewayBlockMode is "block-ingress"; set it to "block-bidirectional"' },
    },
  ],
  allowed: [
    {
      title: "a region where what comes in is blocked, or more",
      resources: { ...network, options: options("block-ingress") },
    },
    {
      title: "a region where both directions are blocked but for an exclusion",
      resources: {
        ...network,
        options: options("block-bidirectional"),
        exclusion: {
          type: "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
          props: { vpcId: ref("vpc"), internetGatewayExclusionMode: "allow-bidirectional" },
        },
      },
    },
    { title: "a VPC without an internet gateway", resources: { vpc: network.vpc } },
  ],
  undecided: [
    {
      title: "options whose mode is not known",
      resources: { ...network, options: options(UNKNOWN) },
      says: { options: "internetGatewayBlockMode is not known yet" },
    },
  ],
};
