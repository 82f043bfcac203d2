import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const zone = { type: "aws:route53/zone:Zone", props: { name: "example.com" } };
const key = (hostedZoneId: unknown, status?: string) => ({
  type: "aws:route53/keySigningKey:KeySigningKey",
  props: { hostedZoneId, status, keyManagementServiceArn: "arn:aws:kms:us-east-1:123456789012:key/1" },
});
const signing = (hostedZoneId: unknown, signingStatus?: string) => ({
  type: "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
  props: { hostedZoneId, signingStatus },
});

export const examples: Examples = {
  denied: [
    {
      title: "a public zone without a key, or with one that is not active",
      resources: { main: zone, other: zone, key: key(ref("other", "zoneId"), "INACTIVE") },
      says: {
        main: "it has no active key to sign with; add an aws.route53.KeySigningKey and a HostedZoneDnsSec",
        other: "it has no active key to sign with",
      },
    },
    {
      title: "a zone with a key that is not signed",
      resources: {
        main: zone,
        key: key(ref("main", "zoneId")),
        other: zone,
        "other-key": key(ref("other", "zoneId"), "ACTIVE"),
        off: signing(ref("other", "zoneId"), "NOT_SIGNING"),
      },
      says: {
        main: "it has a key but is not signed; add an aws.route53.HostedZoneDnsSec",
        other: "it has a key but is not signed",
      },
    },
  ],
  allowed: [
    {
      title: "a zone that is signed, which may be named by way of its key",
      resources: {
        main: zone,
        key: key(ref("main", "zoneId")),
        signing: signing(ref("key", "hostedZoneId")),
        other: { ...zone, props: { ...zone.props, zoneId: "Z0123456789ABCDEFGHIJ" } },
        "other-key": key("Z0123456789ABCDEFGHIJ", "ACTIVE"),
        "other-signing": signing("Z0123456789ABCDEFGHIJ", "SIGNING"),
      },
    },
    {
      title: "a private zone, which cannot be signed",
      resources: { internal: { type: "aws:route53/zone:Zone", props: { vpcs: [{ vpcId: "vpc-0a1b2c3d" }] } } },
    },
  ],
  undecided: [
    {
      title: "a key, or a signing, of which the zone is not known",
      resources: { main: zone, key: key(UNKNOWN) },
      says: { main: "the hostedZoneId of a KeySigningKey is not known yet" },
    },
    {
      title: "a signing of which the zone is not known",
      resources: { main: zone, key: key(ref("main", "zoneId")), signing: signing(UNKNOWN) },
      says: { main: "the hostedZoneId of a HostedZoneDnsSec is not known yet" },
    },
  ],
};
