import * as pulumi from "@pulumi/pulumi";
import type { OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import type { Charted, DashboardSection } from "./dashboard/section";
import type { EncryptionControl } from "./network/encryption-control";
import { type ExistingNetworkArgs, findNetwork } from "./network/existing-network";
import type { FlowLogs } from "./network/flow-logs";
import type { InspectionPlace } from "./network/inspection-place";
import type { IpamAllocation } from "./network/ipam";
import type { Nat } from "./network/nat";
import type { NetworkAlarmArgs } from "./network/nat-alarms";
import { createNetwork } from "./network/new-network";
import type { OpenPort } from "./network/open-ports";
import type { PublicAccessExclusion } from "./network/public-access";
import { readNetwork } from "./network/read-network";
import type { Tier } from "./network/tier";
import type { GatewayEndpoint, InterfaceEndpoint } from "./network/vpc-endpoints";
import type { NetworkRef } from "./network-ref";

/** Arguments of a {@link Network} that is made; {@link ExistingNetworkArgs} are those of one that is there. */
export interface NetworkArgs {
  readonly type?: "new";
  /**
   * How many zones, 2 to 8, or which, by name, `["eu-west-1a", "eu-west-1b"]`, or by id, `["euw1-az1", "euw1-az2"]`: an
   * id means the same place in every account. Add further ones at the end.
   *
   * @default 3 in prod, 2 in dev
   */
  readonly zones?: number | readonly string[];
  /**
   * Which tiers of subnets there are. With `inspection` the public subnets reach nothing outside the VPC until
   * GatewayInspection adds their routes, and private ones go out over IPv4 only.
   *
   * @default ["public", "private"]
   */
  readonly tiers?: readonly Tier[];
  /**
   * The VPC's IPv4 range, /16 to /21, or its size and the pool of IPAM that it comes from; to /28 where `subnetCidrs`
   * says every tier. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   *
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string | IpamAllocation;
  /** Further IPv4 ranges of the VPC, /16 to /28, at most 4, for subnets that `subnetCidrs` puts there. @default none */
  readonly secondaryCidrs?: readonly string[];
  /**
   * The IPv4 ranges of a tier's subnets, /16 to /28, one for each zone, in the order of `zones`. They may lie in
   * `secondaryCidrs`: in `100.64.0.0/16` there is room for the pods of a large cluster.
   *
   * @default a place of its own for each tier and zone, which neither new zones nor new tiers move
   */
  readonly subnetCidrs?: Partial<Record<Tier, readonly string[]>>;
  /**
   * How private subnets reach the internet over IPv4: not at all, by one gateway in the first zone, by one in each
   * zone, by one that spans the zones, or, for development, by a small instance; with Elastic IPs of their own or with
   * given ones.
   *
   * @default "perZone" in prod, "single" in dev, "none" unless there is a public and a private tier
   */
  readonly nat?: Nat;
  /**
   * Dual stack: an IPv6 range, Amazon's or from a pool of IPAM (/44, /48, /52 or /56), a /64 of it for each subnet, and
   * routes.
   *
   * @default false
   */
  readonly ipv6?: boolean | IpamAllocation;
  /**
   * Lets what speaks only IPv6 in private subnets reach what speaks only IPv4, by DNS64 and a NAT gateway.
   * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
   *
   * @default false
   */
  readonly enableDns64?: boolean;
  /** Services that every subnet reaches without NAT, free of charge. @default ["s3", "dynamodb"] */
  readonly gatewayEndpoints?: readonly GatewayEndpoint[];
  /**
   * Services with an endpoint in every private subnet (isolated, without that tier), each at an hourly price: those
   * that `ssm`, `ecs` or `eks` need, or exact names such as `com.amazonaws.eu-west-1.kms`; with a policy or names of their
   * own as options.
   *
   * @default none
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpoint[];
  /**
   * Where the records of all traffic are kept, how long, and what is in them; false for no records.
   *
   * @default CloudWatch, 365 days in prod, 14 in dev
   */
  readonly flowLogs?: FlowLogs | false;
  /**
   * Ranges outside the VPC, such as an office or a peered VPC, whose traffic passes the network ACLs of public and
   * private subnets, SSH included. At most 10 with `secondaryCidrs`; security groups still decide.
   *
   * @default none
   */
  readonly trustedCidrs?: readonly string[];
  /**
   * Ports below 1024, beside TCP 80 and 443 into public subnets, that pass the network ACLs of public and private subnets
   * from anywhere: those of Network Load Balancers and of their targets. Security groups still decide.
   *
   * @default none
   */
  readonly openPorts?: readonly OpenPort[];
  /** Whether traffic within the VPC has to be encrypted; AWS charges for it. @default not watched */
  readonly encryptionControl?: EncryptionControl;
  /** What Block Public Access of the account does not block here: for the VPC or for each tier. @default nothing */
  readonly publicAccessExclusion?: PublicAccessExclusion;
  /** Whom the alarms of NAT tell: no port left, dropped packets. @default nobody: they show in CloudWatch */
  readonly alarms?: OrNone<NetworkAlarmArgs>;
}

/**
 * A VPC over two or more zones, with tiers of subnets, NAT, endpoints, flow logs, a network ACL per tier, and defaults
 * (security group, network ACL, route table) that reach nothing. No subnet gives out public addresses: what is public
 * asks for its own. With the type `existing` it is a VPC that is there, of which nothing is changed.
 *
 * @example
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 3, tiers: ["public", "private", "isolated"], nat: "regional" });
 * const shared = new Network("shared", { type: "existing", vpcId: "vpc-0a1b2c3d4e5f60718", zones: 2 });
 */
export class Network extends pulumi.ComponentResource implements Charted, NetworkRef {
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
  /** Whether its public and private subnets speak IPv6 beside IPv4. */
  readonly ipv6: boolean;
  /** Where the endpoints of a Gateway Load Balancer stand; undefined without the tier `inspection`. */
  readonly inspection: InspectionPlace | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not what AWS takes, ranges overlap, or the zones are fewer than two. */
  constructor(name: string, args: NetworkArgs | ExistingNetworkArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:Network", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "network", name);
    const parts =
      args.type === "existing"
        ? findNetwork(args, check, this)
        : createNetwork(name, readNetwork(name, args, check, this), this);

    this.section = { title: name, alarmArns: parts.alarmArns, graphs: parts.graphs };
    this.vpcId = parts.vpcId;
    this.cidrBlock = parts.cidrBlock;
    this.publicSubnetIds = parts.subnetIds.public;
    this.privateSubnetIds = parts.subnetIds.private;
    this.isolatedSubnetIds = parts.subnetIds.isolated;
    this.ipv6 = parts.ipv6;
    this.inspection = parts.inspection;
    const { vpcId, cidrBlock, publicSubnetIds, privateSubnetIds, isolatedSubnetIds, ipv6, inspection } = this;
    this.registerOutputs({ vpcId, cidrBlock, publicSubnetIds, privateSubnetIds, isolatedSubnetIds, ipv6, inspection });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}
