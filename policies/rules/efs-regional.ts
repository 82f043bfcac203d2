import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { Resource, StackResource } from "../resource";
import { rule } from "../rule";
import { integer } from "../settings";

const fileSystemKind: Kind = { types: ["aws:efs/fileSystem:FileSystem"], keys: ["id"] };

export const efsRegional = rule({
  name: "efs-regional",
  displayName: "EFS file systems outlive a zone",
  description: "Every EFS file system keeps its data in several zones, and its mount targets lie in at least two.",
  why: "A file system of one zone cannot be used while that zone is down, and may be lost with it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html",
  remediationSteps: "Leave out availabilityZoneName, and add an aws.efs.MountTarget in a subnet of each zone in use.",
  controls: {},
  settings: { min: integer(2, "The fewest zones with a mount target.", { minimum: 1, maximum: 6 }) },
  types: fileSystemKind.types,
  resource({ resource, deny, undecided }) {
    const zone = zoneOf(resource);
    if (zone === UNKNOWN) undecided("availabilityZoneName");
    else if (zone) deny(`availabilityZoneName is ${shown(zone)}, which keeps the data in one zone; leave it out`);
  },
  stack({ stack, settings, on }) {
    const targets = new Map<StackResource, number>();
    for (const target of stack.ofType("aws:efs/mountTarget:MountTarget")) {
      const [fileSystem] = named(stack, target, "fileSystemId", at(target.props, "fileSystemId"), fileSystemKind);
      if (fileSystem) targets.set(fileSystem, (targets.get(fileSystem) ?? 0) + 1);
    }
    for (const [fileSystem, count] of targets) {
      // EFS takes one mount target in a zone, so that they are as many as the zones.
      if (count >= settings.min || zoneOf(stated(fileSystem)) !== undefined) continue;
      const has = `${count} mount target${count === 1 ? "" : "s"}`;
      on(fileSystem).deny(`it has ${has}; add one in each zone in use, in at least ${settings.min}`);
    }
  },
});

/** The only zone of a One Zone file system; in a state, that of any other is empty. */
function zoneOf({ props }: Resource): Fact<string> {
  return asText(at(props, "availabilityZoneName")) || undefined;
}
