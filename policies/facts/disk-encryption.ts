import type { Resource, StackResource } from "../resource";
import type { Change, Stack, Verdicts } from "../rule";
import { flag } from "../settings";
import { accountDefault } from "./account-defaults";
import { type BlockDevice, blockDevices, volumeType } from "./block-devices";
import { launchTemplateType, usesTemplate } from "./launch-templates";
import { pathTo, written } from "./property-paths";
import { snapshotEncryption } from "./snapshots";
import { stated } from "./stated";
import { asBoolean, at, UNKNOWN, type Unknown } from "./value";

/** The settings of a rule that requires encrypted disks. */
export const encryptionSettings = {
  acceptAccountDefault: flag(
    false,
    "Accept a disk of which nothing is said where the stack itself turns on ebs.EncryptionByDefault in its region.",
  ),
  requireRootDevice: flag(true, "Require that the encryption of a root disk is stated, not left to the AMI."),
};

interface Settings {
  readonly acceptAccountDefault: boolean;
  readonly requireRootDevice: boolean;
}

/** What is wrong with a disk, and the property to set to true; a root disk that has no place to be stated has none. */
interface Gap {
  readonly finding: string;
  readonly path?: Change["path"];
}

/** What a resource says by itself of the encryption of its disks. */
export function judgeEncryption(resource: Resource, settings: Settings, { deny, undecided }: Verdicts): void {
  const { stated, unsaidRoots, unknownLists } = blockDevices(resource);
  const gaps = [...refused(resource), ...(settings.acceptAccountDefault ? [] : unsaid(resource, settings))];
  for (const { finding } of gaps) deny(finding);
  for (const device of stated) if (device.encrypted === UNKNOWN) undecided(written(pathTo(device.place, "encrypted")));
  for (const list of unknownLists) undecided(list);
  if (unsaidRoots === UNKNOWN && settings.requireRootDevice && !settings.acceptAccountDefault) {
    undecided("which of its block devices is the root");
  }
}

/** What only the rest of the stack tells: the encryption of a snapshot and, where it is accepted, the account default. */
export function judgeEncryptionTogether(
  stack: Stack,
  resource: StackResource,
  settings: Settings,
  verdicts: Verdicts,
): void {
  const known = stated(resource);
  const copies = blockDevices(known).stated.filter((device) => isCopy(known, device));
  const gaps = settings.acceptAccountDefault ? unsaid(known, settings) : [];
  if (copies.length + gaps.length === 0) return;
  const byDefault = settings.acceptAccountDefault ? encryptsByDefault(stack, resource) : false;
  if (byDefault === true) return;
  for (const device of copies) judgeCopy(stack, resource, device, verdicts);
  if (gaps.length > 0 && byDefault === UNKNOWN) verdicts.undecided("the enabled of the stack's EncryptionByDefault");
  if (byDefault === UNKNOWN) return;
  for (const { finding } of gaps) verdicts.deny(`${finding}, or turn on EncryptionByDefault in this stack`);
}

/**
 * The properties to set so that every disk is encrypted, whatever the account default; a root disk that has no place to
 * be stated, and one that is as its snapshot is, stay as they are.
 */
export function encryptionChanges(resource: Resource, settings: Settings): Change[] {
  // A launch template spells it as a text.
  const value = resource.type === launchTemplateType ? "true" : true;
  const gaps = [...refused(resource), ...unsaid(resource, settings)];
  return gaps.flatMap(({ path }) => (path ? [{ path, value }] : []));
}

function refused(resource: Resource): Gap[] {
  return blockDevices(resource)
    .stated.filter(({ encrypted }) => encrypted === false)
    .map((device) => gap(pathTo(device.place, "encrypted"), "false"));
}

function unsaid(resource: Resource, { requireRootDevice }: Settings): Gap[] {
  const { stated, unsaidRoots } = blockDevices(resource);
  const silent = stated
    .filter((device) => device.encrypted === undefined && !isCopy(resource, device))
    .map((device) => gap(pathTo(device.place, "encrypted"), "not set"));
  if (!requireRootDevice || unsaidRoots === UNKNOWN || usesTemplate(resource)) return silent;
  if (resource.type !== launchTemplateType) {
    return [...silent, ...unsaidRoots.map((place) => gap(pathTo(place, "encrypted"), "not set"))];
  }
  const finding =
    'blockDeviceMappings states no root device ("/dev/xvda" or "/dev/sda1"); state it, with ebs.encrypted true';
  return [...silent, ...unsaidRoots.map(() => ({ finding }))];
}

function gap(path: Change["path"], is: "false" | "not set"): Gap {
  return { path, finding: `${written(path)} is ${is}; set it to true` };
}

/**
 * Of a disk made from a snapshot an instance cannot say whether it is encrypted: it is as the snapshot is. A volume can.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDeviceRequest.html
 */
function isCopy({ type }: Resource, { encrypted, snapshotId }: BlockDevice): boolean {
  return type !== volumeType && encrypted === undefined && snapshotId !== undefined;
}

function judgeCopy(stack: Stack, resource: StackResource, device: BlockDevice, { deny, undecided }: Verdicts): void {
  const path = pathTo(device.place, "snapshotId");
  const encrypted = snapshotEncryption(stack, resource, path[0], device.snapshotId);
  if (encrypted === false)
    deny(`${written(path)} names a snapshot that is not encrypted; take an encrypted copy of it`);
  else if (encrypted !== true) undecided(`whether the snapshot of ${written(path)} is encrypted`);
}

function encryptsByDefault(stack: Stack, resource: StackResource): boolean | Unknown {
  const setting = accountDefault(stack, "aws:ebs/encryptionByDefault:EncryptionByDefault", resource);
  return setting !== undefined && (asBoolean(at(setting.props, "enabled")) ?? true);
}
