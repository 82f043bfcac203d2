import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ServerArgs } from "../../../components/server";
import { instance, refuses } from "./server";

const dataVolumes = { "/dev/sdf": { sizeGiB: 100, mountPath: "/data" } };
const textOf = async (args: Partial<ServerArgs>) => String((await instance(args)).userData);

/** The parts of a multi-part text as cloud-init reads it, by their names. */
function partsOf(text: string): Record<string, string> {
  const [, boundary] = /^Content-Type: multipart\/mixed; boundary="(.*)"\nMIME-Version: 1.0\n\n/.exec(text) ?? [];
  assert.ok(boundary);
  const [, ...parts] = text.split(`--${boundary}`);
  assert.equal(parts.pop(), "--\n");
  return Object.fromEntries(
    parts.map((part) => {
      const [head = "", ...body] = part.split("\n\n");
      const written = body.join("\n\n").replace(/\n$/, "");
      const [, name = ""] = /filename="(.*)"/.exec(head) ?? [];
      const content = head.includes("Content-Transfer-Encoding: base64")
        ? Buffer.from(written, "base64").toString()
        : written;
      return [name, content];
    }),
  );
}

describe("what a server runs as it first boots", () => {
  it("is the user data as it is, if there is nothing to mount", async () => {
    assert.equal(await textOf({ userData: "#!/bin/sh\nexit\n" }), "#!/bin/sh\nexit\n");
    assert.match(await textOf({ userData: { packages: ["nginx"] } }), /^#!\/bin\/bash\n[\s\S]*dnf install -y nginx\n/);
    assert.equal((await instance({})).userData, undefined);
  });

  it("mounts the disks before anything else, whatever kind of text the user data is", async () => {
    for (const userData of ["#!/bin/sh\nexit\n", "#cloud-config\npackages: [nginx]\n", "#!/bin/sh\necho grüß\n"]) {
      const parts = partsOf(await textOf({ dataVolumes, userData }));
      assert.deepEqual(Object.keys(parts), ["1-mount-volumes", "3-user-data"]);
      assert.equal(parts["3-user-data"], userData);
      assert.match(parts["1-mount-volumes"] ?? "", /\nmount_volume \/data \/dev\/sdf vol-0ff11e\w+\n$/);
    }
  });

  it("mounts the disks of the machine at every boot", async () => {
    const parts = partsOf(await textOf({ dataVolumes, instanceStorePath: "/mnt/fast" }));
    assert.deepEqual(Object.keys(parts), ["1-mount-volumes", "2-mount-instance-store"]);
    const alone = await textOf({ instanceStorePath: "/mnt/fast" });
    assert.equal(parts["2-mount-instance-store"], alone);
    assert.match(alone, /^ExecStart=\/usr\/local\/sbin\/mount-instance-store \/mnt\/fast$/m);
    assert.match(alone, /^systemctl enable --now instance-store\.service$/m);
  });

  it("may not be known yet", async () => {
    const later = pulumi.output("#!/bin/sh\nexit\n");
    assert.equal(partsOf(await textOf({ dataVolumes, userData: later }))["3-user-data"], "#!/bin/sh\nexit\n");
  });

  it("is kept on a change, unless the server is to be replaced by it", async () => {
    assert.equal((await instance()).userDataReplaceOnChange, false);
    assert.equal((await instance({ userDataReplaceOnChange: true })).userDataReplaceOnChange, true);
  });

  const long = `#!/bin/sh\n${"x".repeat(16 * 1024)}`;
  const nearly = `#!/bin/sh\n${"x".repeat(16 * 1024 - 20)}`;
  it("may be 16 KiB", async () => assert.equal(await textOf({ userData: nearly }), nearly));
  refuses([["userData must be at most 16384 bytes, got 16394", { userData: long }]]);
  it("refuses what leaves no room for the mounting", () =>
    assert.rejects(
      textOf({ userData: nearly, dataVolumes }),
      /^Error: server "wiki": userData must be at most 16384 bytes, got \d+$/m,
    ));
  refuses([
    ['instanceStorePath must be an absolute path such as "/mnt/scratch", got "mnt"', { instanceStorePath: "mnt" }],
  ]);
});
