import { isRecord } from "../facts/dns-records";
import { instanceAddresses } from "../facts/elastic-addresses";
import { usesOf } from "../facts/references";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

export const elasticIpBehindDns = rule({
  name: "elastic-ip-behind-dns",
  displayName: "Clients use names, not fixed addresses",
  description: "The Elastic IP address of an instance has a name in DNS, so that clients need not know the address.",
  why: "Clients that know the bare address must all be changed when the server moves or is replaced by several.",
  severity: "low",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html",
  remediationSteps:
    "Put a load balancer before the instance and let a DNS record name that; or let a record name the address.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const { source, instances } of instanceAddresses(stack)) {
      if ([source, ...instances].some((one) => isNamed(stack, one))) continue;
      // What forwards the traffic of others is no entry.
      const checks = instances.map(({ props }) => asBoolean(at(props, "sourceDestCheck")));
      if (checks.includes(false)) continue;
      if (checks.includes(UNKNOWN)) {
        on(source).undecided("sourceDestCheck of its instance");
        continue;
      }
      const of = instances.length > 0 ? ` of "${instances.map(({ name }) => name).join('", "')}"` : "";
      on(source).deny(`it is the only entry${of}, and no DNS record names it; use a load balancer and its name`);
    }
  },
});

/** Whether a DNS record, or Global Accelerator, leads to a resource. */
function isNamed(stack: Stack, resource: StackResource): boolean {
  return usesOf(stack, resource).some(
    ({ user }) => isRecord(user) || user.type === "aws:globalaccelerator/endpointGroup:EndpointGroup",
  );
}
