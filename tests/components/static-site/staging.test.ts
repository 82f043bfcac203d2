import assert from "node:assert/strict";
import type { SiteStaging, StagingTraffic } from "../../../components/static-site/staging";
import { edge } from "./edge";
import { domains, made } from "./made";

const LIVE = "00112233445566aa";
const weight: StagingTraffic = { type: "weight", percent: 5 };
const stage = (staging: SiteStaging, liveRelease: string | undefined = LIVE) => made({ staging, liveRelease, domains });

describe("the staging of a site", () => {
  it("shows the release of the content to some, and the live one to all others", async () => {
    const plan = await stage({ traffic: weight });
    const { release } = plan.get("shop").outputs;
    const store = {
      live: String(plan.get("shop-live").inputs.value),
      staged: String(plan.get("shop-staged").inputs.value),
    };
    assert.deepEqual(store, { live: LIVE, staged: release });
    const shown = async (role: string) =>
      (await edge(String(plan.get(role).inputs.code), store)({ uri: "/a.css" })).uri;
    assert.equal(await shown("shop-viewer"), `/releases/${LIVE}/a.css`);
    assert.equal(await shown("shop-staging-viewer"), `/releases/${release}/a.css`);
    assert.ok(plan.get("shop-staged").dependencies.includes(plan.get("shop-live").urn));
  });

  it("is a distribution that is like the other, at CloudFront's own name", async () => {
    const plan = await stage({ traffic: weight });
    const main = plan.get("shop-distribution").inputs;
    const staged = plan.get("shop-staging-distribution").inputs;
    const { aliases, continuousDeploymentPolicyId, ...common } = main;
    assert.deepEqual(aliases, ["example.com", "www.example.com"]);
    assert.equal(continuousDeploymentPolicyId, plan.get("shop-staging-policy").id);
    assert.equal(main.httpVersion, "http2");
    const functionArn = plan.get("shop-staging-viewer").outputs.arn;
    assert.deepEqual(staged, {
      ...common,
      staging: true,
      comment: "shop-staging",
      viewerCertificate: { cloudfrontDefaultCertificate: true },
      defaultCacheBehavior: {
        ...Object(common.defaultCacheBehavior),
        functionAssociations: [{ eventType: "viewer-request", functionArn }],
      },
      tags: { Name: "shop-staging" },
    });
  });

  it("reads the bucket, is logged and watched as the other", async () => {
    const plan = await stage({ traffic: weight });
    const { arn, distributionId } = {
      arn: plan.get("shop-staging-distribution").outputs.arn,
      distributionId: plan.get("shop-staging-distribution").id,
    };
    const [read] = JSON.parse(String(plan.get("shop-policy").inputs.policy)).Statement;
    assert.deepEqual(read.Condition.StringEquals["AWS:SourceArn"], [plan.get("shop-distribution").outputs.arn, arn]);
    assert.equal(plan.get("shop-staging-log-source").inputs.resourceArn, arn);
    assert.equal(Object(plan.get("shop-staging-5xx").inputs.dimensions).DistributionId, distributionId);
  });

  const drawn: [StagingTraffic, unknown][] = [
    [weight, { type: "SingleWeight", singleWeightConfig: { weight: 0.05 } }],
    [
      { type: "weight", percent: 15, stickiness: {} },
      {
        type: "SingleWeight",
        singleWeightConfig: { weight: 0.15, sessionStickinessConfig: { idleTtl: 300, maximumTtl: 3600 } },
      },
    ],
    [
      { type: "weight", percent: 1, stickiness: { idleSeconds: 600, maximumSeconds: 600 } },
      {
        type: "SingleWeight",
        singleWeightConfig: { weight: 0.01, sessionStickinessConfig: { idleTtl: 600, maximumTtl: 600 } },
      },
    ],
    [
      { type: "header", name: "aws-cf-cd-next", value: "yes" },
      { type: "SingleHeader", singleHeaderConfig: { header: "aws-cf-cd-next", value: "yes" } },
    ],
  ];
  for (const [traffic, trafficConfig] of drawn) {
    it(`draws its visitors by ${JSON.stringify(traffic)}`, async () => {
      const plan = await stage({ traffic });
      assert.deepEqual(plan.get("shop-staging-policy").inputs, {
        enabled: true,
        stagingDistributionDnsNames: {
          items: [plan.get("shop-staging-distribution").outputs.domainName],
          quantity: 1,
        },
        trafficConfig,
      });
    });
  }

  const percent = "traffic.percent must be more than 0 and at most 15";
  const header = 'traffic.name must be a header that begins with "aws-cf-cd-"';
  const sticky = (stickiness: object): StagingTraffic => ({ type: "weight", percent: 5, stickiness });
  const refused: [string, SiteStaging, string?][] = [
    [`${percent}, got 0`, { traffic: { type: "weight", percent: 0 } }],
    [`${percent}, got 16`, { traffic: { type: "weight", percent: 16 } }],
    [
      "traffic.stickiness.idleSeconds must be a whole number of seconds from 300 to 3600, got 299",
      { traffic: sticky({ idleSeconds: 299 }) },
    ],
    [
      "traffic.stickiness.maximumSeconds must be a whole number of seconds from 600 to 3600, got 599",
      { traffic: sticky({ idleSeconds: 600, maximumSeconds: 599 }) },
    ],
    [`${header}, got "next"`, { traffic: { type: "header", name: "next", value: "yes" } }],
    [
      'traffic.value must be 1 to 1783 characters, got ""',
      { traffic: { type: "header", name: "aws-cf-cd-next", value: "" } },
    ],
    [
      'release must be 16 hexadecimal digits, as the output release shows them, got "v42"',
      { traffic: weight, release: "v42" },
    ],
    [`release must be another one than the live release, got "${LIVE}"`, { traffic: weight, release: LIVE }],
  ];
  for (const [sentence, staging] of refused) {
    it(`is refused: ${sentence}`, () =>
      assert.rejects(stage(staging), { message: `static site "shop": staging.${sentence}` }));
  }

  it("is refused while the content is what is live already", () =>
    assert.rejects(made({ staging: { traffic: weight } }), {
      message: /^static site "shop": staging\.release must be another one than the live release, got "[\da-f]{16}"$/,
    }));
});
