import type { EksCluster, EksClusterArgs } from "../../eks-cluster";

/** Pods on Amazon EKS: on a cluster that is there, or on one of the service's own. */
export type EksCompute = OnEksCluster | OnOwnEksCluster;

export interface OnEksCluster {
  readonly type: "eks";
  /** The cluster that it runs on. It also keeps the pods' output, for as long as it keeps its own logs. */
  readonly cluster: EksCluster;
}

/** The cluster that the service makes for itself keeps the pods' output as the service's `logs` say. */
export interface OnOwnEksCluster extends Omit<EksClusterArgs, "network"> {
  readonly type: "eks";
  readonly cluster?: undefined;
}
