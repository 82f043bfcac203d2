import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { AppRelease, type AppReleaseArgs } from "../../components/app-release";
import { record } from "../../planner/record";

describe("AppRelease", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "app-release-"));
    write("pages/index.html", "<h1>Open</h1>");
    write("server/install.sh", "echo ok");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, content: string) => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const folders = () => ({ pages: join(folder, "pages"), server: join(folder, "server") });
  const make = (args: Partial<AppReleaseArgs> = {}, use: (release: AppRelease) => void = () => {}) =>
    record(() => use(new AppRelease("shop", { folders: folders(), ...args })), { region: "eu-west-1" });
  const version = async (args: Partial<AppReleaseArgs> = {}) => {
    let found = "";
    await make(args, (release) => {
      found = release.version;
    });
    return found;
  };

  it("uploads the folders as one zip, under a name that only this content has, and takes none away", async () => {
    const plan = await make();
    const object = plan.get("shop-archive");
    const { source, ...inputs } = object.inputs;
    const own = await version();
    assert.match(own, /^[0-9a-f]{16}$/);
    assert.deepEqual(inputs, {
      bucket: plan.get("shop-bucket").outputs.bucket,
      key: `${own}.zip`,
      contentType: "application/zip",
      tags: { Name: "shop-archive" },
    });
    for (const file of ["pages/index.html", "server/install.sh"]) {
      assert.ok(JSON.stringify(source).includes(JSON.stringify(file).slice(1, -1)), JSON.stringify(source));
    }
    assert.equal(object.options.retainOnDelete, true);
  });

  it("has another version for other content, other names and other folders, and the same for the same", async () => {
    const versions = [await version()];
    assert.equal(await version(), versions[0]);
    write("pages/index.html", "<h1>Closed</h1>");
    versions.push(await version());
    write("pages/about.html", "<h1>Us</h1>");
    versions.push(await version());
    versions.push(await version({ folders: { site: join(folder, "pages"), server: join(folder, "server") } }));
    assert.equal(new Set(versions).size, versions.length);
  });

  it("leaves out what tools keep for themselves", async () => {
    const before = await version();
    for (const kept of ["__pycache__/a.pyc", ".venv/b", "node_modules/c/d.js", ".git/HEAD"])
      write(`server/${kept}`, "");
    assert.equal(await version(), before);
  });

  it("lets a role fetch what is there, and do nothing else with it", async () => {
    const plan = await make();
    const { arn } = plan.get("shop-bucket").outputs;
    assert.deepEqual(JSON.parse(String(plan.get("shop-read").inputs.policy)).Statement, [
      { Sid: "FetchReleases", Effect: "Allow", Action: "s3:GetObject", Resource: `${arn}/*.zip` },
    ]);
  });

  it("has a private bucket that keeps what is deleted for a month, and has its own access log", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("shop-lifecycle").inputs.rules, [
      {
        id: "expire-deleted",
        status: "Enabled",
        filter: { prefix: "" },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
    assert.equal(plan.get("shop-access-log").inputs.targetBucket, plan.get("shop-logs-bucket").outputs.bucket);
    assert.equal(plan.get("shop-public-access").inputs.restrictPublicBuckets, true);
  });

  describe("unpacked on a server", () => {
    /** Runs it with an `aws` that fails so many times first, and tells what was asked of S3. */
    async function unpacked(failures: number, times = 1): Promise<readonly string[]> {
      let text: pulumi.Output<string> | undefined;
      await make({}, (release) => {
        text = release.unpackedIn(`${folder}/releases`);
      });
      const script = await new Promise<string>((resolve) => text?.apply(resolve));
      const calls = join(folder, "calls");
      const fetching = `echo "$*" >> ${calls}\n[ "$(wc -l < ${calls})" -gt ${failures} ] || exit 1`;
      const programs = {
        aws: `${fetching}\npython3 -m zipfile -c "\${@: -1}" ${folder}/pages`,
        unzip: 'python3 -m zipfile -e "$2" "$4"',
        sleep: "",
      };
      mkdirSync(join(folder, "programs"));
      for (const [program, body] of Object.entries(programs)) {
        const file = join(folder, "programs", program);
        writeFileSync(file, `#!/bin/bash\n${body}\n`);
        chmodSync(file, 0o755);
      }
      const env = { ...process.env, PATH: `${join(folder, "programs")}:${process.env.PATH}` };
      for (let time = 0; time < times; time++) execFileSync("bash", ["-euo", "pipefail", "-c", script], { env });
      return readFileSync(calls, "utf8").trimEnd().split("\n");
    }
    const releases = () => readdirSync(join(folder, "releases"));

    it("is there under its version, and fetched only if it is not there", async () => {
      const [own, plan] = [await version(), await make()];
      const { bucket } = plan.get("shop-bucket").outputs;
      assert.deepEqual(await unpacked(0, 2), [
        `s3 cp --only-show-errors --region eu-west-1 s3://${bucket}/${own}.zip ${folder}/releases/${own}.zip`,
      ]);
      assert.deepEqual(releases(), [own]);
      assert.ok(existsSync(join(folder, "releases", own, "pages/index.html")));
    });

    it("is fetched again while S3 does not know the server yet", async () => {
      assert.equal((await unpacked(5)).length, 6);
      assert.deepEqual(releases(), [await version()]);
    });

    it("is not there under its version if it cannot be fetched, and ends what follows", async () => {
      await assert.rejects(unpacked(6));
      assert.deepEqual(releases(), [`${await version()}.part`]);
    });
  });

  describe("refuses in one sentence", () => {
    const refused = (args: Partial<AppReleaseArgs>, message: string) => assert.rejects(make(args), { message });
    it("no folder", () =>
      refused({ folders: {} }, 'app release "shop": folders must name at least one folder, got {}'));
    it("a name that is a path", () =>
      refused(
        { folders: { "../pages": "pages" } },
        'app release "shop": folders must have names such as "server", got "../pages"',
      ));
    it("a folder that is none", () =>
      refused(
        { folders: { pages: "no/such" } },
        'app release "shop": folders.pages must be a folder that holds files, got "no/such"',
      ));
    it("a folder that is empty", () => {
      const empty = mkdtempSync(join(folder, "empty-"));
      return refused(
        { folders: { pages: empty } },
        `app release "shop": folders.pages must be a folder that holds files, got ${JSON.stringify(empty)}`,
      );
    });
  });
});
