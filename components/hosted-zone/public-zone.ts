import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkLogRetention } from "../log-retention";
import { logSettings } from "../service-logs";
import { checkTopicArn } from "../topic-arn";
import type { QueryLog } from "./query-log";
import { checkZoneId } from "./zone-id";

/** A zone that the internet sees, once its parent names it: another zone, or the registrar. */
export interface PublicZone {
  /** @default "public" */
  readonly type?: "public";
  /**
   * The zone of the name above, if it is yours: it gets the record that names this one, and with DNSSEC the one that
   * vouches for its key.
   *
   * @default none: give `nameServers` to the parent or the registrar
   */
  readonly parentZoneId?: pulumi.Input<string>;
  /**
   * Whether answers are signed. Take away the parent's DS record a day before you switch it off: resolvers refuse a
   * zone whose key they were promised.
   *
   * @default false
   */
  readonly dnssec?: boolean;
  /** A topic in us-east-1 that is told when signing fails or its key needs somebody. @default nobody is told */
  readonly notify?: { readonly topicArn: pulumi.Input<string> };
  /**
   * How long questions are logged; false for no log. An account may have ten log policies in us-east-1, of which each
   * logged zone takes one.
   *
   * @default 365 days in prod, 14 in dev
   */
  readonly queryLog?: QueryLog | false;
  /** A reusable delegation set, whose name servers the zone gets: for many zones with the same ones. @default none */
  readonly delegationSetId?: pulumi.Input<string>;
  /**
   * Whether records can be changed within an hour after us-east-1 is lost.
   * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/accelerated-recovery.html
   *
   * @default false
   */
  readonly acceleratedRecovery?: boolean;
}

/** The arguments of a public zone with their defaults, checked. */
export interface PublicZoneSettings extends Omit<PublicZone, "type" | "queryLog"> {
  readonly queryLog: QueryLog | false;
  readonly inputs: aws.route53.ZoneArgs;
}

export function readPublicZone(check: ArgumentCheck, args: PublicZone): PublicZoneSettings {
  const {
    queryLog = { retentionDays: logSettings({}).retentionDays },
    delegationSetId,
    acceleratedRecovery,
    ...rest
  } = args;
  if (queryLog) checkLogRetention(check, "queryLog.retentionDays", queryLog.retentionDays);
  checkZoneId(check, "parentZoneId", rest.parentZoneId);
  const isHeard = rest.notify === undefined || rest.dnssec === true;
  check(isHeard, "notify", "must be left out without dnssec, of which it tells", rest.dnssec);
  if (rest.notify) checkTopicArn(check, "notify.topicArn", rest.notify.topicArn);
  return { ...rest, queryLog, inputs: { delegationSetId, enableAcceleratedRecovery: acceleratedRecovery } };
}
