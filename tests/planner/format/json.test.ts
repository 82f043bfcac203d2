import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Judgement } from "../../../planner/finding";
import { json } from "../../../planner/format/json";
import { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";
import { SIGNATURE, secret } from "../../../planner/wire";

const NOTHING: Judgement = { policies: [], findings: [], remediations: [] };
const SEALED = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "[secret]" };

interface Entry {
  readonly urn: string;
  readonly [key: string]: unknown;
}

const printed = (plan: Plan, judgement = NOTHING, notes: string[] = []) =>
  json({ plan, judgement, notes, region: "eu-west-1" });

function read(plan: Plan, judgement = NOTHING, notes: string[] = []) {
  return JSON.parse(printed(plan, judgement, notes)) as { deployment: { resources: Entry[] }; [key: string]: unknown };
}

function entry(plan: Plan, name: string): Entry {
  const found = read(plan).deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`));
  assert(found, name);
  return found;
}

describe("the JSON of a plan", () => {
  it("has the shape of a stack export, with the judgement beside it", async () => {
    const plan = await record(() => undefined);
    const { urn } = plan.get("test-dev");
    const judgement: Judgement = {
      policies: ["rule", "remedy"].map((name) => ({ name, description: name, level: "advisory" })),
      findings: [{ policy: "rule", level: "advisory", verdict: "denied", message: "Wrong.", urn }],
      remediations: [{ policy: "remedy", urn, changes: { open: 1, hidden: secret("hush") } }],
    };
    assert.deepEqual(read(plan, judgement, ["a note"]), {
      version: 3,
      deployment: {
        manifest: { time: "0001-01-01T00:00:00Z", magic: "", version: "" },
        resources: [{ urn, custom: false, type: "pulumi:pulumi:Stack", inputs: {}, outputs: {}, standIns: [] }],
      },
      tierwork: {
        project: "test",
        stack: "dev",
        policies: 2,
        findings: judgement.findings,
        remediations: [{ policy: "remedy", urn, changes: { open: 1, hidden: SEALED } }],
        notes: ["a note"],
      },
    });
  });

  it("keeps every option of a resource under the name that an export gives it", async () => {
    const plan = await record(() => {
      const options = {
        protect: true,
        retainOnDelete: true,
        ignoreChanges: ["tags"],
        replaceOnChanges: ["name"],
        aliases: [{ name: "old" }],
        additionalSecretOutputs: ["owner"],
        import: "arn:aws:sns:eu-west-1:111122223333:real",
      };
      new aws.sns.Topic("topic", {}, { ...options, dependsOn: [new aws.sns.Topic("b"), new aws.sns.Topic("a")] });
    });
    const { sourcePosition, provider, ...rest } = entry(plan, "topic");
    assert.deepEqual(rest, {
      urn: "urn:pulumi:dev::test::aws:sns/topic:Topic::topic",
      custom: true,
      id: "arn:aws:sns:eu-west-1:111122223333:real",
      type: "aws:sns/topic:Topic",
      inputs: {},
      outputs: {
        arn: "arn:aws:sns:eu-west-1:111122223333:real",
        name: plan.get("topic").outputs.name,
        owner: SEALED,
      },
      standIns: ["arn", "name", "owner"],
      parent: "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev",
      protect: true,
      dependencies: ["urn:pulumi:dev::test::aws:sns/topic:Topic::a", "urn:pulumi:dev::test::aws:sns/topic:Topic::b"],
      additionalSecretOutputs: ["owner"],
      aliases: ["urn:pulumi:dev::test::aws:sns/topic:Topic::old"],
      ignoreChanges: ["tags"],
      replaceOnChanges: ["name"],
      retainOnDelete: true,
      importID: "arn:aws:sns:eu-west-1:111122223333:real",
    });
    assert.match(String(sourcePosition), /^project:\/\/\/tests\/planner\/format\/json\.test\.ts#\d+,\d+$/);
    assert.match(String(provider), /::pulumi:providers:aws::default_7_48_0::[0-9a-f-]{36}$/);
  });

  it("marks what is read, what is remote and which outputs are stand-ins", async () => {
    const plan = await record(() => void aws.ec2.Vpc.get("shared", "vpc-123"));
    assert.equal(entry(plan, "shared").external, true);
    assert.deepEqual(entry(plan, "default_7_48_0").standIns, ["id"]);
    const remote = plan.resources.map((resource) => ({ ...resource, remote: true }));
    assert.equal(entry(new Plan("test", "dev", remote, {}), "shared").remote, true);
  });

  it("hides secrets wherever they are", async () => {
    const plan = await record(() => {
      const hidden = pulumi.secret("hush");
      new aws.sns.Topic("topic", { displayName: hidden, tags: { Open: "1", Hidden: hidden } });
      return { list: [1, { hidden }] };
    });
    const { inputs, outputs } = entry(plan, "topic");
    assert.deepEqual(inputs, { displayName: SEALED, tags: { Open: "1", Hidden: SEALED } });
    assert.deepEqual((outputs as { tagsAll: unknown }).tagsAll, { Open: "1", Hidden: SEALED });
    assert.deepEqual(entry(plan, "test-dev").outputs, { list: [1, { hidden: SEALED }] });
    assert(!printed(plan).includes("hush"));
  });

  it("sorts the properties, so that two programs which say the same print the same bytes", async () => {
    const say = (first: boolean) =>
      record(() => {
        const [a, b] = [
          { Name: "x", Team: "y" },
          { Team: "y", Name: "x" },
        ];
        const make = [
          () => new aws.sns.Topic("one", { tags: first ? a : b, displayName: "d" }),
          () => new aws.ec2.Vpc("two"),
        ];
        for (const one of first ? make : make.reverse()) one();
      });
    const [first, second] = [await say(true), await say(false)];
    const bytes = (plan: Plan) => printed(plan).replaceAll(/"sourcePosition": .+/g, "");
    assert.equal(bytes(first), bytes(second));
    assert.deepEqual(Object.keys(entry(second, "one").inputs as object), ["displayName", "tags"]);
  });
});
