import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDomainName } from "./dns-record/domain-name";
import { environment } from "./environment";
import { delegate, vouch } from "./hosted-zone/delegation";
import { type SigningKey, sign } from "./hosted-zone/dnssec";
import { dnssecAlarms } from "./hosted-zone/dnssec-alarms";
import { type PrivateZone, readPrivateZone } from "./hosted-zone/private-zone";
import { type PublicZone, type PublicZoneSettings, readPublicZone } from "./hosted-zone/public-zone";
import { logQueries } from "./hosted-zone/query-log";

/** Arguments of {@link HostedZone}: a zone of the internet, or one of your networks. */
export type HostedZoneArgs = (PublicZone | PrivateZone) & {
  /** The name of the zone, e.g. `example.com`. A change makes another zone. */
  readonly domainName: string;
  /** What it is for, at most 256 characters. @default the component's name */
  readonly comment?: string;
  /** Whether deleting the zone deletes records that were made elsewhere as well. @default true in dev, false in prod */
  readonly forceDestroy?: boolean;
  /**
   * Whether Pulumi refuses to delete it until `pulumi state unprotect`: another zone of the name would have other name
   * servers, which nobody asks yet.
   *
   * @default true in prod, false in dev
   */
  readonly deletionProtection?: boolean;
};

/**
 * A hosted zone of Route 53: public, with delegation, DNSSEC and a log of its queries, or private to networks.
 *
 * @example
 * import { HostedZone } from "./components/hosted-zone";
 *
 * const zone = new HostedZone("shop-zone", {
 *   domainName: "shop.example.com",
 *   parentZoneId: "Z0123456789ABCDEFGHIJ",
 *   dnssec: true,
 * });
 */
export class HostedZone extends pulumi.ComponentResource {
  /** The id of the zone. */
  readonly zoneId: pulumi.Output<string>;
  /** The servers that answer for it. */
  readonly nameServers: pulumi.Output<string[]>;
  /** With DNSSEC, the value of the DS record by which the parent zone vouches for it. */
  readonly dsRecord?: pulumi.Output<string>;
  /** With DNSSEC, the key that a registrar asks for. */
  readonly signingKey?: pulumi.Output<SigningKey>;

  /** @throws when the name is no domain name, a private zone has no VPC, or the retention is not one of CloudWatch's. */
  constructor(name: string, args: HostedZoneArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:HostedZone", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "hosted zone", name);
    const isProd = environment() === "prod";
    const { domainName, comment = name, forceDestroy = !isProd, deletionProtection = isProd } = args;
    checkDomainName(check, "domainName", domainName);
    check(!domainName.startsWith("*"), "domainName", "must not begin with an asterisk", domainName);
    check(comment.length <= 256, "comment", "must have at most 256 characters", comment);
    const settings = args.type === "private" ? undefined : readPublicZone(check, args);
    const own = args.type === "private" ? readPrivateZone(check, args) : settings?.inputs;

    const zone = new aws.route53.Zone(
      `${name}-zone`,
      { name: domainName, comment, forceDestroy, ...own, tags: { Name: name } },
      { parent: this, ...(deletionProtection && { protect: true }) },
    );
    const signing = settings && publish(name, domainName, zone, settings, this);

    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
    this.dsRecord = signing?.dsRecord;
    this.signingKey = signing?.signingKey;
    this.registerOutputs({
      zoneId: this.zoneId,
      nameServers: this.nameServers,
      dsRecord: this.dsRecord,
      signingKey: this.signingKey,
    });
  }
}

/** What a zone has that the internet sees; the result is absent without DNSSEC. */
function publish(
  name: string,
  domainName: string,
  zone: aws.route53.Zone,
  { parentZoneId, dnssec, notify, queryLog }: PublicZoneSettings,
  parent: pulumi.Resource,
) {
  if (parentZoneId !== undefined) delegate(name, parentZoneId, zone, parent);
  if (queryLog) logQueries(name, domainName, zone, queryLog, parent);
  if (!dnssec) return undefined;
  const signing = sign(name, zone, parent);
  if (parentZoneId !== undefined) vouch(name, parentZoneId, zone, signing.dsRecord, parent);
  if (notify) dnssecAlarms(name, zone, notify.topicArn, parent);
  return signing;
}
