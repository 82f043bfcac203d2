import type { EksCluster, EksClusterArgs } from "../../eks-cluster";

/**
 * Pods on Amazon EKS: on a cluster that is there, or on one of the service's own. All pods of a cluster wear its own
 * security group, which lets them connect to anything: what `appEgress` names is open, and so is the rest. A version
 * that does not get well stays beside the old one, which goes on serving, and `up` fails; nothing takes it back.
 */
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
