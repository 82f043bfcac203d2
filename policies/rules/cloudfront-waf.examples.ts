import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (props: Record<string, unknown> = {}) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { enabled: true, ...props },
});
const shared = (props: Record<string, unknown>) => ({
  type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
  props,
});
const tenant = (webAcl: unknown) => ({
  type: "aws:cloudfront/distributionTenant:DistributionTenant",
  props: { distributionId: "E1", customizations: { webAcl } },
});

export const examples: Examples = {
  denied: [
    {
      title: "distributions without a web ACL",
      resources: { site: distribution(), app: distribution({ webAclId: "" }), saas: shared({ comment: "saas" }) },
      says: {
        site: "webAclId is not set; name a web ACL of scope CLOUDFRONT",
        app: "webAclId is not set",
        saas: "webAclId is not set",
      },
    },
    {
      title: "a tenant that turns the web ACL off",
      resources: { acme: tenant({ action: "disable" }) },
      says: { acme: 'customizations.webAcl.action is "disable"; leave it out' },
    },
  ],
  allowed: [
    {
      title: "web ACLs of either generation",
      resources: {
        acl: { type: "aws:wafv2/webAcl:WebAcl", props: { scope: "CLOUDFRONT" } },
        site: distribution({ webAclId: ref("acl", "arn") }),
        classic: distribution({ webAclId: "473e64fd-f30b-4765-81a0-62ad96dd167a" }),
        saas: shared({ webAclId: ref("acl", "arn") }),
      },
    },
    {
      title: "tenants that have the web ACL of their distribution, or another",
      resources: {
        acme: tenant({ action: "override", arn: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/acme/1" }),
        other: { type: "aws:cloudfront/distributionTenant:DistributionTenant", props: { distributionId: "E1" } },
      },
    },
  ],
  undecided: [
    {
      title: "a tenant whose action is not known",
      resources: { acme: tenant({ action: UNKNOWN }) },
      says: { acme: "customizations.webAcl.action is not known yet" },
    },
  ],
};
