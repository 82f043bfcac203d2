import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { type ReportViolation, remediateResourceOfType, validateResourceOfType } from "@pulumi/policy";
import { isRefused, type Judgement } from "../../planner/finding";
import { judge } from "../../planner/judge";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";
import { secret, withoutSecretMarks } from "../../planner/wire";
import { judgedBySdk, type Said } from "./analyzer";
import { KINDS, type Policy, policy, program, sayObject } from "./policy-kinds";

const sorted = (findings: Said["findings"]) =>
  findings.map((finding) => JSON.stringify(finding, Object.keys(finding).sort())).sort();

function comparable({ findings, remediations }: Judgement): Said {
  return {
    findings: findings.map(({ verdict: _, severity, ...rest }) => ({ ...rest, ...(severity && { severity }) })),
    remediations: remediations.map((done) => ({ ...done, changes: withoutSecretMarks(done.changes) })),
  };
}

/** What the SDK quotes in the clear and the planner does not: the secret of the program. */
function hushed<T>(findings: T): T {
  return JSON.parse(JSON.stringify(findings).replaceAll("hush", "[secret]")) as T;
}

describe("judge", () => {
  let plan: Plan;
  before(async () => {
    plan = await record(program);
  });

  for (const [kind, one] of Object.entries(KINDS)) {
    it(`says of ${kind} what the SDK's own server says`, async () => {
      const [ours, theirs] = [comparable(await judge(plan, [one])), await judgedBySdk(plan, [one])];
      assert.deepEqual(sorted(ours.findings), sorted(hushed(theirs.findings)));
      assert.deepEqual(ours.remediations, theirs.remediations);
    });
  }

  it("says of all of them together what the SDK's own server says", async () => {
    const all = Object.values(KINDS);
    const [ours, theirs] = [comparable(await judge(plan, all)), await judgedBySdk(plan, all)];
    assert.deepEqual(sorted(ours.findings), sorted(hushed(theirs.findings)));
    assert.deepEqual(ours.remediations, theirs.remediations);
    assert.equal((await judge(plan, all)).policies.length, all.length - 1);
  });

  it("gives policies the seconds of a timeout, and their provider's region", async () => {
    const seen: unknown[] = [];
    const look = policy("look", {
      validateResource: validateResourceOfType(aws.s3.Bucket, (_, { opts, provider }) => {
        seen.push(opts.customTimeouts.createSeconds, provider?.props.region, opts.protect, opts.ignoreChanges);
      }),
    });
    await judge(plan, [look]);
    assert.deepEqual(seen, [5405, "eu-west-2", true, ["tags"]]);
  });

  it("calls a policy undecided that reads what is unknown, and never refuses for it", async () => {
    const curious = KINDS["a policy that reads what is unknown"];
    assert(curious);
    const judgement = await judge(plan, [curious]);
    assert.deepEqual(judgement.findings, [
      {
        policy: "curious",
        urn: plan.get("sub").urn,
        severity: "critical",
        level: "advisory",
        verdict: "undecided",
        message: "undecided at preview: string value at .endpoint can't be known during preview",
      },
    ]);
    assert.equal(isRefused(judgement), false);
  });

  it("fails with the policy and the resource when a policy throws", async () => {
    const fail = () => {
      throw new Error("a fault of mine");
    };
    const urn = plan.get("topic").urn;
    const throwing: [Policy, string][] = [
      [
        policy("throws", { validateResource: validateResourceOfType(aws.sns.Topic, fail) }),
        `policy throws failed on ${urn}: a fault of mine`,
      ],
      [policy("throws", { validateStack: fail }), "policy throws failed: a fault of mine"],
      [
        policy("throws", {
          enforcementLevel: "remediate",
          remediateResource: remediateResourceOfType(aws.sns.Topic, fail),
        }),
        `policy throws failed on ${urn}: a fault of mine`,
      ],
      [policy("rejects", { validateStack: () => Promise.reject("only a text") }), "policy rejects failed: only a text"],
    ];
    for (const [one, message] of throwing) {
      await assert.rejects(judge(plan, [one]), { name: "PolicyError", message });
      await assert.rejects(judgedBySdk(plan, [one]), one.name);
    }
  });

  it("marks what a remediation makes of a secret as secret", async () => {
    const louder = policy("louder", {
      enforcementLevel: "remediate",
      remediateResource: remediateResourceOfType(aws.sns.Topic, (topic) => ({
        ...topic,
        displayName: `${topic.displayName}!`,
        fifoTopic: true,
      })),
    });
    assert.deepEqual((await judge(plan, [louder])).remediations, [
      { policy: "louder", urn: plan.get("topic").urn, changes: { displayName: secret("hush!"), fifoTopic: true } },
    ]);
  });

  it("does not judge what is only read, but shows it to stack policies", async () => {
    const read = await record(() => void aws.sns.Topic.get("read", "arn:aws:sns:eu-west-1:111122223333:read"));
    const [every, stack] = [KINDS["a function for every resource"], KINDS["a function for the stack"]];
    assert(every && stack);
    const names = (judgement: Judgement) => judgement.findings.map(({ urn }) => urn?.split("::").at(-1) ?? "").sort();
    assert.deepEqual(names(await judge(read, [every])), ["default_7_48_0", "test-dev"]);
    assert.deepEqual(names(await judge(read, [stack])), ["", "default_7_48_0", "read", "test-dev"]);
  });

  it("takes levels from the pack's config: a policy's own, else that of all, else the policy's", async () => {
    const said = (name: string) =>
      policy(name, { validateStack: (_: unknown, report: ReportViolation) => report("x") });
    const judgement = await judge(plan, ["a", "b", "c", "d"].map(said), {
      all: "advisory",
      a: "mandatory",
      b: { size: 1 },
      c: { enforcementLevel: "disabled", size: 1 },
    });
    assert.deepEqual(
      judgement.findings.map(({ policy: name, level }) => [name, level]),
      [
        ["a", "mandatory"],
        ["b", "advisory"],
        ["d", "advisory"],
      ],
    );
    assert.deepEqual(
      judgement.policies.map(({ name, level }) => [name, level]),
      [
        ["a", "mandatory"],
        ["b", "advisory"],
        ["d", "advisory"],
      ],
    );
    assert.equal(isRefused(judgement), true);
    assert.equal(isRefused(await judge(plan, [said("a")], { all: "advisory" })), false);
    const remediate = await judge(plan, [said("a")], { all: { enforcementLevel: "remediate" } });
    assert.equal(remediate.findings[0]?.level, "mandatory");
  });

  it("hands a policy its settings: those of the pack's config over the defaults of its schema, without the level", async () => {
    const seen: unknown[] = [];
    const configSchema = {
      properties: { size: { type: "integer", default: 1 }, color: { type: "string" }, shape: { default: "round" } },
    };
    const look = policy("look", {
      configSchema,
      validateStack: (args: { getConfig(): unknown }) => void seen.push(args.getConfig()),
    });
    await judge(plan, [look]);
    await judge(plan, [look], { look: "advisory" });
    await judge(plan, [look], { look: { enforcementLevel: "advisory", size: 2, color: "red" } });
    assert.deepEqual(seen, [
      { size: 1, shape: "round" },
      { size: 1, shape: "round" },
      { size: 2, shape: "round", color: "red" },
    ]);
  });

  it("lists what stops a deployment first, then by verdict, severity, policy, resource and message", async () => {
    const reports = [
      { name: "z", message: "1", severity: "low", enforcementLevel: "mandatory" },
      { name: "a", message: "2", severity: "critical", enforcementLevel: "advisory" },
      { name: "b", message: "4", severity: "high", enforcementLevel: "mandatory", urn: "urn:b" },
      { name: "b", message: "4", severity: "high", enforcementLevel: "mandatory", urn: "urn:a" },
      { name: "b", message: "3", severity: "high", enforcementLevel: "mandatory", urn: "urn:b" },
      { name: "c", message: "5", enforcementLevel: "advisory" },
      { name: "d", message: "6", severity: "critical", enforcementLevel: "advisory", verdict: "exempt" },
      { name: "e", message: "7", severity: "critical", enforcementLevel: "advisory", verdict: "undecided" },
    ];
    const all = policy("all", {
      validateStack: (_: unknown, report: ReportViolation) => void reports.map((one) => sayObject(report, one)),
    });
    const { findings } = await judge(plan, [all]);
    assert.deepEqual(
      findings.map(({ policy: name, urn = "", message }) => `${name} ${urn} ${message}`),
      ["b urn:a 4", "b urn:b 3", "b urn:b 4", "z  1", "a  2", "c  5", "e  7", "d  6"],
    );
  });
});
