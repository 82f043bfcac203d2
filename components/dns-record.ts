import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDomainName } from "./dns-record/domain-name";
import { checkTarget, type Target, targetRecords } from "./dns-record/target";
import { checkZoneId } from "./hosted-zone/zone-id";

export interface DnsRecordArgs {
  /** The id of the hosted zone. */
  readonly zoneId: pulumi.Input<string>;
  /** The name that is answered, e.g. `shop.example.com` or the zone's own name. */
  readonly domainName: string;
  /** What the name leads to: a load balancer or another AWS resource by alias, or values of your own. */
  readonly target: Target;
}

/**
 * A name in a Route 53 zone. An alias answers with the IPv4 and IPv6 addresses that its target has, and while the target
 * is healthy. Where Route 53 is to choose between several targets, `DnsRouting` declares them as one set.
 *
 * @example
 * import { DnsRecord } from "./components/dns-record";
 *
 * const record = new DnsRecord("shop-dns", {
 *   zoneId: "Z0123456789ABCDEFGHIJ",
 *   domainName: "shop.example.com",
 *   target: { dnsName: "shop-lb-1234567890.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" },
 * });
 */
export class DnsRecord extends pulumi.ComponentResource {
  /** The name that is answered, once it is. */
  readonly domainName: pulumi.Output<string>;

  /** @throws when the name is not a domain name, a value is missing or malformed, or the TTL is out of range. */
  constructor(name: string, args: DnsRecordArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DnsRecord", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "DNS record", name);
    const { zoneId, domainName, target } = args;
    checkZoneId(check, "zoneId", zoneId);
    checkDomainName(check, "domainName", domainName);
    checkTarget(check, "target", target);

    const records = targetRecords(name, { zoneId, name: domainName }, target, 300, this);

    this.domainName = pulumi.all(records.map(({ id }) => id)).apply(() => domainName);
    this.registerOutputs({ domainName: this.domainName });
  }
}
