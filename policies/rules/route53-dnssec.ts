import { publicZones, zonesNamed } from "../facts/hosted-zones";
import { asText, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

export const route53Dnssec = rule({
  name: "route53-dnssec",
  displayName: "Public zones are signed",
  description: "Every public hosted zone of Route 53 has an active key-signing key and is signed with it.",
  why: "Without signatures a resolver cannot tell a forged answer from yours, and visitors can be led to other servers.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html",
  remediationSteps:
    "Add an aws.route53.KeySigningKey of a KMS key in us-east-1 and an aws.route53.HostedZoneDnsSec, then register the key's DS record with the parent zone.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const isNot = (property: string, text: string) => (resource: StackResource) => {
      const value = asText(at(resource.props, property));
      return value === UNKNOWN || value !== text;
    };
    const active = stack.ofType("aws:route53/keySigningKey:KeySigningKey").filter(isNot("status", "INACTIVE"));
    const signings = stack.ofType("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec");
    const keys = zonesNamed(stack, active, "hostedZoneId");
    const signed = zonesNamed(stack, signings.filter(isNot("signingStatus", "NOT_SIGNING")), "hostedZoneId");
    for (const zone of publicZones(stack)) {
      const { deny, undecided } = on(zone);
      if (!keys.zones.has(zone)) {
        if (keys.isVague) undecided("the hostedZoneId of a KeySigningKey");
        else deny("it has no active key to sign with; add an aws.route53.KeySigningKey and a HostedZoneDnsSec");
      } else if (!signed.zones.has(zone)) {
        if (signed.isVague) undecided("the hostedZoneId of a HostedZoneDnsSec");
        else deny("it has a key but is not signed; add an aws.route53.HostedZoneDnsSec");
      }
    }
  },
});
