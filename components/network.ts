import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environment } from "./environment";
import { isWorldwide, readIpRange } from "./ip-range";
import { readLayout } from "./network/cidr-layout";
import { checkFlowLogs, createFlowLogs, type FlowLogs } from "./network/flow-logs";
import { createNat, type Nat, readNat } from "./network/nat";
import { createNetworkAcl } from "./network/network-acls";
import { createRouting } from "./network/routing";
import { createSubnets, type NamedSubnet } from "./network/subnets";
import type { Tier } from "./network/tier";
import {
  createGatewayEndpoints,
  createInterfaceEndpoints,
  type GatewayEndpoint,
  type InterfaceEndpoint,
  readInterfaceEndpoints,
} from "./network/vpc-endpoints";
import { readZones } from "./network/zones";
import type { NetworkRef } from "./network-ref";

/** Arguments of {@link Network}. */
export interface NetworkArgs {
  /**
   * How many zones, 2 to 8, or which: `["eu-west-1a", "eu-west-1b"]`. Add further names at the end.
   *
   * @default 3 in prod, 2 in dev
   */
  readonly zones?: number | readonly string[];
  /** Which tiers of subnets there are. @default ["public", "private"] */
  readonly tiers?: readonly Tier[];
  /**
   * The VPC's IPv4 range, /16 to /21; to /28 where `subnetCidrs` says every tier.
   * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   *
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;
  /**
   * The IPv4 ranges of a tier's subnets, /16 to /28, one for each zone, in the order of `zones`.
   *
   * @default a place of its own for each tier and zone, which neither new zones nor new tiers move
   */
  readonly subnetCidrs?: Partial<Record<Tier, readonly string[]>>;
  /**
   * How private subnets reach the internet over IPv4: not at all, by one gateway in the first zone, by one in each
   * zone, or by one that spans the zones; with Elastic IPs of their own or with given ones.
   *
   * @default "perZone" in prod, "single" in dev, "none" unless there is a public and a private tier
   */
  readonly nat?: Nat;
  /** Dual stack: an IPv6 range of Amazon's, a /64 of it for each subnet, and routes. @default false */
  readonly ipv6?: boolean;
  /** Services that every subnet reaches without NAT, free of charge. @default ["s3", "dynamodb"] */
  readonly gatewayEndpoints?: readonly GatewayEndpoint[];
  /**
   * Services with an endpoint in every private subnet (isolated, without that tier), each at an hourly price: those
   * that `ssm`, `ecs` or `eks` need, or exact names such as `com.amazonaws.eu-west-1.kms`.
   *
   * @default none
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpoint[];
  /** How long the records of all traffic are kept; false for no records. @default 365 days in prod, 14 in dev */
  readonly flowLogs?: FlowLogs | false;
  /**
   * Ranges outside the VPC, such as an office or a peered VPC, whose traffic passes the network ACLs of public and
   * private subnets, SSH included. At most 10; security groups still decide.
   *
   * @default none
   */
  readonly trustedCidrs?: readonly string[];
}

/**
 * A VPC over two or more zones, with tiers of subnets, NAT, endpoints, flow logs, a network ACL per tier, and a default
 * security group that admits nothing. No subnet gives out public addresses: what is public asks for its own.
 *
 * @example
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 3, tiers: ["public", "private", "isolated"], nat: "regional" });
 */
export class Network extends pulumi.ComponentResource implements NetworkRef {
  /** The id of the VPC. */
  readonly vpcId: pulumi.Output<string>;
  /** The VPC's IPv4 range. */
  readonly cidrBlock: pulumi.Output<string>;
  /** The ids of the public subnets, one per zone; empty without that tier. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** The ids of the private subnets, one per zone; empty without that tier. */
  readonly privateSubnetIds: pulumi.Output<string>[];
  /** The ids of the isolated subnets, one per zone; empty without that tier. */
  readonly isolatedSubnetIds: pulumi.Output<string>[];

  /** @throws when an argument is not what AWS takes, ranges overlap, or the zones are fewer than two. */
  constructor(name: string, args: NetworkArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Network", name, {}, opts);
    const plan = readArgs(args, argumentCheck(this, "network", name), this);
    const { tiers, zones, layout, nat, ipv6, flowLogs, gatewayEndpoints, interfaceEndpoints, trusted } = plan;
    const tags = (role: string) => ({ Name: `${name}-${role}` });

    const vpc = new aws.ec2.Vpc(
      `${name}-vpc`,
      {
        cidrBlock: layout.vpc.cidr,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        ...(ipv6 && { assignGeneratedIpv6CidrBlock: true }),
        tags: tags("vpc"),
      },
      { parent: this },
    );
    const vpcId = vpc.id;
    // What is made without a security group gets this one: without rules, it reaches nothing.
    new aws.ec2.DefaultSecurityGroup(
      `${name}-default-sg`,
      { vpcId, ingress: [], egress: [], tags: tags("default-sg") },
      { parent: this },
    );
    if (flowLogs) createFlowLogs(name, vpc, flowLogs, this);

    const subnetsOf = createSubnets(name, { vpc, zones, layout, ipv6 }, this);
    const { public: publicSubnets, private: privateSubnets, isolated: isolatedSubnets } = subnetsOf;
    const internetGateway = plan.needsInternetGateway
      ? new aws.ec2.InternetGateway(`${name}-igw`, { vpcId, tags: tags("igw") }, { parent: this })
      : undefined;
    const egressOnlyGateway =
      ipv6 && tiers.includes("private")
        ? new aws.ec2.EgressOnlyInternetGateway(
            `${name}-egress-only`,
            { vpcId, tags: tags("egress-only") },
            { parent: this },
          )
        : undefined;

    const toInternet = internetGateway && { role: "internet", target: { gatewayId: internetGateway.id } };
    const outwards = egressOnlyGateway && { role: "internet", target: { egressOnlyGatewayId: egressOnlyGateway.id } };
    const publicRouting = createRouting(
      `${name}-public`,
      { vpcId, subnets: publicSubnets, ipv4: toInternet, ipv6: ipv6 ? toInternet : undefined },
      this,
    );
    this.publicSubnetIds = publicRouting.subnetIds;
    const natArgs = { plan: nat, zones, vpcId, internetGateway, publicSubnetIds: this.publicSubnetIds };
    const gateways = createNat(name, natArgs, this);
    // A table per zone with any NAT, so that a change of NAT changes a route and never a table.
    const privateRouting = privateSubnets.map((subnet, index) => {
      const gateway = gateways[index];
      const ipv4 = gateway && { role: "nat", target: { natGatewayId: gateway.id } };
      return createRouting(subnet.name, { vpcId, subnets: [subnet], ipv4, ipv6: outwards }, this);
    });
    this.privateSubnetIds = privateRouting.flatMap(({ subnetIds }) => subnetIds);
    const isolatedRouting = createRouting(`${name}-isolated`, { vpcId, subnets: isolatedSubnets }, this);
    this.isolatedSubnetIds = isolatedRouting.subnetIds;

    const aclArgs = { vpc, range: layout.vpc, ipv6, trusted, gatewayEndpoints: gatewayEndpoints.length > 0 };
    for (const tier of tiers) createNetworkAcl(name, tier, idsOf(subnetsOf[tier]), aclArgs, this);

    const tables = [publicRouting, ...privateRouting, isolatedRouting].flatMap(({ routeTableIds }) => routeTableIds);
    createGatewayEndpoints(name, vpcId, gatewayEndpoints, tables, this);
    const endpointSubnets = privateSubnets.length > 0 ? privateSubnets : isolatedSubnets;
    const endpointArgs = {
      vpc,
      range: layout.vpc,
      ipv6,
      services: interfaceEndpoints,
      subnetIds: idsOf(endpointSubnets),
    };
    createInterfaceEndpoints(name, endpointArgs, this);

    this.vpcId = vpcId;
    this.cidrBlock = vpc.cidrBlock;
    const { cidrBlock, publicSubnetIds, privateSubnetIds, isolatedSubnetIds } = this;
    this.registerOutputs({ vpcId, cidrBlock, publicSubnetIds, privateSubnetIds, isolatedSubnetIds });
  }
}

const idsOf = (subnets: readonly NamedSubnet[]) => subnets.map(({ subnet }) => subnet.id);

/** The arguments with their defaults, checked. */
function readArgs(args: NetworkArgs, check: ArgumentCheck, parent: pulumi.Resource) {
  const production = environment() === "prod";
  const { cidrBlock = "10.0.0.0/16", tiers = ["public", "private"], subnetCidrs = {}, ipv6 = false } = args;
  const { gatewayEndpoints = ["s3", "dynamodb"], trustedCidrs = [] } = args;
  const { flowLogs = { retentionDays: production ? 365 : 14 } } = args;
  checkDistinct(tiers, "tiers", check);
  check(tiers.length > 0, "tiers", "must name at least one tier", tiers);
  checkDistinct(gatewayEndpoints, "gatewayEndpoints", check);
  const zones = readZones(args.zones ?? (production ? 3 : 2), check, parent);
  const layout = readLayout({ cidrBlock, tiers, slots: zones.map(({ slot }) => slot), subnetCidrs }, check);
  const hasBoth = tiers.includes("public") && tiers.includes("private");
  const nat = readNat(args.nat ?? (hasBoth ? (production ? "perZone" : "single") : "none"), tiers, zones, check);
  const interfaceEndpoints = readInterfaceEndpoints(args.interfaceEndpoints ?? [], check);
  const hasRoom = interfaceEndpoints.length === 0 || tiers.some((tier) => tier !== "public");
  check(hasRoom, "interfaceEndpoints", "must be empty without a private or isolated tier", args.interfaceEndpoints);
  if (flowLogs) checkFlowLogs(flowLogs, check);
  // A network ACL takes 20 rules in each direction, and ours has nine of its own beside the last, which denies:
  // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
  check(trustedCidrs.length <= 10, "trustedCidrs", "must hold at most 10 ranges", trustedCidrs);
  const trusted = trustedCidrs.map((cidr) => readIpRange(cidr, "trustedCidrs", check));
  for (const range of trusted) {
    check(!isWorldwide(range), "trustedCidrs", "must hold no range wider than /8 (IPv4) or /16 (IPv6)", range.cidr);
  }
  const needsInternetGateway = tiers.includes("public") || nat.type === "regional";
  return {
    tiers,
    zones,
    layout,
    nat,
    ipv6,
    flowLogs,
    gatewayEndpoints,
    interfaceEndpoints,
    trusted,
    needsInternetGateway,
  };
}

function checkDistinct(values: readonly string[], argument: string, check: ArgumentCheck) {
  check(new Set(values).size === values.length, argument, "must not repeat a value", values);
}
