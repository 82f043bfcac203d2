import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { SharedFiles } from "../../../components/shared-files";
import { record } from "../../../planner/record";

const program = join(__dirname, "../../../components/shared-files/mount-shared-files.sh");

describe("the program that mounts shared files", () => {
  let folder = "";
  const at = (name: string) => join(folder, name);
  /** A command of the server, which writes down how it was called. */
  const command = (name: string, text: string) => {
    writeFileSync(at(`bin/${name}`), `#!/bin/bash\necho "${name} $*" >> ${at("calls")}\n${text}\n`);
    chmodSync(at(`bin/${name}`), 0o755);
  };
  const run = () =>
    spawnSync("/bin/bash", [program, "fs-1", "fsap-1", at("srv/pages")], {
      encoding: "utf8",
      env: { PATH: at("bin"), FSTAB: at("fstab"), PAUSE_SECONDS: "0" },
    });
  const calls = () => (existsSync(at("calls")) ? readFileSync(at("calls"), "utf8").trim().split("\n") : []);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mount-"));
    mkdirSync(at("bin"));
    for (const tool of ["mkdir", "grep", "sleep"]) {
      const found = ["/usr/bin", "/bin"].map((place) => join(place, tool)).find(existsSync);
      symlinkSync(found ?? tool, at(`bin/${tool}`));
    }
    writeFileSync(at("fstab"), "LABEL=/ / xfs defaults 0 0\n");
    command("mountpoint", "exit 1");
    command("mount", "exit 0");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const line = () => `fs-1:/ ${at("srv/pages")} efs _netdev,noresvport,tls,iam,accesspoint=fsap-1 0 0\n`;

  it("installs the mount helper where it is missing, and mounts by fstab, over TLS and by IAM", () => {
    command("dnf", "exit 0");
    const { status, stderr } = run();
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync(at("fstab"), "utf8"), `LABEL=/ / xfs defaults 0 0\n${line()}`);
    assert.deepEqual(calls(), [
      "dnf install -y amazon-efs-utils",
      `mountpoint -q ${at("srv/pages")}`,
      `mount ${at("srv/pages")}`,
    ]);
    assert.ok(existsSync(at("srv/pages")));
  });

  it("does nothing twice", () => {
    command("mount.efs", "exit 0");
    run();
    command("mountpoint", "exit 0");
    assert.equal(run().status, 0);
    assert.equal(readFileSync(at("fstab"), "utf8").split(line()).length, 2);
    assert.equal(calls().filter((call) => call.startsWith("mount ")).length, 1);
  });

  it("tries again until the name is known and the rules are there", () => {
    command("mount.efs", "exit 0");
    command("mount", `[[ $(grep -c '^mount ' ${at("calls")}) -ge 3 ]]`);
    assert.equal(run().status, 0);
    assert.equal(calls().filter((call) => call.startsWith("mount ")).length, 3);
  });

  it("fails in the end, and says why", () => {
    command("mount.efs", "exit 0");
    command("mount", "exit 1");
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.equal(stderr, `mount-shared-files: fs-1 could not be mounted on ${at("srv/pages")} within ten minutes\n`);
  });

  it("says what is missing on a system for which there is no package", () => {
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, /^mount-shared-files: amazon-efs-utils is missing; only Amazon Linux has it as a package/);
    assert.deepEqual(calls(), []);
  });
});

describe("the mount of shared files", () => {
  const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-1", "subnet-2"] };
  const make = (use: (files: SharedFiles) => void) =>
    record(() => use(new SharedFiles("files", { network, folders: { pages: {}, images: {} } })));

  it("is a program and how to run it, and the policy of the one folder", async () => {
    const said: unknown[] = [];
    const plan = await make((files) => {
      const { userData, policyArns } = files.mount("images", "/srv/images");
      assert.deepEqual(userData.files, {
        "/usr/local/sbin/mount-shared-files": { content: readFileSync(program, "utf8"), mode: "0755" },
      });
      pulumi.all([pulumi.all([...userData.commands]), policyArns]).apply((known) => said.push(...known));
    });
    const ids = `${plan.get("files-fs").id} ${plan.get("files-images").id}`;
    assert.deepEqual(said, [
      [`/usr/local/sbin/mount-shared-files ${ids} /srv/images`],
      { images: plan.get("files-images-mount").outputs.arn },
    ]);
  });

  it("is not of a folder that there is not", () =>
    assert.rejects(
      make((files) => files.mount("sounds", "/srv/sounds")),
      { message: 'shared files "files": mount must name one of its folders (pages, images), got "sounds"' },
    ));

  for (const path of ["srv/pages", "/srv/my pages", "/srv/../etc", "/"]) {
    it(`is not at ${path}`, () =>
      assert.rejects(
        make((files) => files.mount("pages", path)),
        { message: `shared files "files": mount path must be an absolute path such as "/srv/pages", got "${path}"` },
      ));
  }
});
