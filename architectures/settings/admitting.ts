import type { z } from "zod";
import { ipRange, isWorldwide } from "../../components/ip-range";
import type { network } from "./network";

type NetworkSettings = z.output<typeof network>;

/** A new network whose ACLs let those in who administer its servers; a network that is there has ACLs of its own. */
export function admitting(ranges: readonly string[], network: NetworkSettings): NetworkSettings {
  // What is no narrow range the server refuses in words of its own.
  const admins = ranges.filter((cidr) => {
    const range = ipRange(cidr);
    return range && !isWorldwide(range);
  });
  if (network.type === "existing" || admins.length === 0) return network;
  const { trustedCidrs = [] } = network;
  return { ...network, trustedCidrs: [...new Set([...trustedCidrs, ...admins])] };
}
