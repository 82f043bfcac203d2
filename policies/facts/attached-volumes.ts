import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { volumeType } from "./block-devices";
import { type Kind, named } from "./references";
import { at } from "./value";

const volumeKind: Kind = { types: [volumeType, "aws:ebs/volumeCopy:VolumeCopy"], keys: ["id"] };
const instanceKind: Kind = { types: ["aws:ec2/instance:Instance"], keys: ["id"] };

/** A volume that a stack makes by itself, and the instances of the stack that it is attached to. */
export interface AttachedVolume {
  readonly volume: StackResource;
  readonly instances: readonly StackResource[];
}

export function attachedVolumes(stack: Stack): readonly AttachedVolume[] {
  const instances = new Map<StackResource, StackResource[]>();
  for (const attachment of stack.ofType("aws:ec2/volumeAttachment:VolumeAttachment")) {
    const [volume] = named(stack, attachment, "volumeId", at(attachment.props, "volumeId"), volumeKind);
    const [instance] = named(stack, attachment, "instanceId", at(attachment.props, "instanceId"), instanceKind);
    if (volume && instance) instances.set(volume, [...(instances.get(volume) ?? []), instance]);
  }
  return stack.ofType(...volumeKind.types).map((volume) => ({ volume, instances: instances.get(volume) ?? [] }));
}
