import type { Json } from "../plan";
import { isObject } from "../wire";
import { ec2Id, markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** Parts of a cluster have ids of the cluster's name and their own, and a UUID in their ARNs. */
function partOfCluster(kind: string, property: string, nameIn: (words: Words) => string = named(property)): Maker {
  return (words) => {
    const cluster = text(words.inputs.clusterName);
    const name = nameIn(words);
    const uuid = markedUuid(words.hex(64));
    return {
      id: `${cluster}:${name}`,
      [property]: name,
      arn: words.arn("eks", `${kind}/${cluster}/${name}/${uuid}`),
    };
  };
}

function named(property: string) {
  return (words: Words) => words.named(property, 63);
}

/** Base64 of a PEM block that no parser takes for a real certificate. */
const certificate = Buffer.from("-----BEGIN CERTIFICATE-----\noffline\n-----END CERTIFICATE-----\n").toString("base64");

function oidcIssuer({ region, dnsSuffix, hex }: Words): string {
  return `https://oidc.eks.${region}.${dnsSuffix}/id/${hex(32).toUpperCase()}`;
}

function principalOf(arn: Json | undefined): string {
  const [, account, kind, name] = /^arn:[^:]+:iam::(\d*):([^/]+)\/(?:.*\/)?([^/]+)$/.exec(text(arn)) ?? [];
  return name === undefined ? text(undefined) : `${kind}/${account}/${name}`;
}

/** Stand-ins of EKS. */
export const eks: Readonly<Record<string, Maker>> = {
  "aws:eks/cluster:Cluster": (words) => {
    const name = words.named("name", 100);
    return {
      id: name,
      name,
      arn: words.arn("eks", `cluster/${name}`),
      endpoint: `https://${words.hex(32).toUpperCase()}.gr7.${words.region}.eks.${words.dnsSuffix}`,
      certificateAuthority: { data: certificate },
      identities: [{ oidcs: [{ issuer: oidcIssuer(words) }] }],
      vpcConfig: { clusterSecurityGroupId: words.id("sg") },
      // What EKS takes where the VPC's own range is not 172.20: `serviceIpv4Cidr` of CreateCluster.
      kubernetesNetworkConfig: { serviceIpv4Cidr: "172.20.0.0/16" },
      status: "ACTIVE",
    };
  },
  "aws:eks/nodeGroup:NodeGroup": (words) => {
    const group = partOfCluster("nodegroup", "nodeGroupName")(words);
    const uuid = markedUuid(words.hex(64));
    const autoscalingGroups = [{ name: `eks-${text(group.nodeGroupName)}-${uuid}` }];
    const remoteAccessSecurityGroupId = ec2Id("sg", `${group.arn} remote access`);
    return { ...group, resources: [{ autoscalingGroups, remoteAccessSecurityGroupId }], status: "ACTIVE" };
  },
  "aws:eks/fargateProfile:FargateProfile": partOfCluster("fargateprofile", "fargateProfileName"),
  "aws:eks/addon:Addon": partOfCluster("addon", "addonName", ({ inputs }) => text(inputs.addonName)),
  "aws:eks/capability:Capability": (words) => {
    const [cluster, name] = [text(words.inputs.clusterName), text(words.inputs.capabilityName)];
    const path = `capability/${cluster}/${text(words.inputs.type).toLowerCase()}/${name}/${markedUuid(words.hex(64))}`;
    return { id: `${cluster},${name}`, arn: words.arn("eks", path) };
  },
  "aws:eks/identityProviderConfig:IdentityProviderConfig": ({ inputs, arn, hex }) => {
    const oidc = isObject(inputs.oidc) ? inputs.oidc : {};
    const [cluster, name] = [text(inputs.clusterName), text(oidc.identityProviderConfigName)];
    const path = `identityproviderconfig/${cluster}/oidc/${name}/${markedUuid(hex(64))}`;
    return { id: `${cluster}:${name}`, arn: arn("eks", path) };
  },
  "aws:eks/accessEntry:AccessEntry": ({ inputs, arn, hex }) => {
    const cluster = text(inputs.clusterName);
    const path = `access-entry/${cluster}/${principalOf(inputs.principalArn)}/${markedUuid(hex(64))}`;
    return { id: `${cluster}:${text(inputs.principalArn)}`, accessEntryArn: arn("eks", path) };
  },
  "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": ({ inputs }) => ({
    id: `${text(inputs.clusterName)}#${text(inputs.principalArn)}#${text(inputs.policyArn)}`,
  }),
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": ({ inputs, arn, id }) => {
    const associationId = id("a");
    const path = `podidentityassociation/${text(inputs.clusterName)}/${associationId}`;
    return { id: associationId, associationId, associationArn: arn("eks", path) };
  },
};
