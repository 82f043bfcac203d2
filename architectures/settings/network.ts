import { z } from "zod";
import type { OrNone } from "../../components/alarm-set";
import type { NetworkArgs } from "../../components/network";
import type { ExistingNetworkArgs } from "../../components/network/existing-network";
import type { NetworkAlarmArgs } from "../../components/network/nat-alarms";
import { flowLogs } from "./flow-logs";

const count = z.number();
const text = z.string();

const tier = z.enum(["public", "private", "isolated", "inspection"]);

const zones = z.union([count, z.array(text)]).optional();

const ipam = z.strictObject({ ipamPoolId: text, netmaskLength: count });

const natType = z.enum(["none", "single", "perZone", "regional", "instance"]);
const nat = z.union(
  [
    natType,
    z.discriminatedUnion("type", [
      z.strictObject({ type: z.enum(["single", "perZone", "regional"]), allocationIds: z.array(text) }),
      z.strictObject({
        type: z.literal("instance"),
        instanceType: text.optional(),
        allocationIds: z.array(text).optional(),
      }),
    ]),
  ],
  {
    error:
      'must be "none", "single", "perZone", "regional", "instance", or a map of a type with its allocationIds or instanceType',
  },
);

const endpointService = z.union([z.enum(["ssm", "ecs", "eks"]), z.templateLiteral(["com.amazonaws.", text])], {
  error: 'must be "ssm", "ecs", "eks" or a service such as "com.amazonaws.eu-west-1.kms"',
});
const interfaceEndpoint = z.union(
  [
    endpointService,
    z.strictObject({
      service: endpointService,
      policy: text.optional(),
      privateDns: z.enum(["everywhere", "inboundResolver", "none"]).optional(),
    }),
  ],
  {
    error:
      'must be "ssm", "ecs", "eks" or a service such as "com.amazonaws.eu-west-1.kms", or a map of a service and its policy or privateDns',
  },
);

const encryptionControl = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("monitor") }),
  z.strictObject({
    mode: z.literal("enforce"),
    exclusions: z
      .array(z.enum(["elasticFileSystem", "lambda", "virtualPrivateGateway", "vpcLattice", "vpcPeering"]))
      .optional(),
  }),
]);

const publicAccess = z.enum(["bidirectional", "egress"]);

/** A network that is made. */
export const newNetwork = z.strictObject({
  type: z.literal("new").optional(),
  zones,
  tiers: z.array(tier).optional(),
  cidrBlock: z
    .union([text, ipam], { error: "must be a range in CIDR form, or a map of ipamPoolId and netmaskLength" })
    .optional(),
  secondaryCidrs: z.array(text).optional(),
  subnetCidrs: z.partialRecord(tier, z.array(text)).optional(),
  nat: nat.optional(),
  ipv6: z
    .union([z.boolean(), ipam], { error: "must be true, false, or a map of ipamPoolId and netmaskLength" })
    .optional(),
  enableDns64: z.boolean().optional(),
  gatewayEndpoints: z.array(z.enum(["s3", "dynamodb"])).optional(),
  interfaceEndpoints: z.array(interfaceEndpoint).optional(),
  flowLogs: flowLogs.optional(),
  trustedCidrs: z.array(text).optional(),
  openPorts: z.array(z.strictObject({ protocol: z.enum(["tcp", "udp"]), port: count })).optional(),
  encryptionControl: encryptionControl.optional(),
  publicAccessExclusion: z
    .union([publicAccess, z.partialRecord(z.enum(["public", "private", "inspection"]), publicAccess)], {
      error: 'must be "bidirectional" or "egress", or a map of tiers to one of them',
    })
    .optional(),
});

const existingNetwork = z.strictObject({
  type: z.literal("existing"),
  vpcId: text,
  zones,
  subnets: z
    .partialRecord(
      z.enum(["public", "private", "isolated"]),
      z.union([z.array(text), z.record(text, text)], { error: "must be a list of subnet ids, or a map of tags" }),
    )
    .optional(),
  ipv6: z.boolean().optional(),
});

/** A network that is made, or, with `type: existing`, one that is there. */
export const network = z.discriminatedUnion("type", [newNetwork, existingNetwork]);

/** The arguments of a network whose alarms tell as the stack's others do; of one that is there, nothing is watched. */
export function watchedNetwork(
  settings: z.output<typeof network> | undefined,
  alarms: OrNone<NetworkAlarmArgs>,
): NetworkArgs | ExistingNetworkArgs {
  return settings?.type === "existing" ? settings : { ...settings, alarms };
}
