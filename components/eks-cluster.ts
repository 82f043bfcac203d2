import * as aws from "@pulumi/aws";
import type { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type ClusterAccess, grantAccess } from "./eks-cluster/access";
import { type AddOn, createAddOns } from "./eks-cluster/add-ons";
import { controlPlane } from "./eks-cluster/control-plane";
import { kubernetesProvider } from "./eks-cluster/kubernetes-provider";
import { insightsLogGroups } from "./eks-cluster/logs";
import { createNodes, type Surroundings } from "./eks-cluster/node-groups";
import type { EksNodes } from "./eks-cluster/nodes";
import {
  type ClusterSettings,
  type ClusterShape,
  checkClusterPlace,
  readCluster,
  shapeOf,
} from "./eks-cluster/read-cluster";
import type { NetworkRef } from "./network-ref";
import type { ServiceLogs } from "./service-logs";

/** Arguments of {@link EksCluster}. */
export interface EksClusterArgs {
  /** Where it stands: private subnets in two zones or more. Nodes and pods get their addresses from them. */
  readonly network: NetworkRef;
  /**
   * The Kubernetes version, e.g. `1.35`. It can only go up, one minor version at a time.
   * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
   *
   * @default "1.35", in standard support until March 2027
   */
  readonly version?: string;
  /** What happens when the version's standard support ends: an upgrade, or extended support at a higher price. @default "standard" */
  readonly support?: "standard" | "extended";
  /** What pods run on. @default EKS Auto Mode, on demand */
  readonly nodes?: EksNodes;
  /**
   * The ranges of the internet that may reach the API server, /8 or narrower. Without any it answers within the VPC
   * alone, and so must whatever runs `pulumi up`.
   *
   * @default none
   */
  readonly endpointCidrs?: readonly string[];
  /** Who may do what with the cluster, by a name of yours. @default the role that first deploys it is its administrator */
  readonly access?: Readonly<Record<string, ClusterAccess>>;
  /** Add-ons beside those that the cluster needs, or other versions and settings of those, by AWS's name. @default none */
  readonly addOns?: Readonly<Record<string, AddOn>>;
  /** The ARN of the KMS key that encrypts Kubernetes secrets. @default a key of its own */
  readonly secretsKeyArn?: pulumi.Input<string>;
  /** How long its logs and those of its pods are kept. @default 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
  /** Whether CloudWatch has the metrics of nodes and pods, and the pods' output. Not on Fargate nodes. @default true */
  readonly containerInsights?: boolean;
  /** Whether traffic may be shifted away from an impaired zone. @default true */
  readonly zonalShift?: boolean;
  /** Whether it cannot be deleted until this is false. @default true in prod, false in dev */
  readonly deletionProtection?: boolean;
  /** The size of its control plane; all but the first are provisioned and priced by the hour. @default "standard" */
  readonly controlPlaneTier?: "standard" | "xl" | "2xl" | "4xl" | "8xl";
  /** The IPv4 ranges of machines on your premises that join it as nodes, and of their pods. @default none */
  readonly remoteNetworks?: { readonly nodeCidrs: readonly string[]; readonly podCidrs?: readonly string[] };
}

/**
 * A Kubernetes cluster of Amazon EKS. Its API server is private, its secrets are encrypted with a key of its own, all
 * its logs are kept, and IAM alone says who may enter. Every cluster has the controllers of Auto Mode, which AWS runs
 * outside of it: they make its load balancers whatever its nodes are.
 *
 * @example
 * import { EksCluster } from "./components/eks-cluster";
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 3 });
 * const cluster = new EksCluster("platform", { network, endpointCidrs: ["203.0.113.0/24"] });
 */
export class EksCluster extends pulumi.ComponentResource {
  /** The name of the cluster, which holds the stack's: two stacks of an account do not meet. */
  readonly clusterName: pulumi.Output<string>;
  /** The ARN of the cluster. */
  readonly clusterArn: pulumi.Output<string>;
  /** The URL of its API server. */
  readonly endpoint: pulumi.Output<string>;
  /** The id of the security group that nodes, pods and the API server share. */
  readonly securityGroupId: pulumi.Output<string>;
  /** The ARN of the OpenID Connect provider of its service accounts; undefined unless its nodes are Fargate's. */
  readonly oidcProviderArn?: pulumi.Output<string>;
  /** The URL of that issuer, without `https://`. */
  readonly oidcIssuer: pulumi.Output<string>;

  private readonly provider: Provider;
  private readonly settings: ClusterSettings;

  /** @throws when an argument is not one that AWS takes, or the cluster has subnets of one zone. */
  constructor(name: string, args: EksClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:EksCluster", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "EKS cluster", name);
    const subnetIds = args.network.privateSubnetIds;
    checkClusterPlace(check, name, args.network);
    this.settings = readCluster(check, args);
    const { version, nodes, access, addOns, logs, containerInsights } = this.settings;

    const cluster = controlPlane(name, this.settings, subnetIds, this);
    const granted = grantAccess(name, cluster, access, this);
    this.provider = kubernetesProvider(name, cluster, granted, this);
    const groups = containerInsights ? insightsLogGroups(name, cluster, logs, this) : [];

    const surroundings: Surroundings = { name, cluster, version, parent: this };
    const beforeNodes = createAddOns(surroundings, addOns, "beforeNodes", []);
    const around = { subnetIds, provider: this.provider, logs };
    const ready = createNodes(surroundings, nodes, around, beforeNodes);
    createAddOns(surroundings, addOns, "afterNodes", [...ready, ...groups]);

    this.clusterName = cluster.name;
    this.clusterArn = cluster.arn;
    this.endpoint = cluster.endpoint;
    this.securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    const issuer = cluster.identities.apply(([identity]) => identity?.oidcs?.[0]?.issuer ?? "");
    this.oidcIssuer = issuer.apply((url) => url.replace(/^https:\/\//, ""));
    if (nodes.type === "fargate") {
      const provider = { url: issuer, clientIdLists: ["sts.amazonaws.com"], tags: { Name: name } };
      this.oidcProviderArn = new aws.iam.OpenIdConnectProvider(`${name}-oidc`, provider, { parent: this }).arn;
    }
    this.registerOutputs({
      clusterName: this.clusterName,
      clusterArn: this.clusterArn,
      endpoint: this.endpoint,
      securityGroupId: this.securityGroupId,
      oidcProviderArn: this.oidcProviderArn,
      oidcIssuer: this.oidcIssuer,
    });
  }

  /** The provider of Kubernetes objects on this cluster. It asks the AWS CLI for its credentials. */
  kubernetes(): Provider {
    return this.provider;
  }

  /** What decides which objects a workload is made of. */
  shape(): ClusterShape {
    return shapeOf(this.settings);
  }
}
