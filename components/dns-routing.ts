import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDomainName } from "./dns-record/domain-name";
import { targetRecords } from "./dns-record/target";
import { type RoutingPolicy, readPolicy } from "./dns-routing/policy";
import { type ReadRecord, routedTtlSeconds } from "./dns-routing/routed-record";
import { HealthCheck } from "./health-check";
import { checkZoneId } from "./hosted-zone/zone-id";

export interface DnsRoutingArgs {
  /** The id of the hosted zone. */
  readonly zoneId: pulumi.Input<string>;
  /** The name that is answered, e.g. `www.example.com` or the zone's own name. */
  readonly domainName: string;
  /** What is answered, and how Route 53 chooses between several records. */
  readonly policy: RoutingPolicy;
}

/**
 * All records of one name, declared and checked as one set: Route 53 answers one of them by weight, health, latency,
 * place or address. A record is called after its id, so one comes and goes without touching another.
 *
 * @example
 * import { DnsRouting } from "./components/dns-routing";
 *
 * const blue = { dnsName: "blue-lb-1.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" };
 * const green = { dnsName: "green-lb-2.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" };
 * const release = new DnsRouting("release", {
 *   zoneId: "Z0123456789ABCDEFGHIJ",
 *   domainName: "www.example.com",
 *   policy: { type: "weighted", records: { blue: { weight: 80, target: blue }, green: { weight: 20, target: green } } },
 * });
 */
export class DnsRouting extends pulumi.ComponentResource {
  /** The name that is answered, once all of its records are there. */
  readonly domainName: pulumi.Output<string>;

  /** @throws when the records are not a set from which Route 53 can answer everyone, or one of them is malformed. */
  constructor(name: string, args: DnsRoutingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DnsRouting", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "DNS routing", name);
    const { zoneId, domainName, policy } = args;
    checkZoneId(check, "zoneId", zoneId);
    checkDomainName(check, "domainName", domainName);
    const read = readPolicy(check, name, policy);

    const place = { zoneId, name: domainName };
    const records = read(this).flatMap((record) => routedRecords(name, place, record, this));

    this.domainName = pulumi.all(records.map(({ id }) => id)).apply(() => domainName);
    this.registerOutputs({ domainName: this.domainName });
  }
}

/** The records of one id: one for each type that its target has. */
function routedRecords(
  name: string,
  place: Pick<aws.route53.RecordArgs, "zoneId" | "name">,
  { id, target, healthCheck, routing }: ReadRecord,
  parent: pulumi.Resource,
): aws.route53.Record[] {
  const own = id === undefined ? name : `${name}-${id}`;
  const health =
    healthCheck && "type" in healthCheck ? new HealthCheck(`${own}-health`, healthCheck, { parent }) : healthCheck;
  const chosen = { ...place, ...routing, setIdentifier: id, healthCheckId: health?.healthCheckId };
  return targetRecords(own, chosen, target, routedTtlSeconds, parent);
}
