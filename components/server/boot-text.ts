import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { readUserData, type UserData } from "../user-data";
import { script } from "../user-data/script";

/** A disk that the server mounts as it first boots. */
export interface Mount {
  readonly path: string;
  readonly device: string;
  /** Unknown of a disk that comes with the server. */
  readonly volumeId?: pulumi.Input<string>;
}

const mountVolumes = readFileSync(join(__dirname, "mount-volumes.sh"), "utf8");
const mountInstanceStore = readFileSync(join(__dirname, "mount-instance-store.sh"), "utf8");

/** An id as long as any, to count with before there is one. */
const someVolumeId = "vol-0123456789abcdef0";

/** The text of the user data that a person gave, checked: PowerShell for Windows, anything cloud-init takes for Linux. */
export function readServerUserData(
  check: ArgumentCheck,
  userData: pulumi.Input<string> | UserData | undefined,
  isWindows: boolean,
): pulumi.Input<string> | undefined {
  if (userData === undefined) return undefined;
  if (!isWindows) return readUserData(check, userData);
  const isText = typeof userData === "string" || userData instanceof Promise || pulumi.Output.isInstance(userData);
  check(isText, "userData", "must be a text of PowerShell for Windows, which has no bash", userData);
  return typeof userData === "string"
    ? readUserData(check, powershell(userData))
    : pulumi.output(userData).apply((text) => pulumi.output(readUserData(check, powershell(text))));
}

/** Runs once, as the server first boots. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html#user-data-execution */
function powershell(text: string): string {
  return /<(powershell|script)>/i.test(text) ? text : `<powershell>\n${text.trim()}\n</powershell>\n`;
}

/** Checks that the user data has room for what mounts the disks. */
export function checkRoom(
  check: ArgumentCheck,
  userData: pulumi.Input<string> | undefined,
  mounts: readonly Mount[],
  storePath: string | undefined,
): void {
  if (userData !== undefined && typeof userData !== "string") return;
  const withIds = mounts.map((mount) => ({ ...mount, volumeId: someVolumeId }));
  const text = composed(withIds, storePath, userData);
  if (text !== undefined) readUserData(check, text);
}

/** The user data that mounts the disks and then does what a person said. */
export function bootText(
  check: ArgumentCheck,
  userData: pulumi.Input<string> | undefined,
  mounts: readonly Mount[],
  storePath: string | undefined,
): pulumi.Input<string> | undefined {
  if (mounts.length === 0 && storePath === undefined) return userData;
  return pulumi
    .all([userData, pulumi.output([...mounts])])
    .apply(([text, known]) => pulumi.output(readUserData(check, composed(known, storePath, text) ?? "")));
}

/** A mount whose volume there is. */
interface KnownMount {
  readonly path: string;
  readonly device: string;
  readonly volumeId?: string;
}

function composed(
  mounts: readonly KnownMount[],
  storePath: string | undefined,
  userData: string | undefined,
): string | undefined {
  const lines = mounts.map(({ path, device, volumeId = "" }) => `mount_volume ${path} ${device} ${volumeId}`.trimEnd());
  const texts = {
    ...(lines.length > 0 && { "1-mount-volumes": `${mountVolumes}${lines.join("\n")}\n` }),
    ...(storePath !== undefined && { "2-mount-instance-store": storeScript(storePath) }),
    ...(userData !== undefined && { "3-user-data": userData }),
  };
  const [only, ...others] = Object.values(texts);
  return others.length === 0 ? only : parts(texts);
}

/** Unlike the rest of user data it has to do its work at every boot. */
function storeScript(path: string): string {
  const program = "/usr/local/sbin/mount-instance-store";
  const unit = [
    "[Unit]",
    "Description=Mounts the disks of this machine",
    "",
    "[Service]",
    // Whoever is to start after it has its disks.
    "Type=oneshot",
    "RemainAfterExit=yes",
    `ExecStart=${program} ${path}`,
    "",
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ];
  return script({
    files: {
      [program]: { content: mountInstanceStore, mode: "0755" },
      "/etc/systemd/system/instance-store.service": { content: unit.join("\n") },
    },
    units: { "instance-store.service": "enabled" },
  });
}

/**
 * Several texts as cloud-init takes them, whatever each is. It runs scripts in the order of their names.
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html#mime-multi-part-archive
 */
function parts(texts: Readonly<Record<string, string>>): string {
  const boundary = "==PART==";
  const written = Object.entries(texts).map(([name, text]) => {
    const isPlain = /^[\t\n -~]*$/.test(text);
    return [
      `--${boundary}`,
      // What it is, it says in its first line.
      'Content-Type: text/plain; charset="utf-8"',
      `Content-Transfer-Encoding: ${isPlain ? "7bit" : "base64"}`,
      `Content-Disposition: attachment; filename="${name}"`,
      "",
      isPlain ? text : Buffer.from(text).toString("base64"),
    ].join("\n");
  });
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "MIME-Version: 1.0",
    "",
    ...written,
    `--${boundary}--`,
    "",
  ].join("\n");
}
