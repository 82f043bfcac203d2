import type { ArgumentCheck } from "../argument-checks";
import { isWorldwide, readIpRange } from "../ip-range";

/** Ranges of networks on your premises. */
export interface RemoteNetworks {
  readonly nodeCidrs: readonly string[];
  readonly podCidrs?: readonly string[];
}

/** The API server takes 40 public ranges: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html */
export function checkEndpoint(
  check: ArgumentCheck,
  endpointCidrs: readonly string[],
  remoteNetworks: RemoteNetworks | undefined,
): void {
  check(endpointCidrs.length <= 40, "endpointCidrs", "must hold at most 40 ranges", endpointCidrs.length);
  for (const cidr of endpointCidrs) {
    const range = readIpRange(cidr, "endpointCidrs", check);
    check(range.family === "ipv4", "endpointCidrs", "must hold IPv4 ranges", cidr);
    check(!isWorldwide(range), "endpointCidrs", "must hold no range wider than /8", cidr);
  }
  const { nodeCidrs = [], podCidrs = [] } = remoteNetworks ?? {};
  if (remoteNetworks)
    check(nodeCidrs.length > 0, "remoteNetworks.nodeCidrs", "must name at least one range", nodeCidrs);
  for (const cidr of nodeCidrs) readIpRange(cidr, "remoteNetworks.nodeCidrs", check);
  for (const cidr of podCidrs) readIpRange(cidr, "remoteNetworks.podCidrs", check);
}
