import type { JsonObject } from "../plan";
import { isObject, UNKNOWN } from "../wire";
import { type Maker, type StandIn, text, type Words } from "./words";

/**
 * Kinds without a namespace, also of the extensions that an EKS cluster brings (`kubectl api-resources
 * --namespaced=false`); every other kind lives in one.
 */
const clusterWide = new Set([
  "APIService",
  "CSIDriver",
  "CSINode",
  "CertificateSigningRequest",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "EC2NodeClass",
  "FlowSchema",
  "GatewayClass",
  "IngressClass",
  "IngressClassParams",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "NodeClaim",
  "NodeClass",
  "NodePool",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
]);

/** Stand-ins of what is made in a Kubernetes cluster; undefined for a type of another package. */
export function kubernetes(type: string): Maker | undefined {
  if (!type.startsWith("kubernetes:")) return undefined;
  if (type === "kubernetes:helm.sh/v3:Release") return release;
  const kind = type.slice(type.lastIndexOf(":") + 1).replace(/Patch$/, "");
  return (words) => object(kind, words);
}

function object(kind: string, words: Words): StandIn {
  const metadata = isObject(words.inputs.metadata) ? words.inputs.metadata : {};
  const name = nameIn(metadata, words);
  if (clusterWide.has(kind)) return { id: name, metadata: { name } };
  const namespace = text(metadata.namespace, "namespace" in metadata ? undefined : "default");
  const host = balancerHost(kind, `${namespace}/${name}`, words);
  return {
    id: `${namespace}/${name}`,
    metadata: { name, namespace },
    ...(host !== undefined && { status: { loadBalancer: { ingress: [{ hostname: host }] } } }),
  };
}

/** As stated, or as the provider makes it from the logical name; a prefix is completed by the cluster. */
function nameIn(metadata: JsonObject, { hex, logicalName }: Words): string {
  if ("name" in metadata) return text(metadata.name);
  return "generateName" in metadata ? UNKNOWN : `${logicalName}-${hex(8)}`;
}

/** The load balancer that AWS makes for a Service (network) or an Ingress (application). */
function balancerHost(kind: string, id: string, { inputs, region, dnsSuffix, hex }: Words): string | undefined {
  const isService = kind === "Service" && isObject(inputs.spec) && inputs.spec.type === "LoadBalancer";
  if (!isService && kind !== "Ingress") return undefined;
  if (id.includes(UNKNOWN)) return UNKNOWN;
  const [namespace = "", name = ""] = id.split("/");
  const balancer = `k8s-${namespace.slice(0, 8)}-${name.slice(0, 8)}-${hex(10)}`;
  return isService
    ? `${balancer}-${hex(16)}.elb.${region}.${dnsSuffix}`
    : `${balancer}-${hex(10)}.${region}.elb.${dnsSuffix}`;
}

const release: Maker = ({ inputs, logicalName, hex }) => {
  const name = text(inputs.name, "name" in inputs ? undefined : `${logicalName}-${hex(8)}`);
  const namespace = text(inputs.namespace, "namespace" in inputs ? undefined : "default");
  return { id: `${namespace}/${name}`, name, namespace, status: { name, namespace, status: "deployed" } };
};
