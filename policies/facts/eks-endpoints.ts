import type { Resource } from "../resource";
import { asBoolean, asList, at, UNKNOWN, type Unknown } from "./value";

export const clusterType = "aws:eks/cluster:Cluster";

/** Who reaches the API of a cluster over the internet. */
export interface PublicEndpoint {
  /** True unless it is turned off. */
  readonly isPublic: boolean | Unknown;
  readonly cidrs: Unknown | PublicCidrs;
}

interface PublicCidrs {
  /** False where nothing is listed, which admits the world. */
  readonly stated: boolean;
  readonly known: readonly string[];
  /** True when some are not known yet. */
  readonly unknowns: boolean;
}

export function publicEndpoint({ props }: Resource): PublicEndpoint {
  const vpc = at(props, "vpcConfig");
  const access = asBoolean(at(vpc, "endpointPublicAccess"));
  const list = asList(at(vpc, "publicAccessCidrs"));
  return { isPublic: access ?? true, cidrs: list === UNKNOWN ? UNKNOWN : cidrsOf(list) };
}

function cidrsOf(list: readonly unknown[]): PublicCidrs {
  const known = list.filter((cidr) => typeof cidr === "string");
  if (list.length === 0) return { stated: false, known: ["0.0.0.0/0"], unknowns: false };
  return { stated: true, known, unknowns: list.includes(UNKNOWN) };
}
