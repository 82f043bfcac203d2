import { hasRoutingPolicy, recordType } from "../facts/dns-records";
import { balancerClass, classicType, facesInternet, loadBalancerType } from "../facts/load-balancers";
import { usesOf } from "../facts/references";
import { stated } from "../facts/stated";
import { asList, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const balancerTypes = [loadBalancerType, classicType];
const domainTypes = ["aws:apigateway/domainName:DomainName", "aws:apigatewayv2/domainName:DomainName"];

export const multiRegionNote = rule({
  name: "multi-region-note",
  displayName: "Entry points have a second region",
  description:
    "Route 53, Global Accelerator or an origin group of CloudFront can lead elsewhere when the region of an entry point fails.",
  why: "When a whole region fails, all that has its only entry there is gone until the region is back.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html",
  remediationSteps:
    "Run the entry point in a second region too, and give its name a primary and a secondary failover record with health checks.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const entry of stack.ofType(...balancerTypes, ...domainTypes)) {
      const isEntry = facesClients(entry);
      if (isEntry === false || leadsElsewhere(stack, entry)) continue;
      if (isEntry === UNKNOWN) on(entry).undecided("internal");
      else on(entry).deny("no failover record leads to it; add a primary one, and a secondary one for another region");
    }
  },
});

function facesClients(entry: StackResource): boolean | Unknown {
  if (!balancerTypes.includes(entry.type)) return true;
  const own = stated(entry);
  return balancerClass(own) !== "gateway" && facesInternet(own);
}

/** Whether something before an entry point can lead to another one. The other may belong to the stack of its region. */
function leadsElsewhere(stack: Stack, entry: StackResource): boolean {
  return usesOf(stack, entry).some(({ user }) => {
    if (user.type === recordType) return hasRoutingPolicy(user);
    if (user.type === "aws:globalaccelerator/endpointGroup:EndpointGroup") return true;
    if (user.type !== "aws:cloudfront/distribution:Distribution") return false;
    const groups = asList(at(user.props, "originGroups"));
    return groups === UNKNOWN || groups.length > 0;
  });
}
