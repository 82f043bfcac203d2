import { z } from "zod";
import { instanceRequirements } from "./instance-requirements";
import { userData } from "./user-data";

const count = z.number();
const text = z.string();

/** An encrypted gp3 disk. */
export const volume = z.strictObject({
  sizeGiB: count,
  iops: count.optional(),
  throughputMiBps: count.optional(),
  kmsKeyId: text.optional(),
});

const architecture = z.enum(["arm64", "x86_64"]);

/** What servers boot from, by its type. */
export const images = [
  z.strictObject({ type: z.literal("amazonLinux2023") }),
  z.strictObject({ type: z.literal("ubuntu"), version: z.enum(["22.04", "24.04"]) }),
  z.strictObject({
    type: z.literal("ssmParameter"),
    name: text,
    rootDevice: text,
    architecture: architecture.optional(),
  }),
  z.strictObject({
    type: z.literal("lookUp"),
    owners: z.array(text),
    name: text,
    rootDevice: text,
    architecture: architecture.optional(),
  }),
  z.strictObject({ type: z.literal("id"), id: text, rootDevice: text, architecture: architecture.optional() }),
] as const;

const ami = z.discriminatedUnion("type", images);

const instanceType = z.strictObject({
  type: text,
  weight: count.optional(),
  launchTemplate: z.strictObject({ id: text, version: text }).optional(),
});

const instanceTypes = z.union(
  [z.array(z.union([text, instanceType])), instanceRequirements],
  "must be a list of types such as m7g.large, or a map with architecture, vcpuCount, memoryMiB and what else types must have",
);

const licences = { licenseConfigurationArns: z.array(text).optional() };

const tenancy = z.union(
  [
    z.enum(["shared", "dedicated"]),
    z.strictObject({ hostResourceGroupArn: text, ...licences }),
    z.strictObject({ hostId: text, ...licences }),
  ],
  "must be shared, dedicated, or a map with hostResourceGroupArn or hostId",
);

/** What may be connected to besides HTTPS: Ubuntu's packages, for one, come over HTTP. */
export const appEgress = z.array(z.strictObject({ to: text, port: count }));

const policyArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/.+$/,
    'must be the ARN of an IAM policy, "arn:aws:iam::…:policy/…"',
  );

/** What servers are and do, wherever they stand. */
export const servers = {
  instanceTypes: instanceTypes.optional(),
  ami: ami.optional(),
  userData: z
    .union([text, userData], "must be a text, or a map of packages, users, environment, files, commands and units")
    .optional(),
  rootVolume: volume.optional(),
  dataVolumes: z.record(text, volume).optional(),
  policyArns: z.record(text, policyArn).optional(),
  keyName: text.optional(),
  detailedMonitoring: z.boolean().optional(),
  cloudWatchAgent: z.boolean().optional(),
  instanceTags: z.record(text, text).optional(),
  tenancy: tenancy.optional(),
  cpuCredits: z.enum(["standard", "unlimited"]).optional(),
  cpuOptions: z.strictObject({ cores: count, threadsPerCore: z.union([z.literal(1), z.literal(2)]) }).optional(),
  nitroEnclaves: z.boolean().optional(),
};

/** What servers of a tier are and do. */
export const instances = {
  ...servers,
  instanceSubnets: z.enum(["private", "public"]).optional(),
  ssh: z.strictObject({ from: z.array(text) }).optional(),
  appEgress: appEgress.optional(),
};
