import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { edge } from "../components/static-site/edge";
import { assertGolden } from "../golden";
import { planned, root } from "./planned";

const site = join(root, "architectures/static-site/site");
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), "utf8") }));

const plannedWith = (...set: string[]) => planned("static-site", undefined, ...set);
const domains =
  'domains=[{name: "example.com", zoneId: "Z0123456789EXAMPLE"}, {name: "www.example.com", zoneId: "Z0123456789EXAMPLE"}]';

describe("the architecture static-site", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await plannedWith();
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "static-site.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with but no firewall before files, and under a domain with an API", async () => {
    const full = [
      domains,
      "redirectTo=apex",
      'api.origin={type: "custom", domainName: "api.example.com"}',
      "waf.mode=count",
    ];
    const found = async (...set: string[]) =>
      (await (await plannedWith(...set)).judgement).findings.map(({ policy }) => policy).sort();
    assert.deepEqual(await found(), ["cloudfront-waf"]);
    const tried = ["staging.traffic={type: header, name: aws-cf-cd-next, value: x}", "liveRelease=00112233445566aa"];
    // A firewall that only counts stops nothing, and one is what the exemption of files alone does not speak of.
    assert.deepEqual(await found(...full, ...tried), ["exemption-used", "waf-known-bad-inputs"]);
  });

  it("uploads the small site, and serves it at CloudFront's own name", async () => {
    const { plan } = await plannedWith();
    const { release, url } = plan.outputs;
    assert.equal(plan.get("static-site-file-guide/index.html").inputs.key, `releases/${release}/guide/index.html`);
    assert.equal(plan.get("static-site-live").inputs.value, release);
    assert.match(String(url), /^https:\/\/d\w+\.cloudfront\.net$/);
  });

  it("answers every link of every page with a file that there is", async () => {
    const { plan } = await plannedWith();
    const visit = edge(String(plan.get("static-site-viewer").inputs.code), { live: "0123456789abcdef" });
    const keys = new Set(
      plan
        .ofType("aws:s3/bucketObjectv2:BucketObjectv2")
        .map(({ inputs }) => String(inputs.key).replace(String(plan.outputs.release), "0123456789abcdef")),
    );
    const links = files.flatMap((file) =>
      [...file.text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = ""]) => link),
    );
    assert.ok(links.length >= 20);
    for (const link of links) {
      assert.match(
        link,
        /^\//,
        "a page refers to its own site alone, by whole paths, as the page of 404s is seen anywhere",
      );
      const { uri } = await visit({ uri: link });
      // The guide shows what a path that leads nowhere looks like.
      assert.equal(keys.has(String(uri).slice(1)), link !== "/nowhere/", link);
    }
  });

  it("has pages that its own policy lets be: no styles, scripts or handlers within them", () => {
    for (const { name, text: content } of files.filter((file) => file.name.endsWith(".html"))) {
      assert.doesNotMatch(content, /<style|style=|<script>| on\w+=|https?:\/\//, name);
    }
  });

  it("calls its hashed files after their content", () => {
    const hashed = files.flatMap((file) => {
      const [, hash] = /\.([\da-f]{8})\./.exec(file.name) ?? [];
      return hash === undefined ? [] : [{ ...file, hash }];
    });
    assert.equal(hashed.length, 2);
    for (const { name, hash, text: content } of hashed) {
      assert.equal(createHash("sha256").update(content).digest("hex").slice(0, 8), hash, name);
    }
  });

  it("is what the settings say: names, paths, headers, logs, a release", async () => {
    const { plan } = await plannedWith(
      ...[domains, "redirectTo=www", "paths=singlePage", "liveRelease=00112233445566aa", "priceClass=PriceClass_200"],
      ...["headers.frameOption=SAMEORIGIN", "logs.format=w3c", "waf.mode=count", "alarms.errorPercent=2"],
    );
    assert.equal(plan.outputs.url, "https://www.example.com");
    assert.equal(plan.get("static-site-live").inputs.value, "00112233445566aa");
    const { priceClass, webAclId } = plan.get("static-site-distribution").inputs;
    assert.deepEqual([priceClass, webAclId], ["PriceClass_200", plan.get("static-site-waf-acl").outputs.arn]);
    assert.equal(plan.get("static-site-log-target").inputs.outputFormat, "w3c");
    assert.equal(plan.get("static-site-5xx").inputs.threshold, 2);
  });

  describe("refuses in one sentence", () => {
    const refused: [string, string | RegExp][] = [
      ["content.folder=./dist", 'tierwork:settings.content.folder must be a folder, got "./dist"'],
      ["paths=files", 'tierwork:settings.paths must be one of "folders", "htmlFiles", "singlePage", got "files"'],
      ["redirectTo=www", /redirectTo must go with domains that hold both a name and the same with www\. before it/],
      ["waf=on", /^tierwork:settings\.waf must be "none", a map with webAclArn, or a map of .*, got "on"$/],
      [
        "staging.traffic.type=all",
        'tierwork:settings.staging.traffic.type must be one of "weight", "header", got "all"',
      ],
      [
        "headers.csp=none",
        /tierwork:settings\.headers\.csp is not a setting of static-site; there are contentSecurityPolicy, /,
      ],
      ["alarms.latencySeconds=1", /tierwork:settings\.alarms\.latencySeconds is not a setting of static-site/],
      ["api.origin.type=lambda", 'tierwork:settings.api.origin.type must be one of "vpc", "custom", got "lambda"'],
    ];
    for (const [setting, message] of refused) {
      it(setting, () => assert.rejects(plannedWith(setting), { message }));
    }
  });
});
