import type { JsonObject } from "../plan";
import { UNKNOWN } from "../wire";
import { standIn } from "./outputs";
import type { Answers, Question } from "./question";
import { ACCOUNT_ID, markedHex, partitionOf } from "./setting";
import { text } from "./words";

function arnOf({ setting: { region } }: Question, service: string, resource: string): string {
  return `arn:${partitionOf(region).partition}:${service}:${region}:${ACCOUNT_ID}:${resource}`;
}

/** Without these an answer would say that they are absent, not that they are not known. */
function unknowns(properties: string): JsonObject {
  return Object.fromEntries(properties.split(" ").map((property) => [property, UNKNOWN]));
}

const balancerProperties =
  "accessLogs clientKeepAlive connectionLogs customerOwnedIpv4Pool desyncMitigationMode dnsRecordClientRoutingPolicy " +
  "dropInvalidHeaderFields enableCrossZoneLoadBalancing enableDeletionProtection enableHttp2 " +
  "enablePrefixForIpv6SourceNat enableTlsVersionAndCipherSuiteHeaders enableWafFailOpen enableXffClientPort " +
  "enableZonalShift enforceSecurityGroupInboundRulesOnPrivateLinkTraffic healthCheckLogs idleTimeout internal " +
  "ipAddressType ipamPools loadBalancerType preserveHostHeader secondaryIpsAutoAssignedPerSubnet securityGroups " +
  "subnetMappings subnets tags vpcId xffHeaderProcessingMode";

function registryOf({ inputs, setting: { region } }: Question) {
  const registryId = text(inputs.registryId, ACCOUNT_ID);
  return { registryId, host: `${registryId}.dkr.ecr.${region}.${partitionOf(region).dnsSuffix}` };
}

/** Look-ups about containers and what they use. */
export const containerLookUps: Answers = {
  "aws:ecr/getAuthorizationToken:getAuthorizationToken": (question) => {
    const { registryId, host } = registryOf(question);
    return {
      ...unknowns("authorizationToken password expiresAt"),
      id: question.setting.region,
      registryId,
      proxyEndpoint: `https://${host}`,
      userName: "AWS",
    };
  },
  "aws:ecr/getRepository:getRepository": (question) => {
    const { registryId, host } = registryOf(question);
    const name = text(question.inputs.name);
    return {
      ...unknowns("encryptionConfigurations imageScanningConfigurations imageTagMutability tags"),
      ...unknowns("imageTagMutabilityExclusionFilters mostRecentImageTags"),
      id: name,
      registryId,
      arn: arnOf(question, "ecr", `repository/${name}`),
      repositoryUrl: `${host}/${name}`,
    };
  },
  "aws:ecr/getImage:getImage": (question) => {
    const { registryId, host } = registryOf(question);
    const repository = text(question.inputs.repositoryName);
    const imageDigest = text(question.inputs.imageDigest, `sha256:${markedHex(JSON.stringify(question.inputs), 64)}`);
    return {
      ...unknowns("imageTags imagePushedAt imageSizeInBytes"),
      id: imageDigest,
      registryId,
      imageDigest,
      imageUri: `${host}/${repository}@${imageDigest}`,
    };
  },
  "aws:eks/getClusterAuth:getClusterAuth": ({ inputs }) => ({ id: text(inputs.name), token: UNKNOWN }),
  // Which version goes with which cluster changes by the week: this one has the form of any, and is none.
  "aws:eks/getAddonVersion:getAddonVersion": ({ inputs }) => ({
    id: text(inputs.addonName),
    version: "v0.0.0-eksbuild.0",
  }),
  "aws:lb/getLoadBalancer:getLoadBalancer": ({ inputs, setting }) => {
    const arn = text(inputs.arn);
    const name = text(inputs.name, /:loadbalancer\/[^/]+\/([^/]+)\//.exec(arn)?.[1]);
    const made = standIn({ type: "aws:lb/loadBalancer:LoadBalancer", name, urn: name, inputs: { name } }, setting);
    const own: JsonObject = arn === UNKNOWN ? {} : { id: arn, arn, arnSuffix: arn.replace(/^.*:loadbalancer\//, "") };
    return { ...unknowns(balancerProperties), ...made, ...own };
  },
  "aws:secretsmanager/getSecret:getSecret": (question) => {
    const name = text(question.inputs.name);
    const arn = text(question.inputs.arn, arnOf(question, "secretsmanager", `secret:${name}-${markedHex(name, 6)}`));
    return { ...unknowns("createdDate description kmsKeyId lastChangedDate policy tags type"), id: arn, arn, name };
  },
  "aws:secretsmanager/getSecretVersion:getSecretVersion": ({ inputs }) => {
    const secretId = text(inputs.secretId);
    const own = secretId.startsWith("arn:") ? { arn: secretId } : unknowns("arn");
    return {
      ...unknowns("createdDate secretBinary secretString versionId versionStages"),
      id: secretId,
      secretId,
      ...own,
    };
  },
};
