import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const acl = (props: Record<string, unknown> = {}) => ({
  type: "aws:ec2/networkAcl:NetworkAcl",
  props: { vpcId: "vpc-1", ...props },
});
const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: "vpc-1" } };
const association = (networkAclId: unknown) => ({
  type: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  props: { networkAclId, subnetId: "subnet-1" },
});

export const examples: Examples = {
  denied: [
    {
      title: "an ACL without subnets, stated or not",
      resources: { silent: acl(), empty: acl({ subnetIds: [] }) },
      says: {
        silent: "no subnet uses it; name subnets in subnetIds, or remove it",
        empty: "no subnet uses it",
      },
    },
    {
      title: "an ACL beside one that has an association",
      resources: { used: acl(), idle: acl(), link: association(ref("used")), other: association("acl-0a1b2c3d") },
      says: { idle: "no subnet uses it" },
    },
  ],
  allowed: [
    { title: "an ACL that names subnets", resources: { a: subnet, web: acl({ subnetIds: [ref("a")] }) } },
    {
      title: "an ACL that an association names",
      resources: { web: acl(), link: association(ref("web")) },
    },
    { title: "subnets that are not known yet", resources: { web: acl({ subnetIds: UNKNOWN }) } },
    {
      title: "the default ACL, which every other subnet uses",
      resources: {
        own: { type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", props: { defaultNetworkAclId: "acl-1" } },
      },
    },
  ],
  undecided: [
    {
      title: "an association of an ACL that is not known",
      resources: { web: acl(), link: association(UNKNOWN) },
      says: { web: 'the networkAclId of the association "link" is not known yet' },
    },
  ],
};
