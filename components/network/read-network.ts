import type * as pulumi from "@pulumi/pulumi";
import { type NotifySettings, readNotify } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";
import { environment } from "../environment";
import { type IpRange, isWorldwide, readIpRange } from "../ip-range";
import type { NetworkArgs } from "../network";
import { logSettings } from "../service-logs";
import { type Layout, readLayout } from "./cidr-layout";
import { checkEncryptionControl } from "./encryption-control";
import { checkFlowLogs } from "./flow-logs";
import { checkNetmask, type IpamAllocation } from "./ipam";
import { type NatPlan, readNat } from "./nat";
import { checkOpenPorts, type OpenPort, openPortsRoom } from "./open-ports";
import { checkPublicAccess } from "./public-access";
import type { Tier } from "./tier";
import { type EndpointPlan, readInterfaceEndpoints } from "./vpc-endpoints";
import { readZones, type Zone } from "./zones";

/** The arguments of a new network with their defaults, checked. */
export interface NetworkPlan
  extends Required<Pick<NetworkArgs, "tiers" | "cidrBlock" | "flowLogs" | "gatewayEndpoints">>,
    Pick<NetworkArgs, "encryptionControl" | "publicAccessExclusion"> {
  readonly zones: readonly Zone[];
  readonly layout: Layout;
  readonly nat: NatPlan;
  readonly ipv6: boolean | IpamAllocation;
  readonly dns64: boolean;
  readonly interfaceEndpoints: readonly EndpointPlan[];
  readonly trusted: readonly IpRange[];
  readonly openPorts: readonly OpenPort[];
  /** Whom alarms tell; undefined where there are to be none. */
  readonly alarms: NotifySettings | undefined;
}

/** @throws when an argument is not what AWS takes, or two do not go together. */
export function readNetwork(
  name: string,
  args: NetworkArgs,
  check: ArgumentCheck,
  parent: pulumi.Resource,
): NetworkPlan {
  const production = environment() === "prod";
  const { cidrBlock = "10.0.0.0/16", secondaryCidrs = [], tiers = ["public", "private"], subnetCidrs = {} } = args;
  const { ipv6 = false, enableDns64: dns64 = false, gatewayEndpoints = ["s3", "dynamodb"] } = args;
  const {
    flowLogs = { retentionDays: logSettings({}).retentionDays },
    encryptionControl,
    publicAccessExclusion,
  } = args;
  checkTiers(tiers, check);
  checkDistinct(gatewayEndpoints, "gatewayEndpoints", check);
  const zones = readZones(args.zones ?? (production ? 3 : 2), check, parent);
  const slots = zones.map(({ slot }) => slot);
  const layout = readLayout({ cidrBlock, secondaryCidrs, tiers, slots, subnetCidrs }, check);
  // A shorter prefix has more room, a longer one none for 32 subnets of a /64.
  if (typeof ipv6 === "object") checkNetmask(ipv6, "ipv6", [44, 56], check, 4);
  const hasBoth = tiers.includes("public") && tiers.includes("private");
  const nat = readNat(args.nat ?? (hasBoth ? (production ? "perZone" : "single") : "none"), tiers, zones, check);
  if (dns64) checkDns64(ipv6 !== false, nat, tiers, check);
  const interfaceEndpoints = readInterfaceEndpoints(args.interfaceEndpoints ?? [], gatewayEndpoints, check);
  const hasRoom = interfaceEndpoints.length === 0 || tiers.some((tier) => tier === "private" || tier === "isolated");
  check(hasRoom, "interfaceEndpoints", "must be empty without a private or isolated tier", args.interfaceEndpoints);
  if (flowLogs) checkFlowLogs(name, flowLogs, check);
  if (encryptionControl) checkEncryptionControl(encryptionControl, check);
  if (publicAccessExclusion) checkPublicAccess(publicAccessExclusion, tiers, check);
  const trusted = readTrusted(args.trustedCidrs ?? [], secondaryCidrs.length, check);
  const { openPorts = [], alarms = {} } = args;
  checkOpenPorts(openPorts, openPortsRoom(secondaryCidrs, trusted), check);
  return {
    tiers,
    zones,
    cidrBlock,
    layout,
    nat,
    ipv6,
    dns64,
    flowLogs,
    gatewayEndpoints,
    interfaceEndpoints,
    trusted,
    openPorts,
    encryptionControl,
    publicAccessExclusion,
    alarms: alarms === "none" ? undefined : readNotify(check, "alarms.notify", alarms.notify),
  };
}

function checkTiers(tiers: readonly Tier[], check: ArgumentCheck) {
  checkDistinct(tiers, "tiers", check);
  check(tiers.length > 0, "tiers", "must name at least one tier", tiers);
  const hasPublic = tiers.includes("public") || !tiers.includes("inspection");
  check(hasPublic, "tiers", 'must name "public", whose traffic passes "inspection"', tiers);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
function checkDns64(ipv6: boolean, nat: NatPlan, tiers: readonly Tier[], check: ArgumentCheck) {
  check(ipv6, "enableDns64", "must be false without ipv6", true);
  const translates = nat.type !== "none" && nat.type !== "instance";
  check(translates, "enableDns64", "must be false without a NAT gateway, which translates its addresses", true);
  const isUsed = !tiers.includes("inspection");
  check(isUsed, "enableDns64", 'must be false with "inspection", where private subnets go out over IPv4 only', true);
}

/**
 * A network ACL takes 20 rules in each direction, and ours has nine of its own beside the last, which denies:
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
function readTrusted(cidrs: readonly string[], secondary: number, check: ArgumentCheck): IpRange[] {
  const room = 10 - secondary;
  const beside = secondary === 0 ? "" : ` beside ${secondary} of secondaryCidrs`;
  check(cidrs.length <= room, "trustedCidrs", `must hold at most ${room} ranges${beside}`, cidrs);
  return cidrs.map((cidr) => {
    const range = readIpRange(cidr, "trustedCidrs", check);
    check(!isWorldwide(range), "trustedCidrs", "must hold no range wider than /8 (IPv4) or /16 (IPv6)", range.cidr);
    return range;
  });
}

function checkDistinct(values: readonly string[], argument: string, check: ArgumentCheck) {
  check(new Set(values).size === values.length, argument, "must not repeat a value", values);
}
