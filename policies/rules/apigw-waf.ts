import { apiOf, apiType, domainType, protocolOf, restStageType, stageType } from "../facts/api-gateway";
import { distributionTypes } from "../facts/distributions";
import { type Kind, named, usesOf } from "../facts/references";
import { at, UNKNOWN } from "../facts/value";
import { associationsOf, hasOpenAssociation } from "../facts/web-acls";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const mappingType = "aws:apigatewayv2/apiMapping:ApiMapping";
const domainKind: Kind = { types: [domainType], keys: ["domainName", "id"] };

export const apigwWaf = rule({
  name: "apigw-waf",
  displayName: "A web firewall stands before APIs",
  description:
    "Every stage of a REST API has a web ACL of AWS WAF, and every HTTP API, which can have none, is behind CloudFront.",
  why: "Injections, scanners and floods otherwise reach the backend unfiltered, each as a call that is paid for.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-4",
  remediationSteps:
    "Add an aws.wafv2.WebAclAssociation with the ARN of the stage. Before an HTTP API put a CloudFront distribution with a web ACL.",
  controls: { fsbp: ["APIGateway.4"] },
  types: [],
  subjects: [restStageType, apiType],
  stack({ stack, on }) {
    const isVague = hasOpenAssociation(stack);
    for (const stage of stack.ofType(restStageType)) {
      if (associationsOf(stack, stage).length > 0) continue;
      if (isVague) on(stage).undecided("the resourceArn of a WebAclAssociation");
      else on(stage).deny("it has no web ACL; add an aws.wafv2.WebAclAssociation with its ARN");
    }
    const fronted = frontedApis(stack);
    const isOpen = hasOpenOrigin(stack);
    for (const api of stack.ofType(apiType)) {
      const protocol = protocolOf(api);
      // WAF knows no WebSockets, whatever stands before them.
      if (fronted.has(api) || (protocol !== "HTTP" && protocol !== UNKNOWN)) continue;
      if (protocol === UNKNOWN) on(api).undecided("protocolType");
      else if (isOpen) on(api).undecided("an origin of a CloudFront distribution");
      else on(api).deny("AWS WAF cannot stand before an HTTP API; put CloudFront with a web ACL before it");
    }
  },
});

/** The APIs whose address, stage or domain name is an origin of a distribution. */
function frontedApis(stack: Stack): ReadonlySet<StackResource> {
  const isFronted = (resource: StackResource) =>
    usesOf(stack, resource).some(
      ({ user, property }) => distributionTypes.includes(user.type) && property === "origins",
    );
  const mapped = stack
    .ofType(mappingType)
    .filter((mapping) =>
      named(stack, mapping, "domainName", at(mapping.props, "domainName"), domainKind).some(isFronted),
    );
  const parts = [...stack.ofType(stageType).filter(isFronted), ...mapped];
  return new Set([...stack.ofType(apiType).filter(isFronted), ...parts.flatMap((part) => apiOf(stack, part) ?? [])]);
}

function hasOpenOrigin(stack: Stack): boolean {
  return stack
    .ofType(...distributionTypes)
    .some((site) => at(site.props, "origins") === UNKNOWN && site.references("origins").length === 0);
}
