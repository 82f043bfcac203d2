import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { judge } from "../../planner/judge";
import { judgeByPacks } from "../../planner/packs/judge-by-packs";
import { readPackFolder } from "../../planner/packs/pack-folder";
import { record } from "../../planner/record";
import { policies } from "../../policies/catalogue";
import { read, root } from "../house";
import { folderWith } from "../planner/folder";
import { link } from "../planner/packs/pack-folder-of";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Partial<Manifest>>>;
}

const manifestOf = (folder: string) => JSON.parse(read(join(folder, "package.json"))) as Manifest;
const lockOf = (folder: string) => (JSON.parse(read(join(folder, "package-lock.json"))) as Lock).packages;

/** What many rules have something to say about: denied, exempt, undecided, of one resource and of the stack. */
function program() {
  const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
  const group = new aws.ec2.SecurityGroup("door", {
    vpcId: vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const unknown = new aws.ivs.Channel("channel").arn;
  new aws.ec2.Instance("web", {
    ami: "ami-1",
    instanceType: "t3.micro",
    vpcSecurityGroupIds: [group.id],
    userData: unknown,
  });
  new aws.ebs.Volume("scratch", { availabilityZone: "eu-west-1a", size: 8 });
  new aws.ebs.Volume("data", { availabilityZone: "eu-west-1a", size: 8, encrypted: pulumi.secret(false) });
  new aws.s3.Bucket("bucket", { tags: { Owner: "ada" } }, { protect: true });
}

const exemption = {
  policy: "ebs-encrypted",
  resource: "scratch",
  reason: "holds public data only",
  approvedBy: "ada",
  expires: "2999-12-31",
};
const config = { "tierwork:environment": "dev", "tierwork:exemptions": JSON.stringify([exemption]) };

describe("the pack as a package", () => {
  it("judges from a folder of its own, with the packages that it names and no others, as it judges here", async () => {
    const folder = folderWith({});
    cpSync(join(root, "policies"), folder, {
      recursive: true,
      filter: (path) => basename(path) !== "node_modules",
    });
    link(folder, Object.keys(manifestOf("policies").dependencies));
    const plan = await record(program, { config });
    const copied = await judgeByPacks(plan, [readPackFolder(folder, "DIR")], {
      config,
      timeoutSeconds: 60,
      print: (line) => assert.fail(line),
    });
    const here = await judge(plan, policies({ environment: "dev", exemptions: [exemption], today: "2026-11-01" }));
    const named = <T extends object>(list: readonly T[], key: "policy" | "name") =>
      list.map((one) => ({ ...one, [key]: `tierwork/${(one as Record<string, unknown>)[key]}` }));
    // The engine's protocol has no place for the controls of a single finding.
    const told = here.findings.map(({ controls: _, ...finding }) => finding);
    assert.deepEqual(copied.findings, named(told, "policy"));
    assert.deepEqual(
      JSON.parse(JSON.stringify(copied.policies)),
      JSON.parse(JSON.stringify(named(here.policies, "name"))),
    );
    const verdicts = new Set(
      copied.findings.map(({ verdict, level, urn }) => `${verdict} ${level} ${urn === undefined}`),
    );
    for (const kind of [
      "denied mandatory false",
      "denied advisory false",
      "exempt advisory false",
      "undecided advisory false",
    ]) {
      assert.ok(verdicts.has(kind), kind);
    }
  });

  it("is of the same versions as here", () => {
    const [own, ours] = [manifestOf("policies").dependencies, manifestOf(".").dependencies];
    const [locked, oursLocked] = [lockOf("policies"), lockOf(".")];
    assert.deepEqual(locked[""]?.dependencies, own, "policies/package-lock.json is of other dependencies");
    for (const [name, range] of Object.entries(own)) {
      assert.equal(range, ours[name], name);
      const place = `node_modules/${name}`;
      assert.equal(locked[place]?.version, oursLocked[place]?.version, name);
    }
  });

  it("brings its licence", () => {
    const licence = (folder: string) => readFileSync(join(root, folder, "LICENSE"), "utf8");
    assert.equal(licence("policies"), licence("."));
  });
});
