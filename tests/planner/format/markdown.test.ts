import assert from "node:assert/strict";
import fc from "fast-check";
import { markdown } from "../../../planner/format/markdown";
import type { Report } from "../../../planner/report";
import { secret } from "../../../planner/wire";
import { baseOf, finding, judgementWith, planWith, reportWith, resource } from "../reports";

const plan = planWith(
  resource("a", { position: { file: "index.ts", line: 7, column: 3 }, inputs: { displayName: "old" } }),
);
const { urn } = resource("a");
const exempt = finding({
  policy: "granted",
  urn,
  level: "advisory",
  verdict: "exempt",
  message: 'aws.sns.Topic "a": wrong. Exempt: accepted by Ada: a trial.',
});
const undecided = finding({ policy: "open", urn, level: "advisory", verdict: "undecided", message: "Not known." });

/** The rows of all tables, as their cells. */
const rows = (written: string) =>
  written
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) => line.slice(2, -2).split(" | "));

/** Without what is in fences and in inline code: what is Markdown. */
const outside = (written: string) =>
  written.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, "").replace(/<code>[^<]*(?:<br>[^<]*)*<\/code>/g, "");

const anything = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    "a|b",
    "```",
    "`",
    "\n| x |\n",
    "<img src=x>",
    "@team",
    "#1",
    "</details>",
    "\\|",
    "https://evil.example",
    "-->",
  ),
);

describe("Markdown", () => {
  it("begins with the mark of its stack and the verdict", () => {
    const refused = markdown(reportWith(plan, judgementWith(finding({ urn }))));
    assert.equal(
      refused.split("\n").slice(0, 5).join("\n"),
      `<!-- tierwork plan: shop/dev -->
### ❌ Refused: <code>shop/dev</code>

**1 mandatory, 0 advisory, 0 undecided, 0 exempt**, judged by 2 policies, in <code>eu-west-1</code>.
To create: 1 resource in 0 components.`,
    );
    assert.match(markdown(reportWith(plan)), /^<!-- .+ -->\n### ✅ Allowed: /);
  });

  it("says what is wrong, then what is undecided and what is exempt, and folds the plan", () => {
    const violation = finding({ urn, severity: "high", message: 'aws.sns.Topic "a": it is wrong.' });
    const written = markdown(reportWith(plan, judgementWith(violation, undecided, exempt)));
    assert.equal(
      written.slice(written.indexOf("\n#### ")),
      `
#### Violations: 1

| verdict | policy | resource | what it says | where |
| --- | --- | --- | --- | --- |
| 🛑 mandatory (high) | <code>rule</code> | <code>aws.sns.Topic a</code> | <code>it is wrong.</code> | <code>infra/index.ts:7</code> |

#### Undecided: 1

| verdict | policy | resource | what it says | where |
| --- | --- | --- | --- | --- |
| ❔ undecided | <code>open</code> | <code>aws.sns.Topic a</code> | <code>Not known.</code> | <code>infra/index.ts:7</code> |

#### Exempt: 1

| verdict | policy | resource | what it says | where |
| --- | --- | --- | --- | --- |
| 🔓 exempt | <code>granted</code> | <code>aws.sns.Topic a</code> | <code>wrong.</code><br>Exempt: <code>accepted by Ada: a trial.</code> | <code>infra/index.ts:7</code> |

<details><summary>To create: 1 resource in 0 components</summary>

\`\`\`
└─ aws.sns.Topic a
\`\`\`

</details>
`,
    );
  });

  it("says against a base first what is new, then what was so before, and what is fixed and changed", () => {
    const [old, fixed, fresh] = [finding({ urn }), finding({ policy: "gone" }), finding({ policy: "fresh", urn })];
    const before = planWith(resource("a", { inputs: { displayName: "older" } }), resource("b"));
    const base = baseOf(before, judgementWith(old, fixed));
    const written = markdown(reportWith(plan, judgementWith(fresh, old, undecided), { base }));
    assert.match(written, /^Against the base: 0 added, 1 changed, 1 removed\.$/m);
    assert.match(written, /^New: 1 mandatory, 0 advisory, 1 undecided, 0 exempt; fixed: 1\.$/m);
    assert.deepEqual(
      [...written.matchAll(/^#### (.+)$/gm)].map(([, title]) => title),
      ["New: 2", "As on the base: 1", "Fixed: 1"],
    );
    assert.match(
      written,
      /<summary>Changes: 0 added, 1 changed, 1 removed<\/summary>\n\n```diff\n- aws\.sns\.Topic b\n! aws\.sns\.Topic a\n {4}displayName: "older" → "old"\n```\n/,
    );
  });

  it("shows twenty properties of a resource, and says how many more have changed", () => {
    const inputs = (value: number) => Object.fromEntries(Array.from({ length: 25 }, (_, key) => [`p${key}`, value]));
    const base = baseOf(planWith(resource("a", { inputs: inputs(1) })));
    const written = markdown(reportWith(planWith(resource("a", { inputs: inputs(2) })), judgementWith(), { base }));
    assert.equal(written.match(/: 1 → 2$/gm)?.length, 20);
    assert.match(written, /^ {4}… and 5 more properties$/m);
  });

  it("says that a state has no findings to compare", () => {
    const { findings: _, ...base } = baseOf(plan);
    const written = markdown(reportWith(plan, judgementWith(finding({ urn })), { base }));
    assert.match(written, /^The base is a state, which has no findings to compare\.$/m);
    assert.match(written, /^#### Violations: 1$/m);
    assert.doesNotMatch(written, /<details>/);
  });

  it("tells of notes and remediations, without secrets", () => {
    const remediations = [{ policy: "remedy", urn, changes: { on: true, hidden: secret("hush-hush") } }];
    const judgement = { ...judgementWith(), remediations };
    const written = markdown(reportWith(plan, judgement, { notes: ["quote 1.10"] }));
    assert.match(written, /^- <code>quote 1\.10<\/code>$/m);
    assert.match(
      written,
      /^\| <code>remedy<\/code> \| <code>aws\.sns\.Topic a<\/code> \| <code>\{"on":true,"hidden":"&#91;secret&#93;"\}<\/code> \|$/m,
    );
  });

  it("leaves out whole rows from the least important end, and says how many", () => {
    const many = planWith(...Array.from({ length: 3000 }, (_, index) => resource(`topic-${index}`)));
    const findings = many.resources.slice(1).map((one) => finding({ urn: one.urn, message: "x".repeat(100) }));
    const written = markdown(reportWith(many, judgementWith(...findings, exempt)));
    assert.ok(written.length <= 65_000 && written.length > 64_000);
    const shown = rows(written).filter(([verdict]) => verdict?.startsWith("🛑")).length;
    assert.ok(shown > 100);
    assert.match(written, new RegExp(`^\\*… and ${3000 - shown} more, left out for the length of a comment\\*$`, "m"));
    assert.match(written, /^\*… and 1 more, left out for the length of a comment\*$/m);
    assert.match(written, /^… and 3000 more, left out for the length of a comment$/m);
  });

  it("has inert text alone, and tables and fences that hold, whatever names and messages are", () => {
    fc.assert(
      fc.property(anything, anything, anything, (name, message, value) => {
        const one = resource(name, { inputs: { [name]: value } });
        const said = finding({ urn: one.urn, message, level: "advisory" });
        const judgement = judgementWith(said, { ...said, verdict: "exempt", message: `${message} Exempt: ${value}` });
        const base = baseOf(planWith(resource(name)));
        const reports: Report[] = [
          reportWith(planWith(one), judgement, { notes: [message], region: value }),
          reportWith(planWith(one), judgement, { base }),
        ];
        for (const written of reports.map(markdown)) {
          const lines = written.split("\n").filter((line) => line.startsWith("| "));
          for (const line of lines) assert.equal(line.split("|").length, 7, line);
          const rest = outside(written).split("\n").slice(1).join("\n");
          assert.doesNotMatch(rest.replace(/<\/?(?:details|summary|br)>/g, ""), /[<>@`\\]|#\d|evil/);
          assert.equal(rest.match(/<details>/g)?.length, rest.match(/<\/details>/g)?.length);
        }
      }),
    );
  });

  it("never is longer than a comment may be", () => {
    const count = fc.nat({ max: 400 });
    fc.assert(
      fc.property(count, count, fc.nat({ max: 3000 }), (resources, findings, length) => {
        const long = "|".repeat(length);
        const many = planWith(...Array.from({ length: resources }, (_, index) => resource(`${index}${long}`)));
        const said = Array.from({ length: findings }, (_, index) => finding({ policy: `p${index}`, message: long }));
        const written = markdown(reportWith(many, judgementWith(...said), { notes: [long, long] }));
        assert.ok(written.length <= 65_000);
        assert.ok(written.endsWith("</details>\n") || resources === 0);
      }),
      { numRuns: 25 },
    );
  });
});
