import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FORMATS } from "../../../planner/output";
import { command, programs } from "../command";
import { folderWith } from "../folder";
import { policiesPack } from "./pack-folder-of";

describe("the command, judging by another pack", () => {
  it("prints what that pack says instead of the one here, in every format and without secrets", async () => {
    const { folder } = policiesPack(`[{
      name: "tell", description: "Is told.", enforcementLevel: "mandatory", severity: "high", url: "https://example.com/tell",
      validateResource: ({ type, props }, report) => {
        console.log("sees", props);
        if (type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule") report(JSON.stringify(props));
      },
    }]`);
    const out = folderWith({});
    const outputs = FORMATS.flatMap((format) => ["--format", format, "--out", join(out, format)]);
    const told = await command(join(programs, "shop"), ["-s", "prod", "--policies", folder, ...outputs]);
    assert.equal(told.code, 1);
    const file = (format: string) => readFileSync(join(out, format), "utf8");
    assert.match(file("text"), /\n +mandatory house\/tell \(high\) .*index\.ts:22\n +Is told\./);
    assert.match(file("text"), /\nJudged by 1 policy: 1 mandatory, 0 advisory/);
    assert.match(file("markdown"), /\[<code>house\/tell<\/code>\]\(https:\/\/example\.com\/tell\)/);
    assert.match(file("junit"), /<testsuite name="house\/tell" tests="1" failures="1"/);
    const [{ tool, results }] = JSON.parse(file("sarif")).runs;
    assert.deepEqual(
      [tool.driver.rules[0].id, results[0].ruleId, results[0].level],
      ["house/tell", "house/tell", "error"],
    );
    const { findings, policies } = JSON.parse(file("json")).tierwork;
    assert.deepEqual([policies, findings[0].policy, findings[0].severity], [1, "house/tell", "high"]);
    assert.match(told.stderr, /^the program prints\n(.*\n)*sees \{/);
    for (const text of [told.stdout, told.stderr, ...FORMATS.map(file)]) assert.doesNotMatch(text, /a value to hide/);
  });
});
