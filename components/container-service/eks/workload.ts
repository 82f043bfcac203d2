import type { Provider } from "@pulumi/kubernetes/provider";
import type * as pulumi from "@pulumi/pulumi";
import type { EksCluster } from "../../eks-cluster";
import type { ClusterShape } from "../../eks-cluster/read-cluster";
import type { Images, Service } from "../service";

/** A service on its way into a cluster. */
export interface Workload {
  /** Its name, which is also that of its namespace and of the objects in it: others call it `NAME.NAME`. */
  readonly name: string;
  readonly service: Service;
  readonly images: Images;
  readonly cluster: EksCluster;
  readonly shape: ClusterShape;
  readonly parent: pulumi.ComponentResource;
  /** The options of Kubernetes objects. */
  readonly opts: pulumi.CustomResourceOptions & { readonly provider: Provider };
}

/** What tells the pods of a service from all others, for ever: a Deployment cannot change it. */
export function labelsOf(name: string): Record<string, string> {
  return { "app.kubernetes.io/name": name };
}
