import assert from "node:assert/strict";
import fc from "fast-check";
import type { PackConfig } from "../../planner/active-policy";
import type { Finding, Judgement } from "../../planner/finding";
import { judge } from "../../planner/judge";
import { record } from "../../planner/record";
import { type ControlReport, OUTCOMES, reportOn, type StandardReport, standardNamed } from "../../planner/standard";
import { policies, rules, standards } from "../../policies/catalogue";
import { finding, planWith, resource } from "./reports";
import { faulty } from "./standard-program";

const group = (name: string) => resource(name, { type: "aws:ec2/securityGroup:SecurityGroup" });
const template = (name: string) => resource(name, { type: "aws:ec2/launchTemplate:LaunchTemplate" });
const instance = (name: string) => resource(name, { type: "aws:ec2/instance:Instance" });

/** What the whole pack says when it says only this, with some of its policies off. */
function saying(findings: readonly Finding[], off: readonly string[] = []): Judgement {
  const on = rules.filter(({ name }) => !off.includes(name));
  const judging = on.map(({ name, description }) => ({ name, description, level: "advisory" as const }));
  return { policies: judging, findings, remediations: [] };
}

function control(report: StandardReport, id: string): ControlReport {
  return report.controls.find((one) => one.id === id) ?? assert.fail(`no control ${id}`);
}

const counts = ({ resources: { failed, undecided, exempt, passed } }: ControlReport) => [
  failed,
  undecided,
  exempt,
  passed,
];

const cis = standardNamed("cis-7.0");
const fsbp = standardNamed("fsbp");

describe("standardNamed", () => {
  it("knows the standards of the pack, and names them to who asks for another", () => {
    assert.deepEqual(
      [cis.title, fsbp.title],
      ["CIS AWS Foundations Benchmark", "AWS Foundational Security Best Practices"],
    );
    const message = '--standard must be one of cis-7.0, fsbp, got "nist"';
    assert.throws(() => standardNamed("nist"), { name: "InputError", message });
  });
});

describe("a report on a standard", () => {
  it("counts each resource once, by the worst that any rule of the control says", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map(group);
    assert.ok(a && b && c && d);
    const said = saying([
      finding({ policy: "no-public-ssh", urn: a.urn, verdict: "exempt" }),
      finding({ policy: "no-public-rdp", urn: a.urn }),
      finding({ policy: "no-public-ssh", urn: a.urn, verdict: "undecided" }),
      finding({ policy: "no-public-ssh", urn: b.urn, verdict: "undecided" }),
      finding({ policy: "no-public-rdp", urn: b.urn, verdict: "exempt" }),
      finding({ policy: "no-public-rdp", urn: c.urn, verdict: "exempt" }),
      finding({ policy: "ebs-encrypted", urn: d.urn }),
    ]);
    const found = control(reportOn(cis, planWith(a, b, c, d), said), "6.3");
    assert.deepEqual(counts(found), [1, 1, 1, 1]);
    assert.equal(found.outcome, "failed");
    assert.deepEqual(found.rules, [{ name: "no-public-rdp" }, { name: "no-public-ssh" }]);
  });

  it("counts for a control the kinds of resources that it is about, not those of its rule's other controls", () => {
    const resources = [template("t"), instance("i")] as const;
    const said = saying([finding({ policy: "ec2-imdsv2", urn: resources[1].urn })]);
    const report = reportOn(fsbp, planWith(...resources), said);
    assert.deepEqual(counts(control(report, "EC2.170")), [0, 0, 0, 1]);
    assert.deepEqual(counts(control(report, "EC2.8")), [1, 0, 0, 1]);
    assert.equal(control(report, "AutoScaling.3").outcome, "no resource");
  });

  it("holds against a control no finding that is about others of the rule's", () => {
    const policy = resource("p", { type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy" });
    const about = { fsbp: ["IAM.7"], cis: ["2.9"] };
    const said = saying([finding({ policy: "iam-password-policy", urn: policy.urn, controls: about })]);
    const report = reportOn(cis, planWith(policy), said);
    assert.deepEqual([control(report, "2.8").outcome, control(report, "2.9").outcome], ["passed", "failed"]);
    assert.equal(control(reportOn(fsbp, planWith(policy), said), "IAM.7").outcome, "failed");
  });

  it("knows the older names of a type", () => {
    const balancer = resource("b", { type: "aws:alb/loadBalancer:LoadBalancer" });
    assert.deepEqual(counts(control(reportOn(fsbp, planWith(balancer), saying([])), "ELB.4")), [0, 0, 0, 1]);
  });

  it("leaves out what the program only reads", () => {
    const read = { ...group("theirs"), external: true };
    assert.equal(control(reportOn(cis, planWith(read), saying([])), "6.3").outcome, "no resource");
  });

  it("counts nothing for what a rule says of the stack as a whole", () => {
    const said = (verdict?: Finding["verdict"]) =>
      saying(verdict ? [finding({ policy: "access-analyzer", verdict })] : []);
    const outcomes = [undefined, "denied" as const, "undecided" as const].map((verdict) => {
      const { outcome, stack, resources } = control(reportOn(cis, planWith(), said(verdict)), "2.18");
      assert.deepEqual(Object.values(resources), [0, 0, 0, 0]);
      return [outcome, stack];
    });
    assert.deepEqual(outcomes, [
      ["no finding", "no finding"],
      ["failed", "failed"],
      ["undecided", "undecided"],
    ]);
  });

  it("lets a rule that is off decide nothing, and says so", () => {
    const plan = planWith(group("a"));
    const one = control(reportOn(cis, plan, saying([], ["no-public-ssh"])), "6.3");
    assert.deepEqual(one.rules, [{ name: "no-public-rdp" }, { name: "no-public-ssh", off: true }]);
    assert.deepEqual([one.outcome, counts(one)], ["passed", [0, 0, 0, 1]]);
    const none = control(reportOn(cis, plan, saying([], ["no-public-ssh", "no-public-rdp"])), "6.3");
    assert.deepEqual([none.outcome, counts(none)], ["off", [0, 0, 0, 0]]);
  });

  it("says what no plan can decide, what nobody decides yet, and what the standard does not list", () => {
    const report = reportOn(cis, planWith(), saying([]));
    assert.deepEqual([control(report, "2.5").outcome, control(report, "2.5").needs], ["no plan can decide", "account"]);
    assert.equal(control(report, "2.1.1").outcome, "no rule yet");
    const beside = control(reportOn(fsbp, planWith(), saying([])), "EC2.13");
    assert.deepEqual([beside.outcome, beside.outside], ["no resource", "other"]);
  });

  it("adds up", () => {
    const types = [...new Set(rules.flatMap((rule) => rule.subjects ?? rule.types))].filter(
      (type) => !type.endsWith("*"),
    );
    const named = rules.map(({ name }) => name);
    const stacks = fc
      .array(fc.constantFrom(...types), { maxLength: 12 })
      .map((list) => list.map((type, index) => resource(`r${index}`, { type })));
    const stories = stacks.chain((resources) =>
      fc.record({
        resources: fc.constant(resources),
        off: fc.subarray(named, { maxLength: 40 }),
        findings: fc.array(
          fc.record({
            policy: fc.constantFrom(...named),
            verdict: fc.constantFrom("denied" as const, "undecided" as const, "exempt" as const),
            urn: fc.constantFrom(undefined, ...resources.map(({ urn }) => urn)),
          }),
          { maxLength: 30 },
        ),
      }),
    );
    fc.assert(
      fc.property(stories, fc.constantFrom(...standards), ({ resources, off, findings }, standard) => {
        const said = findings.filter(({ policy }) => !off.includes(policy)).map((one) => finding(one));
        const report = reportOn(standard, planWith(...resources), saying(said, off));
        assert.deepEqual(
          report.controls.map(({ id }) => id),
          standard.controls.map(({ id }) => id),
        );
        const listed = report.controls.filter(({ outside }) => !outside);
        assert.equal(
          OUTCOMES.reduce((sum, outcome) => sum + report.sums[outcome], 0),
          listed.length,
        );
        for (const { outcome, rules: deciding, resources: counted, stack, needs } of report.controls) {
          const total = counted.failed + counted.undecided + counted.exempt + counted.passed;
          assert.ok(total <= resources.length);
          assert.equal(outcome === "no rule yet" || needs !== undefined, deciding.length === 0);
          assert.equal(outcome === "off", deciding.length > 0 && deciding.every((one) => one.off));
          assert.equal(outcome === "failed", counted.failed > 0 || stack === "failed");
          if (outcome === "passed" || outcome === "passed in part") assert.ok(counted.passed === total && total > 0);
          if (["off", "no rule yet", "no plan can decide", "no resource", "no finding"].includes(outcome)) {
            assert.equal(total, 0);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("a stack with faults", () => {
  const reported = async (standard: typeof cis, config: PackConfig = {}, environment: "dev" | "prod" = "prod") => {
    const plan = await record(faulty);
    const exemptions = [
      { policy: "s3-tls-only", resource: "logs", reason: "a test", approvedBy: "Ada", expires: "2027-01-31" },
    ];
    const pack = policies({ environment, exemptions, today: "2026-11-21" });
    return reportOn(standard, plan, await judge(plan, pack, config));
  };
  const bad = (report: StandardReport) =>
    report.controls
      .filter(({ outcome }) => ["failed", "undecided", "exempt"].includes(outcome))
      .map((one) => `${one.id} ${one.outcome} ${counts(one).join(" ")}`);

  it("fails the recommendations of CIS that it breaks, and no others", async () => {
    const report = await reported(cis);
    assert.deepEqual(bad(report), [
      "2.9 failed 1 0 0 0",
      "3.1.1 exempt 0 0 1 0",
      "3.1.4 failed 1 0 0 0",
      "4.7 failed 1 0 0 0",
      "4.10 failed 1 0 0 0",
      // The volume, and the password policy of an account that does not encrypt by default; the other volume passed.
      "6.1.1 failed 2 0 0 1",
      "6.3 failed 1 0 0 2",
      "6.4 failed 1 0 0 2",
    ]);
    const { failed, undecided, exempt, passed } = report.sums;
    assert.deepEqual([failed, undecided, exempt, passed], [7, 0, 1, 5]);
  });

  it("fails the controls of FSBP that it breaks, and no others", async () => {
    const report = await reported(fsbp);
    assert.deepEqual(bad(report), [
      "EC2.3 failed 1 0 0 1",
      "EC2.6 failed 1 0 0 0",
      "EC2.7 failed 1 0 0 0",
      "EC2.13 failed 1 0 0 2",
      "EC2.18 failed 1 0 0 2",
      "EC2.19 failed 1 0 0 2",
      "EC2.28 failed 2 0 0 0",
      "IAM.7 failed 1 0 0 0",
      "S3.5 exempt 0 0 1 0",
      "S3.8 failed 1 0 0 0",
      "S3.9 failed 1 0 0 0",
      "S3.13 failed 1 0 0 0",
      "S3.14 failed 1 0 0 0",
    ]);
    // EC2.13, EC2.28 and S3.14 are none of the standard's.
    assert.equal(report.sums.failed, 9);
  });

  it("counts nothing for what the environment or the pack's config turns off", async () => {
    assert.equal(control(await reported(fsbp, {}, "prod"), "KMS.3").outcome, "no resource");
    assert.equal(control(await reported(fsbp, {}, "dev"), "KMS.3").outcome, "off");
    const silenced = control(await reported(cis, { "no-public-ssh": "disabled" }), "6.3");
    assert.deepEqual([silenced.outcome, counts(silenced)], ["passed", [0, 0, 0, 3]]);
    const heard = control(await reported(cis, { "access-analyzer": "advisory" }), "2.18");
    assert.deepEqual([heard.outcome, heard.stack, counts(heard)], ["failed", "failed", [0, 0, 0, 0]]);
  });
});
