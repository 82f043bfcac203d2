import { volumeType } from "../facts/block-devices";
import { type Kind, named, usesOf } from "../facts/references";
import { at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const volumeKind: Kind = { types: [volumeType, "aws:ebs/volumeCopy:VolumeCopy"], keys: ["id"] };

/** What copies a volume or watches over it, and attaches it to nothing. */
const keepers = [
  "aws:backup/selection:Selection",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:ebs/snapshot:Snapshot",
  "aws:ebs/volumeCopy:VolumeCopy",
  "aws:ec2/tag:Tag",
];

export const ebsAttached = rule({
  name: "ebs-attached",
  displayName: "Volumes are attached",
  description:
    "Every EBS volume is attached to an instance, or named by what will attach it: it costs the same unused.",
  why: "A volume that nothing uses is billed for its whole size month after month, and nobody remembers what is on it.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html",
  remediationSteps: "Attach the volume with an aws.ec2.VolumeAttachment, or keep a snapshot of it and delete it.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const attached = new Set<StackResource>();
    let isOpen = false;
    for (const attachment of stack.ofType("aws:ec2/volumeAttachment:VolumeAttachment")) {
      const id = at(attachment.props, "volumeId");
      const volumes = named(stack, attachment, "volumeId", id, volumeKind);
      for (const volume of volumes) attached.add(volume);
      if (volumes.length === 0 && id === UNKNOWN) isOpen = true;
    }
    for (const volume of stack.ofType(...volumeKind.types)) {
      if (attached.has(volume) || usesOf(stack, volume).some(({ user }) => !keepers.includes(user.type))) continue;
      if (isOpen) on(volume).undecided("the volume of an attachment");
      else on(volume).deny("nothing attaches it; add an aws.ec2.VolumeAttachment, or delete it");
    }
  },
});
