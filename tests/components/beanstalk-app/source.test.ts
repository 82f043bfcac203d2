import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { type Source, versionLabel } from "../../../components/beanstalk-app/source";
import { app } from "./planned-app";

describe("a source", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "beanstalk-"));
    mkdirSync(join(folder, "routes"));
    write("server.js", "serve()");
    write("routes/orders.js", "orders()");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, content: string) => writeFileSync(join(folder, file), content);
  const label = (more: { label?: string } = {}) => versionLabel({ type: "folder", path: folder, ...more });

  it("has a label that follows from its content, and from nothing else", () => {
    const first = label();
    assert.match(first, /^v-[0-9a-f]{12}$/);
    write("server.js", "serve()");
    assert.equal(label(), first);
    const copy = mkdtempSync(join(tmpdir(), "beanstalk-"));
    mkdirSync(join(copy, "routes"));
    writeFileSync(join(copy, "routes/orders.js"), "orders()");
    writeFileSync(join(copy, "server.js"), "serve()");
    assert.equal(versionLabel({ type: "folder", path: copy }), first);
    rmSync(copy, { recursive: true });
  });

  it("has another label when a file is changed, added, moved or taken away", () => {
    const labels = [label()];
    write("server.js", "serve(2)");
    labels.push(label());
    write(".ebextensions", "");
    labels.push(label());
    rmSync(join(folder, ".ebextensions"));
    write("routes/orders2.js", "orders()");
    rmSync(join(folder, "routes/orders.js"));
    labels.push(label());
    rmSync(join(folder, "routes/orders2.js"));
    labels.push(label());
    assert.equal(new Set(labels).size, labels.length);
  });

  it("has the same label as another source exactly when they hold the same files", () => {
    const files = fc.dictionary(fc.constantFrom("a", "ab", "b", "ba"), fc.constantFrom("", "a", "b", "ab"), {
      minKeys: 1,
    });
    const labelOf = (content: Record<string, string>) => {
      const own = mkdtempSync(join(tmpdir(), "beanstalk-"));
      for (const [file, text] of Object.entries(content)) writeFileSync(join(own, file), text);
      const found = versionLabel({ type: "folder", path: own });
      rmSync(own, { recursive: true });
      return found;
    };
    fc.assert(
      fc.property(files, files, (one, other) => {
        const isSame = isDeepStrictEqual({ ...one }, { ...other });
        assert.equal(labelOf(one) === labelOf(other), isSame);
      }),
    );
  });

  it("does not take the end of a name for the beginning of a content", () => {
    write("a", "bc");
    const first = label();
    rmSync(join(folder, "a"));
    write("ab", "c");
    assert.notEqual(label(), first);
  });

  it("has a label that begins as it is told, so that the same label never means other content", () => {
    const before = label({ label: "1.4.0" });
    assert.match(before, /^1\.4\.0-[0-9a-f]{12}$/);
    write("server.js", "serve(2)");
    assert.notEqual(label({ label: "1.4.0" }), before);
  });

  it("goes up from an archive as it is, and from a bucket not at all", async () => {
    write("app.war", "PK");
    const archive = await app({ source: { type: "archive", path: join(folder, "app.war") } });
    const { key, source } = archive.get("shop-bundle").inputs;
    assert.match(String(key), /^v-[0-9a-f]{12}\.war$/);
    assert.equal(Object(source).__pulumiAsset, true);
    const given = await app({ source: { type: "object", bucket: "builds", key: "shop/42.zip", label: "build-42" } });
    assert.deepEqual(given.ofType("aws:s3/bucketObjectv2:BucketObjectv2"), []);
    assert.ok(!given.names("aws:s3/bucket:Bucket").includes("shop-bundles-bucket"));
    const { bucket, name } = given.get("shop-version").inputs;
    assert.deepEqual([bucket, given.get("shop-version").inputs.key, name], ["builds", "shop/42.zip", "build-42"]);
    // What a pipeline has uploaded is the pipeline's to delete.
    assert.equal(Object(given.get("shop-app").inputs.appversionLifecycle).deleteSourceFromS3, false);
  });

  it("is a version that was uploaded before, to go back to: nothing goes up, and its bucket stays", async () => {
    const plan = await app({ source: { type: "version", label: "v-0123456789ab" } });
    assert.equal(plan.get("shop-env").inputs.version, "v-0123456789ab");
    assert.equal(plan.get("shop").outputs.versionLabel, "v-0123456789ab");
    const uploads = ["shop-bundle", "shop-version"];
    assert.ok(!plan.resources.some(({ name }) => uploads.includes(name)));
    const next = await app();
    const others = (all: typeof plan) =>
      all.resources.map(({ urn }) => urn).filter((urn) => !uploads.some((name) => urn.endsWith(`::${name}`)));
    assert.deepEqual(others(plan), others(next));
    assert.equal(Object(plan.get("shop-app").inputs.appversionLifecycle).deleteSourceFromS3, true);
  });

  const refused = (source: Source, sentence: string) =>
    assert.rejects(app({ source }), { message: `beanstalk app "shop": ${sentence}` });

  it("is refused when there is nothing to deploy", async () => {
    const nowhere = join(folder, "nowhere");
    await refused({ type: "folder", path: nowhere }, `source.path must be a folder, got "${nowhere}"`);
    const empty = join(folder, "empty");
    mkdirSync(empty);
    await refused({ type: "folder", path: empty }, `source.path must be a folder that holds files, got "${empty}"`);
    const script = join(folder, "server.js");
    await refused({ type: "archive", path: script }, `source.path must be a .zip, .war or .jar file, got "${script}"`);
  });

  it("is refused above 500 MB, which is what AWS takes", async () => {
    const path = join(folder, "large.zip");
    write("large.zip", "");
    truncateSync(path, 500 * 1024 * 1024 + 1);
    await refused({ type: "archive", path }, `source.path must be a file of at most 500 MB, got "${path}"`);
  });

  it("is refused with a label that AWS would not take", async () => {
    const requirement = "source.label must be at most 87 letters, digits, dots, hyphens, + and _";
    for (const label of ["my version", "", "x".repeat(88)]) {
      await refused({ type: "folder", path: folder, label }, `${requirement}, got "${label}"`);
    }
    for (const type of ["version", "object"] as const) {
      const given = { type, label: "x".repeat(101), bucket: "builds", key: "shop.zip" } as Source;
      const sentence = "source.label must be at most 100 letters, digits, dots, hyphens, + and _";
      await refused(given, `${sentence}, got "${"x".repeat(101)}"`);
    }
    const longest = await app({ source: { type: "folder", path: folder, label: "x".repeat(87) } });
    assert.equal(String(longest.get("shop-version").inputs.name).length, 100);
  });
});
