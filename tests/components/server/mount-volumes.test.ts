import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const folder = join(__dirname, "../../../components/server");
const sbin = ["/usr/sbin", "/sbin"];
const has = (program: string) => sbin.some((path) => existsSync(join(path, program)));

describe("the scripts that mount disks", () => {
  let root: string;
  beforeEach(function () {
    // Files stand for disks; mounting itself needs a kernel.
    if (!has("mkfs.ext4") || !has("blkid")) this.skip();
    root = mkdtempSync(join(tmpdir(), "mount-volumes-"));
    mkdirSync(join(root, "bin"));
    mkdirSync(join(root, "by-id"));
    writeFileSync(join(root, "fstab"), "UUID=0 / xfs defaults 0 1\n");
    stub("mount", `echo "\${@: -1}" >> ${root}/mounted`);
    stub("mountpoint", `grep -qx "$2" ${root}/mounted 2> /dev/null`);
    stub("systemctl", "");
    stub(
      "sleep",
      `echo slept >> ${root}/slept; ln -sf ${root}/disk ${root}/by-id/nvme-Amazon_Elastic_Block_Store_vol0a1`,
    );
  });
  afterEach(() => {
    if (root) rmSync(root, { recursive: true });
  });

  const stub = (name: string, body: string) =>
    writeFileSync(join(root, "bin", name), `#!/bin/bash\n${body}\n`, { mode: 0o755 });
  const disk = (name: string) => execFileSync("truncate", ["-s", "16M", join(root, name)]);
  const attach = (name: string, id: string) =>
    symlinkSync(join(root, name), join(root, "by-id", `nvme-Amazon_Elastic_Block_Store_${id}`));
  function run(...lines: string[]) {
    return runFile("mount-volumes.sh", `${lines.join("\n")}\n`);
  }
  function runFile(name: string, more = "", ...args: string[]) {
    const script = readFileSync(join(folder, name), "utf8")
      .replace("exec > >(tee /dev/console) 2>&1\n", "")
      .replaceAll("/dev/disk/by-id", join(root, "by-id"))
      .replaceAll("/dev/nvme*n1", join(root, "nvme*n1"))
      .replaceAll("/etc/fstab", join(root, "fstab"))
      .replaceAll('[ -b "', '[ -f "');
    const PATH = [join(root, "bin"), ...sbin, process.env.PATH].join(delimiter);
    writeFileSync(join(root, "script.sh"), `${script}${more}`);
    return spawnSync("bash", [join(root, "script.sh"), ...args], { env: { PATH }, encoding: "utf8" });
  }
  const fstab = () => readFileSync(join(root, "fstab"), "utf8").split("\n").filter(Boolean);
  const uuidOf = (name: string) =>
    execFileSync("/usr/sbin/blkid", ["-p", "-o", "value", "-s", "UUID", join(root, name)], { encoding: "utf8" }).trim();

  it("make a file system once, and mounts it by its UUID", () => {
    disk("disk");
    attach("disk", "vol0a1");
    const mount = `mount_volume ${root}/data /dev/sdf vol-0a1`;
    assert.equal(run(mount).stderr, "");
    const uuid = uuidOf("disk");
    assert.match(uuid, /^[0-9a-f-]{36}$/);
    const lines = ["UUID=0 / xfs defaults 0 1", `UUID=${uuid} ${root}/data auto defaults,nofail,x-systemd.growfs 0 2`];
    assert.deepEqual(fstab(), lines);
    // Again, as after a replacement of the server whose disk it was: nothing is lost, nothing is said twice.
    assert.equal(run(mount).status, 0);
    assert.deepEqual([uuidOf("disk"), fstab()], [uuid, lines]);
    assert.equal(readFileSync(join(root, "mounted"), "utf8"), `${root}/data\n`);
  });

  it("wait until the disk is attached", () => {
    disk("disk");
    assert.equal(run(`mount_volume ${root}/data /dev/sdf vol-0a1`).status, 0);
    assert.equal(readFileSync(join(root, "slept"), "utf8"), "slept\n");
  });

  it("make no file system over what it does not know", () => {
    disk("disk");
    attach("disk", "vol0a1");
    // A partition table with one partition of Linux, as a disk of another server may have.
    const table = Buffer.alloc(512);
    table.set([0, 0, 2, 0, 0x83, 0, 0, 0, 0, 8, 0, 0, 0, 0x70, 0, 0], 446);
    table.set([0x55, 0xaa], 510);
    writeFileSync(join(root, "disk"), Buffer.concat([table, Buffer.alloc(16 * 2 ** 20 - 512)]));
    const { status, stderr } = run(`mount_volume ${root}/data /dev/sdf vol-0a1`);
    assert.deepEqual([status, stderr], [1, `${root}/disk holds something that is no file system\n`]);
    assert.equal(fstab().length, 1);
  });

  it("find a disk of the server by the name that it tells itself", () => {
    disk("nvme0n1");
    disk("nvme1n1");
    stub("nvme", `head -c 3072 /dev/zero; case $3 in *nvme1n1) printf '%-32s' sdf ;; *) printf '%-32s' xvda ;; esac`);
    assert.equal(run(`mount_volume ${root}/data /dev/sdf`).stderr, "");
    assert.equal(fstab()[1]?.split(" ")[0], `UUID=${uuidOf("nvme1n1")}`);
  });

  it("mount the disks of the machine, each once, with a new file system where there is none", () => {
    for (const name of ["one", "two"]) {
      disk(name);
      for (const part of ["", "_1"]) {
        symlinkSync(join(root, name), join(root, "by-id", `nvme-Amazon_EC2_NVMe_Instance_Storage_${name}${part}`));
      }
    }
    const fast = join(root, "fast");
    assert.equal(runFile("mount-instance-store.sh", "", fast).stderr, "");
    assert.equal(readFileSync(join(root, "mounted"), "utf8"), `${fast}\n${fast}/2\n`);
    const uuids = ["one", "two"].map(uuidOf);
    assert.equal(runFile("mount-instance-store.sh", "", fast).status, 0);
    assert.deepEqual(["one", "two"].map(uuidOf), uuids);
  });

  it("mount nothing on a machine without disks of its own", () => {
    assert.deepEqual(runFile("mount-instance-store.sh", "", join(root, "fast")).status, 0);
    assert.equal(existsSync(join(root, "mounted")), false);
  });

  it("pass shellcheck", function () {
    if (spawnSync("shellcheck", ["--version"]).error) this.skip();
    const scripts = ["mount-volumes.sh", "mount-instance-store.sh"].map((name) => join(folder, name));
    const { stdout } = spawnSync("shellcheck", scripts, { encoding: "utf8" });
    assert.equal(stdout, "");
  });
});
