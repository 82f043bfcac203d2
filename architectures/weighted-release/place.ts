import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import { Certificate } from "../../components/certificate";
import { Network } from "../../components/network";
import { regionalProvider } from "../../components/regional-provider";
import { type StackAlarmArgs, type StackAlarms, stackAlarms } from "../settings/alarms";
import type { domain } from "../settings/domain";
import { type network, watchedNetwork } from "../settings/network";
import { type waf, webAclArnOf } from "../settings/web-acl";

type NetworkSettings = z.output<typeof network>;

/** What a tier stands on, in its region. */
export interface Place {
  readonly region: string;
  readonly network: Network;
  /** What the load balancer of a tier is told of it. */
  readonly entrance: {
    readonly tls: { readonly certificateArn: pulumi.Output<string> };
    readonly webAclArn: pulumi.Input<string> | undefined;
    readonly ipAddressType: "ipv4" | "dualstack";
  };
  /** The alarms of all that is there, which tell one topic. */
  readonly alarms: StackAlarms;
  /** The provider of everything there. */
  readonly opts: pulumi.ComponentResourceOptions;
}

interface PlaceArgs {
  readonly domain: z.output<typeof domain>;
  readonly region: string;
  /** Whether it is not the stack's own region. */
  readonly isSecond: boolean;
  readonly network: NetworkSettings | undefined;
  readonly waf: z.output<typeof waf> | undefined;
  readonly alarms: OrNone<StackAlarmArgs> | undefined;
  /** Whether visitors come by Network Load Balancers, whose ports the network must then let in. */
  readonly byAddress: boolean;
}

export function place(name: string, args: PlaceArgs): Place {
  const { domain, region, isSecond, network, waf, byAddress } = args;
  const opts = isSecond ? { provider: regionalProvider(`${name}-provider`, region) } : {};
  const openPorts = [443, 80].map((port) => ({ protocol: "tcp" as const, port }));
  const isOpened = byAddress && network?.type !== "existing";
  const networkArgs = isOpened ? { ...network, openPorts } : network;
  const alarms = stackAlarms(name, args.alarms, opts);
  const made = new Network(`${name}-net`, watchedNetwork(networkArgs, alarms.parts), opts);
  const { parts } = alarms;
  const certificate = new Certificate(
    `${name}-cert`,
    { domainName: domain.name, zoneId: domain.zoneId, alarms: parts },
    opts,
  );
  const { certificateArn } = certificate;
  return {
    region,
    network: made,
    entrance: {
      tls: { certificateArn },
      webAclArn: webAclArnOf(name, waf, "internet", opts),
      ipAddressType: network?.ipv6 ? "dualstack" : "ipv4",
    },
    alarms,
    opts,
  };
}

/** The network of another region like one of this: what is of a region, such as names and ids, stays behind. */
export function elsewhere(network: NetworkSettings | undefined): NetworkSettings {
  const cidrBlock = "10.1.0.0/16";
  if (network === undefined || network.type === "existing") return { cidrBlock };
  const { zones, tiers, nat, ipv6 } = network;
  return {
    cidrBlock,
    zones: Array.isArray(zones) ? zones.length : zones,
    tiers,
    nat: typeof nat === "string" ? nat : nat?.type,
    ipv6: ipv6 !== undefined && ipv6 !== false,
  };
}
