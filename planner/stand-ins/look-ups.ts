import type { JsonObject } from "../plan";
import { UNKNOWN, wholly } from "../wire";
import { beanstalkLookUps } from "./beanstalk";
import { containerLookUps } from "./container-look-ups";
import { costLookUps } from "./cost";
import { networkLookUps } from "./network-look-ups";
import { isUndetermined, policyDocument } from "./policy-document";
import type { Answers } from "./question";
import { regionSwitchLookUps } from "./region-switch";
import { ACCOUNT_ID, ec2Id, markedHex, markedUuid, partitionOf, type Setting } from "./setting";
import { zonesOf } from "./zones";

const answers: Answers = {
  ...beanstalkLookUps,
  ...containerLookUps,
  ...costLookUps,
  ...networkLookUps,
  ...regionSwitchLookUps,
  "aws:index/getRegion:getRegion": ({ setting: { region } }) => ({
    id: region,
    name: region,
    region,
    description: region,
    endpoint: `ec2.${region}.${partitionOf(region).dnsSuffix}`,
  }),
  "aws:index/getPartition:getPartition": ({ setting: { region } }) => {
    const { partition, dnsSuffix } = partitionOf(region);
    return { id: partition, partition, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
  },
  "aws:index/getCallerIdentity:getCallerIdentity": ({ setting: { region } }) => ({
    id: ACCOUNT_ID,
    accountId: ACCOUNT_ID,
    arn: `arn:${partitionOf(region).partition}:iam::${ACCOUNT_ID}:role/offline`,
    userId: `AROA${markedHex("caller", 17).toUpperCase()}:offline`,
  }),
  "aws:iam/getSessionContext:getSessionContext": ({ inputs }) => {
    const arn = String(inputs.arn);
    // Only what runs in a session differs from its issuer; a role's path is not part of a session's ARN.
    const [, prefix, account, name, session = ""] =
      /^(arn:[^:]+):sts::(\d+):assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
    const issuerArn = name === undefined ? arn : `${prefix}:iam::${account}:role/${name}`;
    const issuerName = issuerArn.slice(issuerArn.lastIndexOf("/") + 1);
    return { id: arn, issuerArn, issuerName, issuerId: UNKNOWN, sessionName: session };
  },
  "aws:index/getAvailabilityZones:getAvailabilityZones": ({ inputs, setting: { region } }) => {
    const names = Array.isArray(inputs.excludeNames) ? inputs.excludeNames : [];
    const ids = Array.isArray(inputs.excludeZoneIds) ? inputs.excludeZoneIds : [];
    const zones = zonesOf(region).filter(({ name, id }) => !names.includes(name) && !ids.includes(id));
    return {
      id: region,
      region,
      names: zones.map(({ name }) => name),
      zoneIds: zones.map(({ id }) => id),
      groupNames: [region],
    };
  },
  "aws:index/getServicePrincipal:getServicePrincipal": ({ inputs, setting: { region } }) => {
    const suffix = partitionOf(region).dnsSuffix;
    return { id: `${inputs.serviceName}.${region}.${suffix}`, name: `${inputs.serviceName}.${suffix}`, suffix, region };
  },
  // A bucket has the one object that a program looks for; what a folder holds nobody knows.
  "aws:s3/getObjects:getObjects": ({ inputs }) => ({
    id: String(inputs.bucket),
    keys: typeof inputs.prefix === "string" && /[^/]$/.test(inputs.prefix) ? [inputs.prefix] : UNKNOWN,
  }),
  "aws:iam/getPolicyDocument:getPolicyDocument": ({ inputs }) => {
    const json = isUndetermined(inputs) ? UNKNOWN : policyDocument(inputs);
    return { id: markedHex(json, 10), json, minifiedJson: json };
  },
  "aws:ec2/getAmi:getAmi": ({ inputs, setting: { region } }) => {
    const id = ec2Id("ami", JSON.stringify(inputs));
    const arn = `arn:${partitionOf(region).partition}:ec2:${region}::image/${id}`;
    return {
      id,
      imageId: id,
      arn,
      architecture: architectureIn(JSON.stringify(inputs)),
      rootDeviceName: UNKNOWN,
      name: UNKNOWN,
    };
  },
  "aws:ssm/getParameter:getParameter": ({ inputs, setting: { region } }) => {
    const name = String(inputs.name);
    const arn = `arn:${partitionOf(region).partition}:ssm:${region}:${ACCOUNT_ID}:parameter/${name.replace(/^\//, "")}`;
    const value = publicImage(name);
    return { id: name, name, arn, type: "String", value, insecureValue: value, version: 1 };
  },
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": ({ inputs, setting: { region } }) => {
    const id = typeof inputs.id === "string" ? inputs.id : ec2Id("pl", String(inputs.name));
    const arn = `arn:${partitionOf(region).partition}:ec2:${region}:aws:prefix-list/${id}`;
    return { id, arn, name: inputs.name ?? UNKNOWN, addressFamily: "IPv4", entries: UNKNOWN, ownerId: "AWS" };
  },
  "aws:ec2/getPrefixList:getPrefixList": ({ inputs }) => {
    const id = ec2Id("pl", JSON.stringify(inputs));
    return { id, prefixListId: id, name: inputs.name ?? UNKNOWN, cidrBlocks: UNKNOWN };
  },
  "aws:route53/getZone:getZone": ({ inputs, setting: { region } }) => {
    const name = typeof inputs.name === "string" ? inputs.name.replace(/\.$/, "") : UNKNOWN;
    const id = typeof inputs.zoneId === "string" ? inputs.zoneId : `Z${markedHex(name, 20).toUpperCase()}`;
    const arn = `arn:${partitionOf(region).partition}:route53:::hostedzone/${id}`;
    return { id, zoneId: id, arn, name, nameServers: UNKNOWN, privateZone: inputs.privateZone ?? false };
  },
  // Only the account itself knows.
  "aws:ebs/getEncryptionByDefault:getEncryptionByDefault": ({ setting: { region } }) => ({
    id: region,
    region,
    enabled: UNKNOWN,
  }),
  "aws:kms/getAlias:getAlias": ({ inputs, setting: { region } }) => {
    const prefix = `arn:${partitionOf(region).partition}:kms:${region}:${ACCOUNT_ID}`;
    const key = markedUuid(String(inputs.name));
    return {
      id: `${prefix}:${inputs.name}`,
      arn: `${prefix}:${inputs.name}`,
      targetKeyId: key,
      targetKeyArn: `${prefix}:key/${key}`,
    };
  },
};

/** What a look-up answers; undefined when there is no stand-in for it. The look-up's inputs are part of the answer. */
export function lookUp(token: string, inputs: JsonObject, setting: Setting): JsonObject | undefined {
  const region = typeof inputs.region === "string" ? inputs.region : setting.region;
  const answer = answers[token]?.({ inputs, setting: { ...setting, region } });
  return answer && { ...inputs, ...wholly(answer) };
}

/**
 * AWS and Canonical publish their current images under public parameters; any other value is the account's own. ECS
 * says all of an image at once in JSON: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html
 */
function publicImage(parameter: string): string {
  const isImage = /^\/aws\/service\/(ami|ecs|eks|canonical|bottlerocket|freebsd|debian|suse)/.test(parameter);
  if (!isImage || /_(version|name)$/.test(parameter)) return UNKNOWN;
  const image = ec2Id("ami", parameter);
  return parameter.endsWith("/recommended") ? JSON.stringify({ schema_version: 1, image_id: image }) : image;
}

function architectureIn(text: string): string {
  if (/arm64|aarch64/.test(text)) return "arm64";
  return /x86_64|amd64/.test(text) ? "x86_64" : UNKNOWN;
}
