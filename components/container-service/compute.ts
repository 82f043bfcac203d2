import type { EcsCluster } from "../ecs-cluster";
import type { Ec2Capacity, GroupCapacity, ManagedCapacity } from "./ecs/instances";
import type { EksCompute } from "./eks/compute";

/** What runs the containers. Moving a service is a change of this alone. */
export type Compute = EcsCompute | EksCompute;

/** The engines of Amazon ECS. */
export type EcsCompute = FargateCompute | Ec2Compute;

/** Tasks without servers of yours. */
export interface FargateCompute {
  readonly type: "fargate";
  /** Spare capacity for part of the tasks: much cheaper, taken away with two minutes' notice. @default none */
  readonly spot?: FargateSpot;
  /** The cluster that it runs in. @default one of its own */
  readonly cluster?: EcsCluster;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html */
export interface FargateSpot {
  /** Tasks that are always on demand, 0–100000. @default the service's minCount */
  readonly onDemandBase?: number;
  /** The percentage of the others that runs on spare capacity, 1–100. */
  readonly spotPercent: number;
}

/** Tasks on EC2 instances: of a cluster of the service's own, or of one that is there. */
export type Ec2Compute = Ec2Tasks & (OnOwnInstances | OnCluster);

interface Ec2Tasks {
  readonly type: "ec2";
  /**
   * How tasks meet the network: each with an address and security group of its own, or on the addresses of their
   * instance with a port that Docker picks (`"bridge"`: more tasks on an instance than it has network interfaces).
   *
   * @default "awsvpc"
   */
  readonly networkMode?: "awsvpc" | "bridge";
}

type OnOwnInstances = Ec2Capacity & { readonly cluster?: undefined };

interface OnCluster extends Readonly<Partial<Record<keyof GroupCapacity | keyof ManagedCapacity, undefined>>> {
  /** The cluster that it runs in, on the instances that the cluster has. */
  readonly cluster: EcsCluster;
}
