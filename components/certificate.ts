import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type Notify, type NotifySettings, readNotify, statedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkZoneId } from "./hosted-zone/zone-id";

export interface CertificateArgs {
  /** The name that the certificate is for, e.g. `shop.example.com` or `*.example.com`; at most 64 characters. */
  readonly domainName: string;
  /** Further names on the same certificate; at most 253 characters each. @default none */
  readonly subjectAlternativeNames?: readonly string[];
  /** The id of the public hosted zone in which these names are. */
  readonly zoneId: pulumi.Input<string>;
  /** The ids of the public hosted zones of names that are in others, by name. @default none */
  readonly zoneIds?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The region of the certificate: CloudFront takes only `us-east-1`. @default the provider's */
  readonly region?: string;
  /** When it calls for help, and whom. @default 30 days before it expires, nobody: it shows in CloudWatch */
  readonly alarms?: OrNone<CertificateAlarmArgs>;
}

/** When a certificate calls for help, and whom. */
export interface CertificateAlarmArgs {
  /** Who is told: a topic of yours in its region, or an address on a topic that is made. @default nobody */
  readonly notify?: Notify;
  /** The days before it expires, 1–44: ACM has tried to renew it since 45 days before. @default 30 */
  readonly daysToExpiry?: number;
}

/**
 * A public certificate of AWS Certificate Manager that proves its names by DNS records, and so renews itself.
 *
 * @example
 * import { Certificate } from "./components/certificate";
 *
 * const certificate = new Certificate("shop-certificate", {
 *   domainName: "example.com",
 *   subjectAlternativeNames: ["*.example.com"],
 *   zoneId: "Z0123456789ABCDEFGHIJ",
 * });
 */
export class Certificate extends pulumi.ComponentResource {
  /** The certificate's ARN, known once its names are proven: a listener that uses it waits for that. */
  readonly certificateArn: pulumi.Output<string>;

  /** @throws when a name is not a domain name, is said twice, or is too long, or a zone is of none of them. */
  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Certificate", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "certificate", name);
    const { domainName, subjectAlternativeNames = [], zoneId, zoneIds = {}, region } = args;
    checkNames(check, domainName, subjectAlternativeNames);
    const alarms = readExpiryAlarm(check, args.alarms);
    const names = [domainName, ...subjectAlternativeNames];
    const stray = Object.keys(zoneIds).find((key) => !names.includes(key));
    check(stray === undefined, "zoneIds", "must be of names on the certificate", stray);
    checkZoneId(check, "zoneId", zoneId);
    for (const [key, id] of Object.entries(zoneIds)) checkZoneId(check, `zoneIds.${key}`, id);

    const certificate = new aws.acm.Certificate(
      `${name}-certificate`,
      {
        domainName,
        subjectAlternativeNames: subjectAlternativeNames.length > 0 ? [...subjectAlternativeNames] : undefined,
        validationMethod: "DNS",
        region,
        tags: { Name: name },
      },
      { parent: this },
    );
    // A name and its wildcard are proven by one and the same record.
    const proven = new Set(names.map(withoutWildcard));
    const records = [...proven].map((domain) => {
      const zone = zoneIds[domain] ?? zoneIds[`*.${domain}`] ?? zoneId;
      return validationRecord(`${name}-proof-${domain}`, domain, certificate, zone, this);
    });
    const validation = new aws.acm.CertificateValidation(
      `${name}-validation`,
      { certificateArn: certificate.arn, validationRecordFqdns: records.map(({ fqdn }) => fqdn), region },
      { parent: this },
    );

    if (alarms) {
      const topicArn = statedTopicArn(name, alarms.notify, this, region);
      expiryAlarm(new AlarmSet(name, this, topicArn, region), alarms.daysToExpiry, validation);
    }

    this.certificateArn = validation.certificateArn;
    this.registerOutputs({ certificateArn: this.certificateArn });
  }
}

function readExpiryAlarm(
  check: ArgumentCheck,
  args: OrNone<CertificateAlarmArgs> = {},
): { readonly notify: NotifySettings; readonly daysToExpiry: number } | undefined {
  if (args === "none") return undefined;
  const { daysToExpiry = 30 } = args;
  const isDays = Number.isInteger(daysToExpiry) && daysToExpiry >= 1 && daysToExpiry <= 44;
  check(isDays, "alarms.daysToExpiry", "must be a whole number of days between 1 and 44", daysToExpiry);
  return { notify: readNotify(check, "alarms.notify", args.notify), daysToExpiry };
}

/**
 * The alarm of a certificate that ACM could not renew, as when the records that prove its names are gone, or that nothing
 * uses. https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
 */
function expiryAlarm(alarms: AlarmSet, daysToExpiry: number, { certificateArn }: aws.acm.CertificateValidation): void {
  alarms.alarm("expiry", {
    alarmDescription: `The certificate expires within ${daysToExpiry} days, and was not renewed`,
    namespace: "AWS/CertificateManager",
    metricName: "DaysToExpiry",
    dimensions: { CertificateArn: certificateArn },
    statistic: "Minimum",
    // ACM counts twice a day.
    period: 86400,
    evaluationPeriods: 1,
    comparisonOperator: "LessThanOrEqualToThreshold",
    threshold: daysToExpiry,
    // A new certificate is not counted yet, and one that has expired no more: it must not then look well.
    treatMissingData: "ignore",
  });
}

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
function checkNames(check: ArgumentCheck, domainName: string, alternatives: readonly string[]): void {
  const isName = (text: string, most: number) =>
    text.length <= most && /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(text);
  const form = (most: number) => `must be a domain name in lower case of at most ${most} characters`;
  check(isName(domainName, 64), "domainName", form(64), domainName);
  for (const alternative of alternatives) {
    check(isName(alternative, 253), "subjectAlternativeNames", form(253), alternative);
  }
  const names = [domainName, ...alternatives];
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  check(repeated === undefined, "subjectAlternativeNames", "must not repeat a name", repeated);
}

function withoutWildcard(domain: string): string {
  return domain.replace(/^\*\./, "");
}

/** The record with which ACM proves one name: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html */
function validationRecord(
  name: string,
  domain: string,
  certificate: aws.acm.Certificate,
  zoneId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.route53.Record {
  const option = certificate.domainValidationOptions.apply((options) => {
    const found = options.find(({ domainName }) => withoutWildcard(domainName) === domain);
    if (found) return found;
    throw new pulumi.RunError(`AWS Certificate Manager names no record that proves ${domain}`);
  });
  return new aws.route53.Record(
    name,
    {
      zoneId,
      name: option.resourceRecordName,
      type: option.resourceRecordType,
      records: [option.resourceRecordValue],
      ttl: 300,
      // Every certificate of an account for one name asks for the same record, so it may be there already.
      allowOverwrite: true,
    },
    { parent },
  );
}
