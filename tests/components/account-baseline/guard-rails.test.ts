import assert from "node:assert/strict";
import { AccountBaseline } from "../../../components/account-baseline";
import type { GuardRailArgs } from "../../../components/account-baseline/guard-rails";
import { record } from "../../../planner/record";

const make = (guardRails: GuardRailArgs) =>
  record(() => {
    new AccountBaseline("account", {
      regions: ["eu-west-1"],
      budget: { amountUsd: 100 },
      notify: { emails: ["ops@example.com"] },
      guardRails,
    });
  });
const region = "eu-west-1";

describe("the guard rails of a region", () => {
  it("encrypt with a key of the account's own if told, which is there first and which nobody deletes by the way", async () => {
    const plan = await make({ ebsEncryption: "ownKey" });
    const key = plan.get("account-eu-west-1-ebs-key");
    assert.deepEqual(key.options, { protect: true });
    assert.deepEqual([key.inputs.enableKeyRotation, key.inputs.region], [true, region]);
    const byDefault = plan.get("account-eu-west-1-ebs-default-key");
    assert.deepEqual(byDefault.inputs, { keyArn: key.outputs.arn, region });
    // A default that names a key which is gone would let nobody make a volume: it goes before the key.
    assert.deepEqual(byDefault.options, {});
    assert.ok(plan.get("account-eu-west-1-ebs").dependencies.includes(byDefault.urn));
  });

  it("let the account's EC2 use that key for everybody in it, and nobody else", async () => {
    const plan = await make({ ebsEncryption: "ownKey" });
    const [, ebs] = JSON.parse(String(plan.get("account-eu-west-1-ebs-key").inputs.policy)).Statement;
    assert.deepEqual(ebs.Principal, { AWS: "*" });
    assert.deepEqual(ebs.Condition, {
      StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "ec2.eu-west-1.amazonaws.com" },
    });
  });

  it("allow images of some only", async () => {
    const allowedImages = { state: "enabled", providers: ["amazon", "099720109477"] } as const;
    assert.deepEqual((await make({ allowedImages })).get("account-eu-west-1-allowed-images").inputs, {
      state: "enabled",
      imageCriterions: [{ imageProviders: ["amazon", "099720109477"] }],
      region,
    });
  });

  it("keep the metadata's answer on the instance if told", async () => {
    const { inputs } = (await make({ instanceMetadata: { hopLimit: 1 } })).get("account-eu-west-1-metadata");
    assert.deepEqual(inputs, { httpTokens: "required", httpPutResponseHopLimit: 1, region });
  });

  it("close internet gateways only when told how far", async () => {
    const type = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";
    assert.deepEqual((await make({})).names(type), []);
    for (const vpcBlockPublicAccess of ["off", "block-ingress", "block-bidirectional"] as const) {
      const plan = await make({ vpcBlockPublicAccess });
      assert.deepEqual(plan.get("account-eu-west-1-internet-gateways").inputs, {
        internetGatewayBlockMode: vpcBlockPublicAccess,
        region,
      });
    }
  });

  it("set what services do by default if told", async () => {
    const plan = await make({
      cpuCredits: "unlimited",
      containerInsights: "enhanced",
      tagResourceAuthorization: "on",
      imageScanning: "enhanced",
    });
    for (const instanceFamily of ["t2", "t3", "t3a", "t4g"]) {
      const { inputs } = plan.get(`account-eu-west-1-credits-${instanceFamily}`);
      assert.deepEqual(inputs, { instanceFamily, cpuCredits: "unlimited", region });
    }
    for (const [name, value] of Object.entries({ containerInsights: "enhanced", tagResourceAuthorization: "on" })) {
      assert.deepEqual(plan.get(`account-eu-west-1-ecs-${name}`).inputs, { name, value, region });
    }
    const everyImage = [{ filter: "*", filterType: "WILDCARD" }];
    assert.deepEqual(plan.get("account-eu-west-1-image-scanning").inputs, {
      scanType: "ENHANCED",
      rules: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: everyImage }],
      region,
    });
    assert.deepEqual((await make({ imageScanning: "basic" })).get("account-eu-west-1-image-scanning").inputs, {
      scanType: "BASIC",
      rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: everyImage }],
      region,
    });
  });

  const providers = "guardRails.allowedImages.providers";
  const hops = "guardRails.instanceMetadata.hopLimit must be a whole number from 1 to 64, got";
  const refused: Record<string, [GuardRailArgs, string]> = {
    "images of nobody": [
      { allowedImages: { state: "enabled", providers: [] } },
      `${providers} must be 1 to 200 providers, got 0`,
    ],
    "images of somebody whom AWS does not know": [
      { allowedImages: { state: "enabled", providers: ["canonical"] } },
      `${providers} must be amazon, aws-marketplace, aws-backup-vault or account numbers of 12 digits, got "canonical"`,
    ],
    "images of the same twice": [
      { allowedImages: { state: "enabled", providers: ["amazon", "amazon"] } },
      `${providers} must not repeat one, got ["amazon","amazon"]`,
    ],
    "no hop": [{ instanceMetadata: { hopLimit: 0 } }, `${hops} 0`],
    "65 hops": [{ instanceMetadata: { hopLimit: 65 } }, `${hops} 65`],
    "half a hop": [{ instanceMetadata: { hopLimit: 1.5 } }, `${hops} 1.5`],
  };
  for (const [what, [guardRails, message]] of Object.entries(refused)) {
    it(`are not ${what}`, () =>
      assert.rejects(make(guardRails), { message: `account baseline "account": ${message}` }));
  }
});
