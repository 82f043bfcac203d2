import { distributionTypes } from "../facts/distributions";
import { isGiven } from "../facts/given";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const tenantType = "aws:cloudfront/distributionTenant:DistributionTenant";

export const cloudfrontWaf = rule({
  name: "cloudfront-waf",
  displayName: "A web firewall stands before CloudFront",
  description: "Every CloudFront distribution has a web ACL of AWS WAF, and no tenant turns it off.",
  why: "Injections, scanners and floods otherwise reach the origin unfiltered from all over the world.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-6",
  remediationSteps:
    "Set webAclId to the ARN of an aws.wafv2.WebAcl of scope CLOUDFRONT in us-east-1. Where files alone are served, an exemption that says so is a fair answer.",
  controls: { fsbp: ["CloudFront.6"] },
  types: [...distributionTypes, tenantType],
  resource({ resource: { type, props }, deny, undecided }) {
    if (type !== tenantType) {
      // Of an ACL that is made with the stack the ARN is not known at preview, but then one is named.
      if (!isGiven(at(props, "webAclId"))) deny("webAclId is not set; name a web ACL of scope CLOUDFRONT");
      return;
    }
    const action = asText(at(props, "customizations", "webAcl", "action"));
    if (action === UNKNOWN) undecided("customizations.webAcl.action");
    if (action === "disable")
      deny('customizations.webAcl.action is "disable"; leave it out, or "override" it with an ARN');
  },
});
