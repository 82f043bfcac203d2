import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Seconds for which others remember a delegation: a wrong one is forgotten within the hour.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-enable-signing.html
 */
const ttl = 3600;

/** The record of the parent zone that says who answers for this one. */
export function delegate(
  name: string,
  parentZoneId: pulumi.Input<string>,
  zone: aws.route53.Zone,
  parent: pulumi.Resource,
): aws.route53.Record {
  const args = { zoneId: parentZoneId, name: zone.name, type: "NS", records: zone.nameServers, ttl };
  return new aws.route53.Record(`${name}-delegation`, args, { parent });
}

/** The record of the parent zone that vouches for this one's key. */
export function vouch(
  name: string,
  parentZoneId: pulumi.Input<string>,
  zone: aws.route53.Zone,
  dsRecord: pulumi.Output<string>,
  parent: pulumi.Resource,
): aws.route53.Record {
  const args = { zoneId: parentZoneId, name: zone.name, type: "DS", records: [dsRecord], ttl };
  return new aws.route53.Record(`${name}-ds`, args, { parent });
}
