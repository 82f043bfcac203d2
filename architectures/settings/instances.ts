import { z } from "zod";

const count = z.number();
const text = z.string();

const volume = z.strictObject({
  sizeGiB: count,
  iops: count.optional(),
  throughputMiBps: count.optional(),
  kmsKeyId: text.optional(),
});

const architecture = z.enum(["arm64", "x86_64"]);

const ami = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("amazonLinux2023") }),
  z.strictObject({ type: z.literal("ubuntu"), version: z.enum(["22.04", "24.04"]) }),
  z.strictObject({
    type: z.literal("ssmParameter"),
    name: text,
    rootDevice: text,
    architecture: architecture.optional(),
  }),
  z.strictObject({ type: z.literal("id"), id: text, rootDevice: text, architecture: architecture.optional() }),
]);

/** What may be connected to besides HTTPS: Ubuntu's packages, for one, come over HTTP. */
export const appEgress = z.array(z.strictObject({ to: text, port: count }));

/** What servers are and do. */
export const instances = {
  instanceTypes: z.array(text).optional(),
  ami: ami.optional(),
  userData: text.optional(),
  rootVolume: volume.optional(),
  dataVolumes: z.record(text, volume).optional(),
  policyArns: z.record(text, text).optional(),
  keyName: text.optional(),
  detailedMonitoring: z.boolean().optional(),
  instanceTags: z.record(text, text).optional(),
  instanceSubnets: z.enum(["private", "public"]).optional(),
  ssh: z.strictObject({ from: z.array(text) }).optional(),
  appEgress: appEgress.optional(),
};
