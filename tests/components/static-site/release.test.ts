import assert from "node:assert/strict";
import { join } from "node:path";
import type { StaticSiteArgs } from "../../../components/static-site";
import { folderWith } from "../../planner/folder";
import { edge } from "./edge";
import { made, pages } from "./made";

const EARLIER = "00112233445566aa";

describe("the release of a site", () => {
  it("is uploaded file by file, below a path of its own, and stays when a later one takes its place", async () => {
    const folder = folderWith({ ...pages, "docs/index.html": "1", "app.3f2a1b4c.js": "2" });
    const plan = await made({ content: { folder } });
    const { release } = plan.get("shop").outputs;
    const { inputs, options } = plan.get("shop-file-docs/index.html");
    const { source, ...others } = inputs;
    assert.deepEqual(others, {
      bucket: plan.get("shop-bucket").outputs.bucket,
      key: `releases/${release}/docs/index.html`,
      contentType: "text/html; charset=utf-8",
      cacheControl: "public, max-age=0, s-maxage=31536000, must-revalidate",
    });
    assert.equal(Object(source).path, join(folder, "docs/index.html"));
    assert.equal(options.retainOnDelete, true);
    assert.equal(plan.ofType("aws:s3/bucketObjectv2:BucketObjectv2").length, 5);
  });

  it("shares with all others the files whose names change with their content, so that open pages find theirs", async () => {
    const files = { ...pages, "app.3f2a1b4c.js": "2", "assets/index-DiwrgTda.js": "3" };
    const plan = await made({ content: { folder: folderWith(files), immutableFolders: ["assets"] } });
    for (const path of ["app.3f2a1b4c.js", "assets/index-DiwrgTda.js"]) {
      const { inputs, options } = plan.get(`shop-file-${path}`);
      assert.deepEqual(
        [inputs.key, inputs.cacheControl, options.retainOnDelete],
        [`immutable/${path}`, "public, max-age=31536000, immutable", true],
      );
    }
    const visit = edge(String(plan.get("shop-viewer").inputs.code), {});
    assert.equal((await visit({ uri: "/assets/index-DiwrgTda.js" })).uri, "/immutable/assets/index-DiwrgTda.js");
  });

  it("becomes live once all of its files are there; the error page follows", async () => {
    const plan = await made({}, { ...pages, "docs/index.html": "1" });
    const live = plan.get("shop-live");
    assert.deepEqual(live.inputs, {
      keyValueStoreArn: plan.get("shop-store").outputs.arn,
      key: "live",
      value: plan.get("shop").outputs.release,
    });
    for (const file of ["index.html", "404.html", "docs/index.html"]) {
      assert.ok(live.dependencies.includes(plan.get(`shop-file-${file}`).urn), file);
    }
    const page = plan.get("shop-error-page");
    assert.ok(page.dependencies.includes(live.urn));
    assert.deepEqual(
      [page.inputs.key, page.inputs.cacheControl, page.options.retainOnDelete],
      ["_error/404.html", "public, max-age=0, s-maxage=60, must-revalidate", undefined],
    );
  });

  it("is the same for the same content, and another one replaces each file under the name that it had", async () => {
    const one = await made({}, pages);
    const same = await made({}, pages);
    const other = await made({}, { ...pages, "index.html": "<h1>New</h1>" });
    const keys = (plan: typeof one) => plan.names("aws:s3/bucketObjectv2:BucketObjectv2");
    assert.equal(one.get("shop").outputs.release, same.get("shop").outputs.release);
    assert.notEqual(one.get("shop").outputs.release, other.get("shop").outputs.release);
    assert.deepEqual(keys(one), keys(other));
  });

  it("is not live while an earlier one is to be, once the bucket is seen to have that", async () => {
    const plan = await made({ liveRelease: EARLIER });
    assert.equal(plan.get("shop-live").inputs.value, EARLIER);
    const { release } = plan.get("shop").outputs;
    assert.notEqual(release, EARLIER);
    assert.equal(plan.get("shop-file-index.html").inputs.key, `releases/${release}/index.html`);
  });

  it("has no page for what is not there where the content has none", async () => {
    const plan = await made({}, { "index.html": "" });
    const { customErrorResponses, orderedCacheBehaviors } = plan.get("shop-distribution").inputs;
    assert.deepEqual([customErrorResponses, orderedCacheBehaviors], [[], []]);
    assert.deepEqual(plan.names("aws:s3/bucketObjectv2:BucketObjectv2"), ["shop-file-index.html"]);
  });

  it("goes when it is retired", async () => {
    const plan = await made({ retiredReleases: [EARLIER] });
    assert.deepEqual(Object(plan.get("shop-lifecycle").inputs.rules)[1], {
      id: `retired-${EARLIER}`,
      status: "Enabled",
      filter: { prefix: `releases/${EARLIER}/` },
      expiration: { days: 1 },
    });
  });

  const digits = "must be 16 hexadecimal digits";
  const shown = "as the output release shows them";
  const refused: [string, Partial<StaticSiteArgs>][] = [
    [`liveRelease ${digits}, ${shown}, got "v41"`, { liveRelease: "v41" }],
    [`liveRelease ${digits}, ${shown}, got "../../../secrets"`, { liveRelease: "../../../secrets" }],
    [`retiredReleases ${digits} each, ${shown}, got "v41"`, { retiredReleases: ["v41"] }],
    [
      `retiredReleases must not hold a release that is shown or is the content's, got "${EARLIER}"`,
      { liveRelease: EARLIER, retiredReleases: [EARLIER] },
    ],
    [`retiredReleases must not repeat a release, got "${EARLIER}"`, { retiredReleases: [EARLIER, EARLIER] }],
    [
      "retiredReleases must be at most 999: a bucket has 1000 rules, got 1000",
      { retiredReleases: Array.from({ length: 1000 }, (_, index) => index.toString(16).padStart(16, "0")) },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`is refused: ${sentence}`, () => assert.rejects(made(args), { message: `static site "shop": ${sentence}` }));
  }

  it("is refused to be retired while it is the content's", async () => {
    const release = String((await made()).get("shop").outputs.release);
    await assert.rejects(made({ retiredReleases: [release] }), {
      message: `static site "shop": retiredReleases must not hold a release that is shown or is the content's, got "${release}"`,
    });
  });
});
