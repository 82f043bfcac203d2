import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = (props: Record<string, unknown> = {}) => ({ type: "aws:ec2/vpc:Vpc", props });
const subnet = (props: Record<string, unknown>) => ({ type: "aws:ec2/subnet:Subnet", props });
const settings = { regions: ["eu-west-1", "eu-central-1"] };

export const examples: Examples = {
  denied: [
    {
      title: "a provider in another region",
      resources: { net: vpc() },
      provider: { region: "us-west-2" },
      settings,
      says: { net: 'region of its provider is "us-west-2"; use one of eu-west-1, eu-central-1' },
    },
    {
      title: "a resource that names another region, whatever its provider's is",
      resources: { net: vpc({ region: "ap-south-1" }) },
      settings,
      says: { net: 'region is "ap-south-1"; use one of' },
    },
    {
      title: "a region whose name is far too long",
      resources: { net: vpc({ region: "ap-south-1".repeat(1000) }) },
      settings,
      says: { net: "ap-south-1ap-sou...; use one of" },
    },
    {
      title: "zones of another region",
      resources: {
        one: subnet({ availabilityZone: "us-west-2a" }),
        local: subnet({ availabilityZone: "us-west-2-lax-1a" }),
        group: { type: "aws:autoscaling/group:Group", props: { availabilityZones: ["eu-west-1a", "us-east-1a"] } },
      },
      settings,
      says: {
        one: 'availabilityZone names "us-west-2a"; use a zone of eu-west-1',
        local: 'availabilityZone names "us-west-2-lax-1a"',
        group: 'availabilityZones names "us-east-1a"',
      },
    },
    {
      title: "what no global service needs in us-east-1",
      resources: { net: vpc({ region: "us-east-1" }) },
      settings,
      says: { net: 'region is "us-east-1"' },
    },
  ],
  allowed: [
    { title: "any region without a list", resources: { net: vpc({ region: "us-west-2" }) } },
    {
      title: "the regions of the list, by provider, resource and zone",
      resources: {
        net: vpc(),
        other: vpc({ region: "eu-central-1" }),
        app: subnet({ availabilityZone: "eu-west-1b" }),
      },
      settings,
    },
    {
      title: "what CloudFront and Route 53 take from us-east-1",
      resources: {
        certificate: { type: "aws:acm/certificate:Certificate", props: { region: "us-east-1" } },
        acl: { type: "aws:wafv2/webAcl:WebAcl", props: { region: "us-east-1", scope: "CLOUDFRONT" } },
        edge: { type: "aws:lambda/function:Function", props: { region: "us-east-1", publish: true } },
        signing: { type: "aws:kms/key:Key", props: { region: "us-east-1", customerMasterKeySpec: "ECC_NIST_P256" } },
        told: { type: "aws:sns/topic:Topic", props: { region: "us-east-1" } },
      },
      settings,
    },
    {
      title: "what is not AWS's",
      resources: { pod: { type: "kubernetes:core/v1:Pod", props: { region: "us-west-2" } } },
      settings,
    },
  ],
  undecided: [
    {
      title: "a region or a zone that is not known",
      resources: { net: vpc({ region: UNKNOWN }), app: subnet({ availabilityZone: UNKNOWN }) },
      settings,
      says: { net: "region is not known yet", app: "availabilityZone is not known yet" },
    },
    {
      title: "a provider that takes its region from the environment",
      resources: { net: vpc() },
      provider: { region: undefined },
      settings,
      says: { net: "the region, which the provider takes from its environment, is not known yet" },
    },
  ],
};
