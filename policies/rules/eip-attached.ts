import { isGiven } from "../facts/given";
import { usesOf } from "../facts/references";
import { said } from "../facts/said";
import { rule } from "../rule";

const addressType = "aws:ec2/eip:Eip";

/** What mentions an address and holds none: names, firewalls, permissions and notes. */
const mentions =
  /^aws:(?:cloudwatch|iam|route53|shield|ssm|waf|wafregional|wafv2)\/|^aws:(?:ec2|vpc)\/(?:(?:default)?[sS]ecurityGroup|(?:default)?[nN]etworkAcl|managedPrefixList|eipDomainName|tag)/;

export const eipAttached = rule({
  name: "eip-attached",
  displayName: "Elastic IP addresses are in use",
  description:
    "Every Elastic IP address belongs to an instance, a network interface, a NAT gateway or a load balancer: it costs the same unused.",
  why: "AWS bills each public IPv4 address by the hour, also one that leads nowhere.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12",
  remediationSteps: "Give the address to an instance, a NAT gateway or a load balancer, or delete it.",
  controls: { fsbp: ["EC2.12"] },
  types: [addressType],
  stack({ stack, on, run }) {
    for (const address of stack.ofType(addressType)) {
      // A state says what another resource has associated.
      const holders = ["instance", "networkInterface", "associationId"].map((property) =>
        said(address, property, run.statedInputs),
      );
      if (holders.some(isGiven)) continue;
      if (usesOf(stack, address).some(({ user }) => !mentions.test(user.type))) continue;
      on(address).deny("nothing uses it; give it to an instance, a NAT gateway or a load balancer, or delete it");
    }
  },
});
