import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createColors } from "picocolors";
import type { Finding, Judgement } from "../../../planner/finding";
import { text } from "../../../planner/format/text";
import { Plan, type PlannedResource } from "../../../planner/plan";
import { record } from "../../../planner/record";
import type { Report } from "../../../planner/report";
import { secret } from "../../../planner/wire";
import { plainColors } from "../colors";

const NOTHING: Judgement = { policies: [], findings: [], remediations: [] };
const OPTIONS = { colors: plainColors, inputs: false };

/** The text of a report in which this is told. */
function shown(plan: Plan, judgement = NOTHING, options = OPTIONS, more: Partial<Report> = {}): string {
  return text({ plan, judgement, region: "eu-west-1", notes: [], ...more }, options);
}

class Part extends pulumi.ComponentResource {
  constructor(name: string) {
    super("demo:index:Part", name);
    const topic = new aws.sns.Topic(
      `${name}-topic`,
      { displayName: pulumi.secret("hush") },
      { parent: this, protect: true },
    );
    new aws.sns.TopicSubscription(
      `${name}-sub`,
      { topic: topic.arn, protocol: "sqs", endpoint: new aws.ivs.Channel("queue").arn },
      { parent: topic },
    );
  }
}

const program = () => {
  new Part("part");
  new aws.Provider("far", { region: "eu-west-2" });
  const vpc = aws.ec2.Vpc.get("shared", "vpc-123");
  new aws.ec2.Subnet("b", { vpcId: vpc.id }, { retainOnDelete: true, ignoreChanges: ["tags", "cidrBlock"] });
  new aws.ec2.Subnet("a", { vpcId: vpc.id, tags: { Many: "lines\nof text" } }, { import: "subnet-9" });
  return {
    z: "known",
    a: vpc.arn,
    m: { hidden: pulumi.secret("hush"), unknown: new aws.ivs.Channel("other").playbackUrl },
    n: [1, true, null],
  };
};

const finding = (more: Partial<Finding>): Finding => ({
  policy: "rule",
  level: "mandatory",
  verdict: "denied",
  message: "Wrong.",
  ...more,
});

describe("the text of a plan", () => {
  let plan: Plan;
  before(async () => {
    plan = await record(program);
  });

  it("is a tree with components first, what is special of each resource, the outputs and a summary", () => {
    assert.equal(
      shown(plan),
      `test on dev, eu-west-1: planned offline, nothing was created

├─ demo.Part part
│  └─ aws.sns.Topic part-topic (protected)
│     └─ aws.sns.TopicSubscription part-sub (protected)
├─ aws.ec2.Subnet a (imported from subnet-9)
├─ aws.ec2.Subnet b (retained on delete; ignores changes of tags, cidrBlock)
├─ aws.ec2.Vpc shared (read, not created)
├─ aws.ivs.Channel other
├─ aws.ivs.Channel queue
└─ pulumi.providers.aws far

Outputs
  a: "≈ arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-123"
  m: {"hidden":"[secret]","unknown":"[unknown until created]"}
  n: [1,true,null]
  z: "known"

To create: 6 resources in 1 component.
Judged by no policy, as all are disabled: 0 mandatory, 0 advisory, 0 undecided, 0 exempt.
Allowed.
`,
    );
  });

  it("shows inputs below each resource when asked: secrets hidden, unknowns said, stand-ins marked", () => {
    const lines = shown(plan, NOTHING, { ...OPTIONS, inputs: true }).split("\n");
    const topicArn = plan.get("part-topic").id;
    assert.deepEqual(lines.slice(2, 16), [
      "├─ demo.Part part",
      "│  └─ aws.sns.Topic part-topic (protected)",
      '│     │    displayName: "[secret]"',
      "│     └─ aws.sns.TopicSubscription part-sub (protected)",
      '│             endpoint: "[unknown until created]"',
      "│             protocol: sqs",
      `│             topic: "≈ ${topicArn}"`.replaceAll('"', ""),
      "├─ aws.ec2.Subnet a (imported from subnet-9)",
      "│       tags:",
      "│         Many: |-",
      "│           lines",
      "│           of text",
      "│       vpcId: vpc-123",
      "├─ aws.ec2.Subnet b (retained on delete; ignores changes of tags, cidrBlock)",
    ]);
    assert(!lines.join("\n").includes("hush"));
  });

  it("says that the children of a remote component are not shown, and counts it", () => {
    const remote: PlannedResource = {
      ...plan.get("part"),
      urn: "urn:pulumi:dev::test::awsx:ec2:Vpc::far",
      type: "awsx:ec2:Vpc",
      name: "net",
      remote: true,
    };
    const said = shown(new Plan("test", "dev", [plan.get("test-dev"), remote], {}));
    assert.match(said, /^└─ awsx\.ec2\.Vpc net \(children are made by a plugin and not shown\)$/m);
    assert.match(said, /^To create: 0 resources in 1 component \(1 of them not expanded\)\.$/m);
  });

  it("says nothing of a tree, outputs, notes or findings that are not there", async () => {
    const empty = await record(() => undefined, { project: "empty" });
    assert.equal(
      shown(empty),
      "empty on dev, eu-west-1: planned offline, nothing was created\n\nTo create: 0 resources in 0 components.\nJudged by no policy, as all are disabled: 0 mandatory, 0 advisory, 0 undecided, 0 exempt.\nAllowed.\n",
    );
  });

  it("prints notes, remediations and findings with level, severity and place, and what they come to", () => {
    const { urn } = plan.get("part-topic");
    const placed = plan.get("part-topic").position;
    const judgement: Judgement = {
      policies: ["rule", "advice", "open", "granted"].map((name) => ({ name, description: name, level: "advisory" })),
      findings: [
        finding({ urn, severity: "high", message: "First line.\nSecond line." }),
        finding({ policy: "advice", level: "advisory" }),
        finding({ policy: "open", level: "advisory", verdict: "undecided", urn: "urn:gone" }),
        finding({ policy: "granted", level: "advisory", verdict: "exempt" }),
      ],
      remediations: [{ policy: "remedy", urn, changes: { fifoTopic: true, displayName: secret("hush!") } }],
    };
    const said = shown(plan, judgement, OPTIONS, { notes: ["read this", "and this"] });
    assert.equal(
      said.slice(said.indexOf("note:")),
      `note: read this
note: and this

Remediated before creation
  remedy sets {"fifoTopic":true,"displayName":"[secret]"} on aws.sns.Topic part-topic

Policies say
  mandatory rule (high) ${placed?.file}:${placed?.line}
      First line.
      Second line.
  advisory advice
      Wrong.
  undecided open
      Wrong.
  exempt granted
      Wrong.

To create: 6 resources in 1 component.
Judged by 4 policies: 1 mandatory, 1 advisory, 1 undecided, 1 exempt.
Refused: a deployment would stop at the mandatory findings.
`,
    );
    assert.equal(placed?.file, "tests/planner/format/text.test.ts");
  });

  it("has colours when they are asked for, and the same words without them", () => {
    const judgement = { ...NOTHING, findings: [finding({})] };
    const coloured = shown(plan, judgement, { ...OPTIONS, colors: createColors(true) });
    assert(coloured.includes(createColors(true).red("mandatory")));
    assert.equal(stripVTControlCharacters(coloured), shown(plan, judgement));
  });

  it("prints nothing of a program's that would steer the terminal", async () => {
    const plan = await record(() => new aws.sns.Topic("\u001b[31mred\u0007"));
    const finding: Finding = { policy: "p", level: "advisory", verdict: "denied", message: "a\u001b]0;title\u0007\nb" };
    const printed = shown(plan, { ...NOTHING, findings: [finding] });
    assert.match(printed, /aws\.sns\.Topic \\x1b\[31mred\\x07/);
    assert.match(printed, /a\\x1b\]0;title\\x07\n +b/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    assert.doesNotMatch(printed, /[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});
