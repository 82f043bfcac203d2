import { z } from "zod";
import { orNone } from "./alarms";
import { capacityReservation, placementGroup } from "./group";
import { appEgress, images, servers, volume } from "./instances";
import { notify } from "./notify";
import { offHours } from "./off-hours";

const count = z.number();
const text = z.string();
const flag = z.boolean();

const sized = { sizeGiB: count, kmsKeyId: text.optional() };
const mounted = { mountPath: text.optional() };
const gp3 = volume.extend({ type: z.literal("gp3").optional() });
const io2 = z.strictObject({ type: z.literal("io2"), iops: count, ...sized });
const magnetic = z.strictObject({ type: z.enum(["st1", "sc1"]), ...sized });
const disks = "must be a map of a type (gp3, io2, st1 or sc1), sizeGiB, and what else that type has";

const ami = z.discriminatedUnion("type", [
  ...images,
  z.strictObject({
    type: z.literal("windowsServer"),
    version: z.enum(["2019", "2022", "2025"]),
    core: flag.optional(),
  }),
]);

const serverType = z.union(
  [
    text,
    z.strictObject({
      family: z.enum(["general", "compute", "memory", "storage", "accelerated"]),
      size: text,
    }),
  ],
  "must be a type such as m7g.large, or a map of a family (general, compute, memory, storage or accelerated) and a size",
);

const purchasing = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("onDemand") }),
  z.strictObject({
    type: z.literal("spot"),
    onInterruption: z.enum(["terminate", "stop", "hibernate"]).optional(),
  }),
]);

const tenancy = z.union(
  [
    z.enum(["shared", "dedicated"]),
    z.strictObject({ host: z.literal("own") }),
    z.strictObject({ hostId: text }),
    z.strictObject({ hostResourceGroupArn: text }),
  ],
  "must be shared, dedicated, or a map with host: own, hostResourceGroupArn or hostId",
);

const from = z.array(text);

/** Who administers a server from where. */
export const admins = z.strictObject({ from });

/** When one server calls for help, and whom. */
export const serverAlarms = z.strictObject({
  notify: notify.optional(),
  cpuPercent: count.optional(),
  memoryPercent: count.optional(),
  diskPercent: count.optional(),
});

const { userData, policyArns, instanceTags, cpuCredits, cpuOptions, nitroEnclaves, detailedMonitoring } = servers;

/** What one server is and does, and where it stands. */
export const server = {
  instanceType: serverType.optional(),
  ami: ami.optional(),
  onNewImage: z.enum(["keep", "replace"]).optional(),
  userData,
  userDataReplaceOnChange: flag.optional(),
  rootVolume: z.union([gp3, io2, magnetic], disks).optional(),
  dataVolumes: z
    .record(text, z.union([gp3.extend(mounted), io2.extend(mounted), magnetic.extend(mounted)], disks))
    .optional(),
  dataVolumeLifetime: z.enum(["own", "server"]).optional(),
  instanceStorePath: text.optional(),
  tenancy: tenancy.optional(),
  purchasing: purchasing.optional(),
  capacityReservation: z
    .discriminatedUnion("type", [
      ...capacityReservation.options,
      z.strictObject({ type: z.literal("own"), endDate: text.optional() }),
    ])
    .optional(),
  placementGroup: placementGroup.optional(),
  hibernation: flag.optional(),
  autoRecovery: flag.optional(),
  terminationProtection: flag.optional(),
  stopProtection: flag.optional(),
  subnet: z.enum(["private", "public"]).optional(),
  zone: count.optional(),
  elasticIp: z
    .union([z.literal("own"), z.strictObject({ allocationId: text })], "must be own, or a map of an allocationId")
    .optional(),
  ipv6: flag.optional(),
  networkInterfaces: z
    .array(
      z.strictObject({
        subnetId: text,
        securityGroupIds: z.array(text).optional(),
        sourceDestCheck: flag.optional(),
      }),
    )
    .optional(),
  securityGroupIds: z.array(text).optional(),
  ssh: admins.optional(),
  rdp: admins.optional(),
  keyPair: z
    .union(
      [z.strictObject({ keyName: text }), z.strictObject({ publicKey: text })],
      "must be a map of a keyName or a publicKey",
    )
    .optional(),
  egress: appEgress.optional(),
  cloudWatchAgent: flag.optional(),
  offHours: offHours.optional(),
  alarms: orNone(serverAlarms).optional(),
  ...{ policyArns, instanceTags, cpuCredits, cpuOptions, nitroEnclaves, detailedMonitoring },
};
