import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { judge } from "../../planner/judge";
import { record } from "../../planner/record";
import { reportOn, standardNamed } from "../../planner/standard";
import { policies } from "../../policies/catalogue";

/** What comes out for a control of FSBP: the outcome, and how many resources failed and passed. */
async function reported(program: () => void, id: string, config: Record<string, "disabled"> = {}) {
  const plan = await record(program);
  const pack = policies({ environment: "prod", exemptions: [], today: "2026-11-21" });
  const { controls } = reportOn(standardNamed("fsbp"), plan, await judge(plan, pack, config));
  const { outcome, leavesOut, resources } = controls.find((one) => one.id === id) ?? assert.fail(`no control ${id}`);
  return { outcome, leavesOut, failed: resources.failed, passed: resources.passed };
}

describe("a control of which a rule leaves out some", () => {
  const tags = { Name: "public-a" };
  const open = () => {
    new aws.ec2.Subnet("open", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true, tags });
  };

  it("has passed in part, and the report says what is left out", async () => {
    const leavesOut = ["subnets that are marked as public"];
    assert.deepEqual(await reported(open, "EC2.15"), { outcome: "passed in part", leavesOut, failed: 0, passed: 1 });
    const certificates = () => {
      const origins = [{ originId: "app", domainName: "app.example.com" }];
      const viewerCertificate = { cloudfrontDefaultCertificate: true };
      const defaultCacheBehavior = {
        ...{ targetOriginId: "app", viewerProtocolPolicy: "https-only" },
        ...{ allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] },
      };
      const restrictions = { geoRestriction: { restrictionType: "none" } };
      new aws.cloudfront.Distribution("site", {
        ...{ enabled: true, origins, viewerCertificate, defaultCacheBehavior, restrictions },
      });
    };
    for (const id of ["CloudFront.7", "CloudFront.15"]) {
      assert.equal((await reported(certificates, id)).outcome, "passed in part", id);
    }
  });

  it("has failed where the rule finds something, and is off where the rule is", async () => {
    const program = () => {
      open();
      new aws.ec2.Subnet("data", { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true });
    };
    const { outcome, failed, passed } = await reported(program, "EC2.15");
    assert.deepEqual([outcome, failed, passed], ["failed", 1, 1]);
    const off = await reported(program, "EC2.15", { "subnet-no-auto-public-ip": "disabled" });
    assert.deepEqual([off.outcome, off.leavesOut], ["off", undefined]);
  });
});

describe("a control that asks for less than its rule", () => {
  it("is failed by buckets that keep versions, not by others", async () => {
    const program = () => {
      new aws.s3.Bucket("plain");
      const { id } = new aws.s3.Bucket("kept");
      new aws.s3.BucketVersioning("kept", { bucket: id, versioningConfiguration: { status: "Enabled" } });
    };
    const [some, every] = [await reported(program, "S3.10"), await reported(program, "S3.13")];
    assert.deepEqual([some.failed, some.passed], [1, 1]);
    assert.deepEqual([every.failed, every.passed], [2, 0]);
  });
});

describe("a policy that allows everything", () => {
  it("fails what it means for keys as well", async () => {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "*", Resource: "*" },
    });
    const program = () => {
      new aws.iam.RolePolicy("inline", { role: "web", policy });
      new aws.iam.Policy("managed", { policy });
    };
    for (const id of ["KMS.1", "KMS.2"]) assert.equal((await reported(program, id)).failed, 1, id);
  });
});
