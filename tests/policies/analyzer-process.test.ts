import assert from "node:assert/strict";
import { EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import { type Context, policies, rules } from "../../policies/catalogue";
import type { Example, Examples } from "../../policies/examples";
import { policyOf } from "../../policies/policy";
import type { Rule } from "../../policies/rule";
import { Run } from "../../policies/run";
import { judge, withSettings } from "./judged";
import { Pack } from "./pack-process";
import { analyzeRequests } from "./requests";

const levels = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
};

/** The rule that ends a run: it takes account of what the others could not decide. */
const lastOfAll = "unknowns-budget";

const today = new Date().toISOString().slice(0, 10);
const nextMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const reason = { reason: "holds public data only", approvedBy: "Ada", expires: nextMonth };
const exemptions = [
  { policy: "ebs-encrypted", resource: "dat*", ...reason },
  { policy: "no-public-ssh", resource: "*", ...reason },
  { policy: "no-such-policy", resource: "*", ...reason },
];

/**
 * The examples that a process of its own could judge otherwise than `examples.test.ts` has judged all of them: what
 * depends on what the pack is told, and of the rest one that is denied and one that is undecided, for the way there.
 */
function telling({ denied, allowed, undecided }: Examples): Example[] {
  const told = [...denied, ...allowed, ...undecided].filter(
    ({ settings, config, exemptions, environment }) => settings ?? config ?? exemptions ?? environment,
  );
  return [...new Set([...denied.slice(0, 1), ...undecided.slice(0, 1), ...told])];
}

function levelOf(rule: Rule, environment: Context["environment"]): EnforcementLevel {
  return levels[typeof rule.level === "string" ? rule.level : rule.level[environment]];
}

describe("the pack as a process of its own", () => {
  const all = rules.map((rule) => {
    const { examples } = require(`../../policies/rules/${rule.name}.examples`) as { examples: Examples };
    return { rule, examples };
  });
  const running = new Map<"dev" | "prod", Pack>();
  const pack = (environment: "dev" | "prod"): Pack => {
    const found = running.get(environment);
    assert(found);
    return found;
  };
  // The stack file of dev has the exemptions, that of prod says nothing at all.
  const contexts: Record<"dev" | "prod", Context> = {
    dev: { environment: "dev", exemptions, today },
    prod: { environment: "prod", exemptions: [], today },
  };

  before(async () => {
    const config = { "tierwork:environment": "dev", "tierwork:exemptions": JSON.stringify(exemptions) };
    const started = [
      Pack.start(config).then((dev) => running.set("dev", dev)),
      Pack.start({}).then((prod) => running.set("prod", prod)),
    ];
    for (const outcome of await Promise.allSettled(started)) if (outcome.status === "rejected") throw outcome.reason;
  });
  after(() => {
    for (const process of running.values()) process.stop();
  });

  for (const environment of ["dev", "prod"] as const) {
    it(`tells the engine what its policies are in ${environment}`, async () => {
      const info = await pack(environment).info();
      assert.equal(info.getName(), "tierwork");
      assert.equal(info.getVersion(), "0.1.0");
      assert(info.getSupportsconfig());
      const served = info.getPoliciesList().map((policy) => ({
        name: policy.getName(),
        level: policy.getEnforcementlevel(),
        severity: policy.getSeverity(),
        settings: Object.keys(policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {}).sort(),
      }));
      const expected = rules.map((rule) => ({
        name: rule.name,
        level: levelOf(rule, environment),
        severity: PolicySeverity[`POLICY_SEVERITY_${rule.severity.toUpperCase()}` as keyof typeof PolicySeverity],
        settings: ["exemptions", ...Object.keys(rule.settings ?? {})].sort(),
      }));
      assert.deepEqual(served, expected);
    });
  }

  for (const { rule, examples } of all) {
    it(`says of the examples of ${rule.name} what the catalogue says`, async () => {
      for (const example of telling(examples)) {
        const { environment = "prod", settings, config } = example;
        const stated: Record<string, object> = { ...config, ...(settings && { [rule.name]: settings }) };
        // Of most examples the rule speaks alone, or all the others would be asked a thousand times.
        const isAlone = example.exemptions === undefined && config === undefined;
        const levelFor = (one: Rule) => {
          const own = levelOf(one, environment);
          if (one !== rule) return isAlone && one.name !== lastOfAll ? EnforcementLevel.DISABLED : own;
          return own === EnforcementLevel.DISABLED ? EnforcementLevel.ADVISORY : own;
        };
        const configured = rules.map((one) => [one.name, { level: levelFor(one), settings: stated[one.name] }]);
        await pack(environment).configure(Object.fromEntries(configured));
        // To make all policies for each example would take most of this test's time.
        const run = new Run(contexts[environment], rules);
        const asked = rules.filter((one) => !isAlone || one === rule || one.name === lastOfAll);
        const switchedOn = asked
          .map((one) => policyOf(one, run))
          .map((policy) =>
            policy.name === rule.name && policy.enforcementLevel === "disabled"
              ? { ...policy, enforcementLevel: "advisory" as const }
              : policy,
          );
        const expected = await judge(
          withSettings(switchedOn, (name) => ({ ...stated[name] })),
          example,
          "preview",
        );
        assert.deepEqual(await pack(environment).judge(example, "preview"), expected, example.title);
      }
    });
  }

  it("judges a stack with all of its rules at once as the catalogue does", async () => {
    const resources = Object.assign({}, ...all.slice(0, 40).map(({ examples }) => examples.denied[0]?.resources));
    const example: Example = { title: "many resources", resources };
    await pack("prod").configure({});
    const expected = await judge(policies(contexts.prod), example, "preview");
    assert.ok(new Set(expected.map(({ policy }) => policy)).size > 40);
    assert.deepEqual(await pack("prod").judge(example, "preview"), expected);
  });

  it("takes exemptions and environment from the stack's configuration", async () => {
    const volume = { type: "aws:ebs/volume:Volume", props: { size: 8 } };
    const example: Example = { title: "an exempt volume", resources: { data: volume, other: volume } };
    await pack("dev").configure({});
    const found = await pack("dev").judge(example, "preview");
    const of = (policy: string) => found.filter((finding) => finding.policy === policy);
    assert.deepEqual(
      of("ebs-encrypted").map(({ level, message }) => [level, /Exempt: .*/.exec(message)?.[0]]),
      [
        ["advisory", `Exempt: accepted until ${nextMonth} by Ada: holds public data only.`],
        ["mandatory", undefined],
      ],
    );
    assert.deepEqual(
      of("required-tags").map(({ level }) => level),
      ["advisory", "advisory"],
    );
    assert.match(of("exemption-has-reason")[0]?.message ?? "", /there is no policy "no-such-policy"/);
    assert.match(of("exemption-not-for-critical")[0]?.message ?? "", /no-public-ssh on \*/);
  });

  it("mends what its config says to remediate", async () => {
    const fixable = all.filter(({ rule }) => rule.remediate);
    assert(fixable.length > 0);
    for (const { rule, examples } of fixable) {
      for (const example of examples.denied) {
        const remediate = { level: EnforcementLevel.REMEDIATE, settings: example.settings };
        await pack("prod").configure({ [rule.name]: remediate });
        const switchedOn = policies(contexts.prod).map((policy) =>
          policy.name === rule.name ? { ...policy, enforcementLevel: "mandatory" as const } : policy,
        );
        const expected = withSettings(switchedOn, () => ({ ...example.settings }));
        const denied = (await judge(expected, example, "preview")).filter(({ policy }) => policy === rule.name);
        const mended = [];
        for (const request of analyzeRequests(example, "preview")) {
          const [first, ...others] = (await pack("prod").remediate(request)).getRemediationsList();
          if (!first) continue;
          assert.deepEqual([first.getPolicyname(), first.getDiagnostic(), others], [rule.name, "", []]);
          assert.notDeepEqual(first.getProperties()?.toJavaScript(), request.getProperties()?.toJavaScript());
          mended.push(request.getUrn());
        }
        const { beyondRemedy = [], remediedAnyway = [] } = example;
        const named = (urn: string | undefined) => urn?.split("::").at(-1) ?? "";
        const expectedNames = [...new Set([...denied.map(({ urn }) => named(urn)), ...remediedAnyway])];
        // Of what is beyond remedy a part may be mended.
        const certain = (names: string[]) => names.filter((name) => !beyondRemedy.includes(name)).sort();
        assert.deepEqual(certain(mended.map(named)), certain(expectedNames), example.title);
      }
    }
  });
});
