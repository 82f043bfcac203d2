import type { EffectRow } from "../change-effect";

const volume = "aws:ebs/volume:Volume";

export const storageEffects: readonly EffectRow[] = [
  {
    type: volume,
    inputs: ["size", "type", "iops", "throughput"],
    effect: () => ({ kind: "inPlace", words: "in place, while it is in use; a disk never becomes smaller" }),
    source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html",
  },
  {
    type: volume,
    inputs: ["availabilityZone", "encrypted", "kmsKeyId"],
    effect: () => ({ kind: "replaced", words: "replaces the disk by an empty one" }),
    source: "https://www.pulumi.com/registry/packages/aws/api-docs/ebs/volume/",
  },
  {
    type: "aws:efs/fileSystem:FileSystem",
    inputs: ["availabilityZoneName", "encrypted", "kmsKeyId", "performanceMode"],
    effect: () => ({ kind: "replaced", words: "replaces the file system by an empty one" }),
    source: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
  },
];
