import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Surroundings } from "./node-groups";
import type { NodeSettings } from "./nodes";
import { podTrust, serviceRole } from "./role";

/** Software that EKS installs on a cluster and keeps compatible with it. */
export interface AddOn {
  /** Its version, e.g. `v1.22.4-eksbuild.3`. @default AWS's choice for the Kubernetes version, looked up as the stack is planned */
  readonly version?: string;
  /** Its settings: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-field-management.html @default its own */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** What it may do on AWS, by the Kubernetes service account that does it. @default nothing, or what AWS says it needs */
  readonly identities?: readonly AddOnIdentity[];
  /** Whether nodes wait for it (networking), or it for nodes (what runs as pods). @default "afterNodes" */
  readonly stage?: Stage;
}

export interface AddOnIdentity {
  readonly namespace: string;
  readonly serviceAccount: string;
  /** AWS's own policies by name, e.g. `AmazonEKS_CNI_Policy` or `service-role/AmazonEBSCSIDriverPolicy`. */
  readonly policies: readonly string[];
}

/** What comes first of nodes and an add-on. */
export type Stage = "beforeNodes" | "afterNodes";

type AddOns = Readonly<Record<string, AddOn>>;

/** A node is only ready with a network, and its pods have their roles only with the agent. */
const onInstances: AddOns = {
  "vpc-cni": {
    stage: "beforeNodes",
    identities: [{ namespace: "kube-system", serviceAccount: "aws-node", policies: ["AmazonEKS_CNI_Policy"] }],
  },
  "kube-proxy": { stage: "beforeNodes" },
  "eks-pod-identity-agent": { stage: "beforeNodes" },
  coredns: {},
  "eks-node-monitoring-agent": {},
  "aws-ebs-csi-driver": {
    identities: [
      {
        namespace: "kube-system",
        serviceAccount: "ebs-csi-controller-sa",
        policies: ["service-role/AmazonEBSCSIDriverPolicy"],
      },
    ],
  },
};

/** Files that EFS keeps: its mounts show who the node is, not the pod. */
const efs: AddOn = {
  identities: [
    {
      namespace: "kube-system",
      serviceAccount: "efs-csi-controller-sa",
      policies: ["service-role/AmazonEFSCSIDriverPolicy"],
    },
    {
      namespace: "kube-system",
      serviceAccount: "efs-csi-node-sa",
      policies: ["AmazonElasticFileSystemClientReadWriteAccess"],
    },
  ],
};

/** Instrumentation would be put into every pod that stands behind a Service, with rights that ours refuse. */
const insights: AddOn = {
  configuration: { manager: { applicationSignals: { autoMonitor: { monitorAllServices: false } } } },
  identities: [
    {
      namespace: "amazon-cloudwatch",
      serviceAccount: "cloudwatch-agent",
      policies: ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"],
    },
  ],
};

/** Secrets reach pods as files of theirs and, so that programs find them as variables, as Kubernetes secrets. */
const secrets: AddOn = { configuration: { "secrets-store-csi-driver": { syncSecret: { enabled: true } } } };

/** What AWS says that these need, for whoever adds them. */
const known: AddOns = { ...onInstances, "aws-efs-csi-driver": efs };

/** Every add-on of a cluster: what its nodes need, with what is said of them, and what is asked for. */
export function readAddOns(
  check: ArgumentCheck,
  nodes: NodeSettings,
  containerInsights: boolean,
  stated: AddOns,
): AddOns {
  const onFargate = nodes.type === "fargate";
  const daemons: AddOns = {
    "aws-secrets-store-csi-driver-provider": secrets,
    ...(containerInsights && { "amazon-cloudwatch-observability": insights }),
  };
  const needed: AddOns = {
    // The HPA asks it for CPU and memory. https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html
    "metrics-server": {},
    // Auto Mode brings network, DNS, disks and pod identity itself.
    ...((nodes.type === "managed" || nodes.type === "selfManaged") && onInstances),
    ...(onFargate ? { coredns: { configuration: { computeType: "Fargate" } } } : daemons),
  };
  const all: Record<string, AddOn> = { ...needed };
  for (const [name, addOn] of Object.entries(stated)) {
    check(/^[a-z0-9][a-z0-9_-]{0,99}$/.test(name), "addOns", "must have the names of add-ons as keys", name);
    const { version = "v" } = addOn;
    check(/^v/.test(version), `addOns.${name}.version`, 'must be a version such as "v1.22.4-eksbuild.3"', version);
    all[name] = { ...known[name], ...needed[name], ...addOn };
  }
  return all;
}

/** Makes the add-ons of one stage. */
export function createAddOns(
  { name, cluster, version, parent }: Surroundings,
  wanted: AddOns,
  stage: Stage,
  dependsOn: readonly pulumi.Resource[],
): pulumi.Resource[] {
  return Object.entries(wanted)
    .filter(([, addOn]) => (addOn.stage ?? "afterNodes") === stage)
    .map(([addonName, { configuration, identities = [], version: stated }]) => {
      const roles = identities.map(({ namespace, serviceAccount, policies }) => ({
        serviceAccount,
        ...serviceRole(`${name}-${serviceAccount}`, podTrust(namespace, serviceAccount), policies, parent),
      }));
      const newest = () => aws.eks.getAddonVersionOutput({ addonName, kubernetesVersion: version }, { parent }).version;
      return new aws.eks.Addon(
        `${name}-${addonName}`,
        {
          clusterName: cluster.name,
          addonName,
          addonVersion: stated ?? newest(),
          configurationValues: configuration && JSON.stringify(configuration),
          podIdentityAssociations: roles.map(({ serviceAccount, role }) => ({ serviceAccount, roleArn: role.arn })),
          resolveConflictsOnCreate: "OVERWRITE",
          resolveConflictsOnUpdate: "OVERWRITE",
          tags: { Name: `${name}-${addonName}` },
        },
        { parent, dependsOn: [...dependsOn, ...roles.flatMap(({ attachments }) => attachments)] },
      );
    });
}
