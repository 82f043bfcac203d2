import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import { policies, readContext } from "../../policies/catalogue";
import type { Example } from "../../policies/examples";
import { type Finding, judge, withSettings } from "./judged";

const stack: Example = {
  title: "an unencrypted volume and open SSH",
  resources: {
    scratch: {
      type: "aws:ebs/volume:Volume",
      props: { size: 8, tags: { Project: "a", Environment: "b", Owner: "c" } },
    },
    ssh: {
      type: "aws:ec2/securityGroupRule:SecurityGroupRule",
      props: { type: "ingress", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
    },
  },
};
const exemption = {
  policy: "ebs-encrypted",
  resource: "scratch",
  reason: "holds public data only",
  approvedBy: "Ada",
  expires: "2027-01-31",
};

async function findings(exemptions: unknown, settings: Record<string, object> = {}): Promise<Finding[]> {
  const pack = policies({ environment: "prod", exemptions, today: "2026-11-01" });
  return judge(
    withSettings(pack, (policy) => settings[policy] ?? {}),
    stack,
    "preview",
  );
}

async function findingOf(policy: string, exemptions: unknown, settings: Record<string, object> = {}): Promise<Finding> {
  const found = (await findings(exemptions, settings)).filter((finding) => finding.policy === policy);
  const [only] = found;
  assert(only && found.length === 1, JSON.stringify(found));
  return only;
}

describe("exemptions", () => {
  it("leave a finding alone when there are none", async () => {
    const { level, message } = await findingOf("ebs-encrypted", []);
    assert.equal(level, "mandatory");
    assert.equal(message, 'aws.ebs.Volume "scratch": encrypted is not set; set it to true.');
  });

  it("turn a finding into advice that says until when, by whom and why", async () => {
    const { level, message } = await findingOf("ebs-encrypted", [exemption]);
    assert.equal(level, "advisory");
    assert.match(message, /set it to true\. Exempt: accepted until 2027-01-31 by Ada: holds public data only\.$/);
  });

  it("hold on their last day", async () => {
    const { level } = await findingOf("ebs-encrypted", [{ ...exemption, expires: "2026-11-01" }]);
    assert.equal(level, "advisory");
  });

  it("let the finding come back when they have expired, and say so", async () => {
    const { level, message } = await findingOf("ebs-encrypted", [{ ...exemption, expires: "2026-10-31" }]);
    assert.equal(level, "mandatory");
    assert.match(message, /The exemption by Ada expired on 2026-10-31\.$/);
  });

  it("hold when a newer entry renews an expired one", async () => {
    const { level } = await findingOf("ebs-encrypted", [{ ...exemption, expires: "2026-10-31" }, exemption]);
    assert.equal(level, "advisory");
  });

  for (const resource of ["scratch", "scr*", "*", "urn:pulumi:*::scratch", "urn:pulumi:dev::test::*"]) {
    it(`cover the resources whose name or URN matches "${resource}"`, async () => {
      assert.equal((await findingOf("ebs-encrypted", [{ ...exemption, resource }])).level, "advisory");
    });
  }

  for (const resource of ["scratc", "cratch", "scratch-*", "urn:pulumi:prod::*", "(.*)", "["]) {
    it(`do not cover a resource that "${resource}" does not match whole`, async () => {
      assert.equal((await findingOf("ebs-encrypted", [{ ...exemption, resource }])).level, "mandatory");
    });
  }

  it("from a critical policy do not count in the stack file, and the finding says where they do", async () => {
    const { level, message } = await findingOf("no-public-ssh", [
      { ...exemption, policy: "no-public-ssh", resource: "ssh" },
    ]);
    assert.equal(level, "mandatory");
    assert.match(message, /A critical policy can be exempted only in the policy pack's own config\.$/);
  });

  it("from a critical policy count in the config of the pack", async () => {
    const { policy: _, ...entry } = { ...exemption, resource: "ssh" };
    const { level, message } = await findingOf("no-public-ssh", [], { "no-public-ssh": { exemptions: [entry] } });
    assert.equal(level, "advisory");
    assert.match(message, /Exempt: accepted until 2027-01-31 by Ada/);
  });

  it("in the config of the pack count for that policy alone, and expire", async () => {
    const { policy: _, ...entry } = { ...exemption, resource: "*", expires: "2026-10-31" };
    const settings = { "no-public-ssh": { exemptions: [entry] } };
    assert.match((await findingOf("no-public-ssh", [], settings)).message, /expired on 2026-10-31/);
    assert.doesNotMatch((await findingOf("ebs-encrypted", [], settings)).message, /expired/);
  });

  it("that are malformed in the config of the pack are reported with their place", async () => {
    const { message } = await findingOf("exemption-has-reason", [], { "ebs-encrypted": { exemptions: [{}] } });
    assert.match(
      message,
      /^exemptions\[0\] in the config of ebs-encrypted lacks resource, reason, approvedBy, expires\.$/,
    );
  });

  it("that are malformed cover nothing", async () => {
    for (const exemptions of ["[", 7, { 0: exemption }, [{ ...exemption, approvedBy: 7 }]]) {
      assert.equal((await findingOf("ebs-encrypted", exemptions)).level, "mandatory");
    }
  });
});

describe("the context of a run", () => {
  const saved = runtime.allConfig();
  afterEach(() => runtime.setAllConfig(saved));
  const contextOf = (config: Record<string, string>) => {
    runtime.setAllConfig(config);
    return readContext(new Date("2026-11-01T23:30:00Z"));
  };

  it("is that of production unless the stack says dev", () => {
    assert.equal(contextOf({}).environment, "prod");
    assert.equal(contextOf({ "tierwork:environment": "staging" }).environment, "prod");
    assert.equal(contextOf({ "tierwork:environment": "dev" }).environment, "dev");
  });

  it("has the exemptions of the stack file, and their text where that is no JSON", () => {
    assert.deepEqual(contextOf({}).exemptions, []);
    assert.deepEqual(contextOf({ "tierwork:exemptions": JSON.stringify([exemption]) }).exemptions, [exemption]);
    assert.equal(contextOf({ "tierwork:exemptions": "[{" }).exemptions, "[{");
  });

  it("has the day in universal time", () => {
    assert.equal(contextOf({}).today, "2026-11-01");
  });
});
