import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const record = (type: string, records: unknown, props: Record<string, unknown> = {}) => ({
  type: "aws:route53/record:Record",
  props: { zoneId: "Z1", name: `${type.toLowerCase()}.example.com`, type, records, ...props },
});
const alias = (name: unknown) =>
  record("A", undefined, { aliases: [{ name, zoneId: "Z2", evaluateTargetHealth: true }] });
const zone = (resourceRecordSets: unknown) => ({
  type: "aws:route53/recordsExclusive:RecordsExclusive",
  props: { zoneId: "Z1", resourceRecordSets },
});
const balancer = (dnsName: string) => ({ type: "aws:lb/loadBalancer:LoadBalancer", props: { dnsName } });
const lbName = "web-1234567890.eu-west-1.elb.amazonaws.com";

export const examples: Examples = {
  denied: [
    {
      title: "addresses that nothing of the stack has",
      resources: { a: record("A", ["203.0.113.7", "10.0.0.7"]), b: record("AAAA", ["2001:db9::7"]) },
      says: {
        a: "it leads to 203.0.113.7, which the stack does not have; name its resource, or list it in allow",
        b: "it leads to 2001:db9::7",
      },
    },
    {
      title: "names of AWS that nothing of the stack has",
      resources: {
        web: alias(lbName),
        cdn: record("CNAME", ["d111111abcdef8.cloudfront.net"]),
        beside: {
          type: "aws:route53/record:Record",
          props: { aliases: [{ name: "b.eu-west-1.elb.amazonaws.com", zoneId: ref("hosted", "zoneId") }] },
        },
        hosted: { type: "aws:route53/zone:Zone", props: { name: "example.com" } },
        app: record("CNAME", ["acme.eu-west-1.elasticbeanstalk.com."]),
        other: balancer("api-1234567890.eu-west-1.elb.amazonaws.com"),
      },
      says: {
        web: `it leads to ${lbName}, which the stack does not have`,
        beside: "it leads to b.eu-west-1.elb.amazonaws.com",
        cdn: "it leads to d111111abcdef8.cloudfront.net",
        app: "it leads to acme.eu-west-1.elasticbeanstalk.com.",
      },
    },
    {
      title: "records of a zone that is written whole",
      resources: {
        zone: zone([
          { name: "www", type: "A", aliasTarget: { dnsName: lbName, evaluateTargetHealth: true } },
          { name: "office", type: "A", resourceRecords: [{ value: "203.0.113.7" }] },
          { name: "mail", type: "MX", resourceRecords: [{ value: "10 mail.example.com" }] },
        ]),
      },
      says: { zone: ["resourceRecordSets[0] leads to web-", "resourceRecordSets[1] leads to 203.0.113.7"] },
    },
  ],
  allowed: [
    {
      title: "targets by their outputs",
      resources: {
        lb: { type: "aws:lb/loadBalancer:LoadBalancer", props: {} },
        address: { type: "aws:ec2/eip:Eip", props: {} },
        web: alias(ref("lb", "dnsName")),
        plain: record("A", [ref("address", "publicIp")]),
        zone: zone([{ name: "www", type: "A", aliasTarget: { dnsName: ref("lb", "dnsName") } }]),
        other: {
          type: "pulumi:pulumi:StackReference",
          props: { outputs: { dnsName: "api-1234567890.eu-west-1.elb.amazonaws.com" } },
        },
        api: alias("api-1234567890.eu-west-1.elb.amazonaws.com"),
      },
    },
    {
      title: "targets that the stack has, by their names",
      resources: {
        lb: balancer(lbName),
        address: { type: "aws:ec2/eip:Eip", props: { publicIp: "203.0.113.7" } },
        edge: {
          type: "aws:globalaccelerator/accelerator:Accelerator",
          props: { ipSets: [{ ipAddresses: ["203.0.113.9"] }] },
        },
        web: alias(`dualstack.${lbName}.`),
        plain: record("A", ["203.0.113.7", "203.0.113.9"]),
      },
    },
    {
      title: "targets that are listed, private, or names outside of AWS",
      settings: { allow: ["203.0.113.0/24", "d111111abcdef8.cloudfront.net"] },
      resources: {
        office: record("A", ["203.0.113.7"]),
        cdn: alias("d111111abcdef8.cloudfront.net."),
        internal: record("A", ["10.0.0.7"]),
        blog: record("CNAME", ["acme.example.net"]),
      },
    },
    {
      title: "an alias of another record, and records that lead nowhere",
      resources: {
        www: alias("a.example.com"),
        proof: record("CNAME", ["_a79865eb4cd1a6ab990a45779b4e0b96.acm-validations.aws."]),
        text: record("TXT", ["v=spf1 include:amazonses.com -all"]),
        servers: record("NS", ["ns-1.awsdns-01.org"]),
      },
    },
  ],
  undecided: [
    {
      title: "a target that is looked up",
      resources: { web: alias(UNKNOWN), plain: record("A", [UNKNOWN]), zone: zone(UNKNOWN) },
      says: {
        web: "what it leads to is not known yet",
        plain: "what it leads to is not known yet",
        zone: "resourceRecordSets is not known yet",
      },
    },
  ],
};
