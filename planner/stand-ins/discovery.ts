import type { JsonObject } from "../plan";
import { type Maker, sameAs, type Words } from "./words";

/** Ids of Cloud Map have 16 characters behind their prefix. */
function mapped(prefix: string, resource: string, more?: (words: Words) => JsonObject): Maker {
  return (words) => {
    const id = `${prefix}-${words.hex(16)}`;
    return { id, name: words.named(), arn: words.arn("servicediscovery", `${resource}/${id}`), ...more?.(words) };
  };
}

const withZone = ({ hex }: Words) => ({ hostedZone: `Z${hex(20).toUpperCase()}` });

/** Stand-ins of Cloud Map. */
export const discovery: Readonly<Record<string, Maker>> = {
  "aws:servicediscovery/httpNamespace:HttpNamespace": mapped("ns", "namespace", ({ named }) => ({ httpName: named() })),
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": mapped("ns", "namespace", withZone),
  "aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace": mapped("ns", "namespace", withZone),
  "aws:servicediscovery/service:Service": mapped("srv", "service"),
  "aws:servicediscovery/instance:Instance": sameAs("instanceId"),
};
