import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";

export interface DnsRecordArgs {
  /** The id of the hosted zone. */
  readonly zoneId: pulumi.Input<string>;
  /** The name that is answered, e.g. `shop.example.com` or the zone's own name. */
  readonly domainName: string;
  /** What the name leads to: a load balancer or another AWS resource by alias, or values of your own. */
  readonly target: AliasTarget | ValueTarget;
}

/** An AWS resource with a name in AWS's own zones. A `WebTier` is one. */
export interface AliasTarget {
  /** Its DNS name. */
  readonly dnsName: pulumi.Input<string>;
  /** The id of the hosted zone of its DNS name. */
  readonly zoneId: pulumi.Input<string>;
}

/** Plain values. */
export interface ValueTarget {
  /** The type of the record. */
  readonly recordType: "A" | "AAAA" | "CAA" | "CNAME" | "MX" | "TXT";
  /** The values of the record, at least one. */
  readonly values: readonly pulumi.Input<string>[];
  /** Seconds for which an answer may be remembered, 0–2147483647. @default 300 */
  readonly ttlSeconds?: number;
}

/**
 * A name in a Route 53 zone. An alias answers with the IPv4 and IPv6 addresses that its target has, and while the target
 * is healthy.
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

  /** @throws when the name is not a domain name, a value is missing, a CNAME has several, or the TTL is out of range. */
  constructor(name: string, args: DnsRecordArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DnsRecord", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "DNS record", name);
    const { domainName, target } = args;
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
    const isName = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(domainName);
    check(isName && domainName.length <= 253, "domainName", "must be a domain name in lower case", domainName);
    if ("values" in target) checkValues(check, target);

    const records =
      "values" in target ? [valueRecord(name, args, target, this)] : aliasRecords(name, args, target, this);

    this.domainName = pulumi.all(records.map(({ id }) => id)).apply(() => domainName);
    this.registerOutputs({ domainName: this.domainName });
  }
}

function checkValues(check: ArgumentCheck, { recordType, values, ttlSeconds = 300 }: ValueTarget): void {
  check(values.length > 0, "target.values", "must hold at least one value", values);
  const isSingle = recordType !== "CNAME" || values.length === 1;
  check(isSingle, "target.values", "must hold exactly one value for a CNAME", values);
  const isTtl = Number.isInteger(ttlSeconds) && ttlSeconds >= 0 && ttlSeconds <= 2147483647;
  check(isTtl, "target.ttlSeconds", "must be a whole number of seconds between 0 and 2147483647", ttlSeconds);
}

function valueRecord(
  name: string,
  { zoneId, domainName }: DnsRecordArgs,
  { recordType, values, ttlSeconds = 300 }: ValueTarget,
  parent: pulumi.Resource,
): aws.route53.Record {
  return new aws.route53.Record(
    `${name}-${recordType.toLowerCase()}`,
    { zoneId, name: domainName, type: recordType, records: [...values], ttl: ttlSeconds },
    { parent },
  );
}

function aliasRecords(
  name: string,
  { zoneId, domainName }: DnsRecordArgs,
  target: AliasTarget,
  parent: pulumi.Resource,
): aws.route53.Record[] {
  const aliases = [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: true }];
  return (["A", "AAAA"] as const).map(
    (type) =>
      new aws.route53.Record(`${name}-${type.toLowerCase()}`, { zoneId, name: domainName, type, aliases }, { parent }),
  );
}
