import assert from "node:assert/strict";
import { join } from "node:path";
import type { Judgement } from "../../../planner/finding";
import { judge } from "../../../planner/judge";
import { type Judging, judgeByPacks } from "../../../planner/packs/judge-by-packs";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";
import { withoutSecretMarks } from "../../../planner/wire";
import { folderWith } from "../folder";
import { KINDS, program } from "../policy-kinds";
import { packOf, policiesPack } from "./pack-folder-of";

const judging: Judging = { config: { "shop:owner": "Ada" }, timeoutSeconds: 60, print: () => {} };
const one = (name: string, code: string) =>
  `{ name: "${name}", description: "${name} is wanted.", enforcementLevel: "mandatory", validateResource: ${code} }`;

/** What does not depend on who asks: everything but the pack's name. */
function comparable({ policies, findings, remediations }: Judgement, pack = "") {
  const own = <T extends { policy: string }>(said: T) => ({ ...said, policy: said.policy.slice(pack.length) });
  const sorted = (list: object[]) => list.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort();
  return {
    policies: sorted(
      policies.map(({ tags = [], ...policy }) => ({ ...policy, tags, name: policy.name.slice(pack.length) })),
    ),
    findings: sorted(findings.map(own)),
    remediations: remediations.map(own).map((done) => ({ ...done, changes: withoutSecretMarks(done.changes) })),
  };
}

describe("judgeByPacks", () => {
  let plan: Plan;
  before(async () => {
    plan = await record(program);
  });

  it("says what the planner says that judges with the same policies itself", async () => {
    const kinds = JSON.stringify(join(__dirname, "../policy-kinds.ts"));
    const pack = packOf(
      `require(${JSON.stringify(require.resolve("tsx/cjs"))});
      const { PolicyPack } = require("@pulumi/policy");
      new PolicyPack("kinds", { policies: Object.values(require(${kinds}).KINDS) });`,
    );
    const theirs = await judgeByPacks(plan, [pack], judging);
    assert.deepEqual(comparable(theirs, "kinds/"), comparable(await judge(plan, Object.values(KINDS))));
    assert.doesNotMatch(JSON.stringify(theirs.findings), /hush/);
    const said = theirs.findings.filter(({ verdict }) => verdict === "undecided").map(({ policy }) => policy);
    assert.deepEqual([...new Set(said)].sort(), ["kinds/blind", "kinds/curious", "kinds/curious-stack"]);
  });

  it("gives every pack its config, and the stack's, and lets one judge what another has remediated", async () => {
    const mends = policiesPack(
      `[{ name: "mend", description: "d", enforcementLevel: "remediate", configSchema: { properties: { name: { type: "string", default: "x" } } },
        remediateResource: ({ type, props, getConfig }) => type === "aws:sns/topic:Topic" ? { ...props, kmsMasterKeyId: getConfig().name } : undefined }]`,
      "mends",
    );
    const reads = policiesPack(
      `[${one(
        "read",
        `({ type, props, getConfig }, report) => type === "aws:sns/topic:Topic" && report([props.kmsMasterKeyId, getConfig().size,
          process.env.PULUMI_NODEJS_PROJECT, new (require("@pulumi/pulumi").Config)("shop").get("owner")].join(" "))`,
      )}, ${one("off", "() => { throw 1; }")}]`.replace(
        '"mandatory"',
        '"mandatory", configSchema: { properties: { size: { type: "number" } } }',
      ),
      "reads",
    );
    const configs = folderWith({
      "mends.json": '{ "mend": { "name": "key" } }',
      "reads.json": '{ "all": "disabled", "read": { "enforcementLevel": "advisory", "size": 3 } }',
    });
    const packs = [
      { ...mends, configFile: { path: join(configs, "mends.json"), called: "mends.json" } },
      { ...reads, configFile: { path: join(configs, "reads.json"), called: "reads.json" } },
    ];
    const { policies, findings, remediations } = await judgeByPacks(plan, packs, judging);
    assert.deepEqual(
      policies.map(({ name, level }) => [name, level]),
      [
        ["mends/mend", "mandatory"],
        ["reads/read", "advisory"],
      ],
    );
    const [{ urn } = { urn: "" }] = plan.ofType("aws:sns/topic:Topic");
    assert.deepEqual(findings, [
      { policy: "reads/read", level: "advisory", verdict: "denied", message: "read is wanted.\nkey 3 test Ada", urn },
    ]);
    assert.deepEqual(remediations, [{ policy: "mends/mend", urn, changes: { kmsMasterKeyId: "key" } }]);
  });
});
