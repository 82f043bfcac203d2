import type * as pulumi from "@pulumi/pulumi";
import { AlarmSet } from "../alarm-set";
import { statedTopicArn } from "../alarm-topic";
import type { Graph } from "../dashboard/section";
import { createEncryptionControl } from "./encryption-control";
import { createFlowLogs } from "./flow-logs";
import { type InspectionPlace, inspectionPlace } from "./inspection-place";
import { natAlarms, natInstanceAlarm } from "./nat-alarms";
import { natGraphs } from "./nat-graphs";
import { createNetworkAcls } from "./network-acls";
import { ownRanges } from "./own-ranges";
import { createPublicAccessExclusion } from "./public-access";
import type { NetworkPlan } from "./read-network";
import { createSubnets } from "./subnets";
import type { Tier } from "./tier";
import { createTierRoutes } from "./tier-routes";
import { createVpc, lockDefaults } from "./vpc";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./vpc-endpoints";

/** What every network is, made here or found. */
export interface NetworkParts {
  readonly vpcId: pulumi.Output<string>;
  readonly cidrBlock: pulumi.Output<string>;
  /** The ids of each tier's subnets, in the order of the zones; known once they reach what their tier reaches. */
  readonly subnetIds: Record<Exclude<Tier, "inspection">, pulumi.Output<string>[]>;
  /** Whether it speaks IPv6 beside IPv4. */
  readonly ipv6: boolean;
  readonly inspection: InspectionPlace | undefined;
  /** What a dashboard shows of its NAT. */
  readonly graphs: readonly Graph[];
  readonly alarmArns: readonly pulumi.Output<string>[];
}

/** Makes a network: from its addresses over its routes to what watches it. */
export function createNetwork(name: string, plan: NetworkPlan, parent: pulumi.Resource): NetworkParts {
  const { tiers, zones, layout, nat, dns64, flowLogs, gatewayEndpoints, trusted, openPorts, alarms } = plan;
  const ipv6 = plan.ipv6 !== false;

  const { cidrBlock } = plan;
  const { vpc, secondary } = createVpc(name, { cidrBlock, secondary: layout.secondary, ipv6: plan.ipv6 }, parent);
  const vpcId = vpc.id;
  lockDefaults(name, vpc, parent);
  const own = ownRanges(vpc, layout, ipv6);

  const subnets = createSubnets(name, { vpc, secondary, tiers, zones, layout, ipv6, dns64 }, parent);
  const aclArgs = { vpcId, own, ipv6, trusted, openPorts, gatewayEndpoints: gatewayEndpoints.length > 0 };
  const networkAcls = createNetworkAcls(name, subnets, aclArgs, parent);
  const routes = createTierRoutes(name, { vpcId, own, zones, subnets, networkAcls, nat, ipv6, dns64 }, parent);
  if (plan.publicAccessExclusion) createPublicAccessExclusion(name, vpcId, subnets, plan.publicAccessExclusion, parent);

  const tables = Object.values(routes.tiers).flatMap(({ routeTableIds }) => routeTableIds);
  const gateways = createGatewayEndpoints(name, vpcId, gatewayEndpoints, tables, parent);
  const endpointSubnets = subnets.private.length > 0 ? subnets.private : subnets.isolated;
  const endpointArgs = {
    vpcId,
    own,
    endpoints: plan.interfaceEndpoints,
    subnetIds: endpointSubnets.map(({ subnet }) => subnet.id),
    gatewayEndpoints: gateways,
  };
  createInterfaceEndpoints(name, endpointArgs, parent);

  const { encryptionControl } = plan;
  if (encryptionControl) createEncryptionControl(name, vpcId, encryptionControl, { routes, nat }, parent);
  const { regionalNatGateway } = routes;
  const graphs = natGraphs(routes.nat);
  const isWatched = alarms !== undefined && graphs.length > 0;
  const alarmSet = new AlarmSet(name, parent, isWatched ? statedTopicArn(name, alarms, parent) : undefined);
  if (isWatched) {
    natAlarms(alarmSet, routes.nat.gateways);
    for (const [role, instance] of Object.entries(routes.nat.instances)) natInstanceAlarm(alarmSet, role, instance);
  }
  if (flowLogs) createFlowLogs(name, { vpc, regionalNatGateway }, flowLogs, parent);

  return {
    vpcId,
    cidrBlock: vpc.cidrBlock,
    subnetIds: {
      public: routes.tiers.public.subnetIds,
      private: routes.tiers.private.subnetIds,
      isolated: routes.tiers.isolated.subnetIds,
    },
    ipv6,
    inspection: inspectionPlace({ routes, zones, publicSubnets: subnets.public, ipv6 }),
    graphs,
    alarmArns: alarmSet.arns,
  };
}
