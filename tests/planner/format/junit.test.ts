import assert from "node:assert/strict";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { JudgingPolicy } from "../../../planner/finding";
import { junit } from "../../../planner/format/junit";
import type { Report } from "../../../planner/report";
import { finding, judgementWith, planWith, reportWith, resource } from "../reports";

interface Test {
  readonly name: string;
  readonly classname: string;
  readonly file?: string;
  readonly line?: string;
  readonly failure?: Outcome;
  readonly skipped?: Outcome;
}
interface Outcome {
  readonly message: string;
  readonly type: string;
  readonly "#text": string;
}
interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly skipped: string;
  readonly testcase: Test[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => name === "testcase" || name === "testsuite",
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: true,
});

function parsed(report: Report) {
  const written = junit(report);
  assert.equal(XMLValidator.validate(written), true);
  const { testsuites } = parser.parse(written) as { testsuites: Omit<Suite, "testcase"> & { testsuite: Suite[] } };
  return testsuites;
}

const suite = (report: Report, name: string) => {
  const found = parsed(report).testsuite.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

const plan = planWith(resource("a", { position: { file: "index.ts", line: 7, column: 3 } }), resource("b"));
const { urn } = resource("a");

describe("JUnit", () => {
  it("has a suite for every policy that ran, and one passing test for each that said nothing", () => {
    const { testsuite, ...totals } = parsed(reportWith(plan, judgementWith(finding({ urn }))));
    assert.deepEqual(
      testsuite.map(({ name, tests }) => [name, tests]),
      [
        ["rule", "1"],
        ["silent", "1"],
      ],
    );
    assert.deepEqual(totals, { name: "shop/dev", tests: "2", failures: "1", errors: "0", skipped: "0" });
    assert.deepEqual(testsuite[1]?.testcase, [{ name: "every resource", classname: "shop.dev.silent" }]);
  });

  it("fails where the deployment is refused, and skips with a message what is advice, undecided or exempt", () => {
    const judgement = judgementWith(
      finding({ urn }),
      finding({ urn, level: "advisory" }),
      finding({ urn, level: "advisory", verdict: "undecided" }),
      finding({ urn, level: "advisory", verdict: "exempt" }),
    );
    const { testcase, failures, skipped } = suite(reportWith(plan, judgement), "rule");
    assert.deepEqual(
      testcase.map(({ failure, skipped: left }) => failure?.message ?? left?.message),
      ["mandatory: Wrong.", "advisory: Wrong.", "undecided: Wrong.", "exempt: Wrong."],
    );
    assert.deepEqual([failures, skipped], ["1", "3"]);
    assert.ok(testcase[0]?.failure && testcase[1]?.skipped);
  });

  it("says of a finding what it says, where, and how to mend it", () => {
    const policy: JudgingPolicy = {
      name: "rule",
      description: "x",
      level: "mandatory",
      severity: "high",
      remediationSteps: "Mend it.",
      url: "https://example.com",
    };
    const said = finding({ urn, message: "First.\nSecond." });
    const [test] = suite(reportWith(plan, { ...judgementWith(said), policies: [policy] }), "rule").testcase;
    assert.deepEqual(test, {
      name: "aws.sns.Topic a",
      classname: "shop.dev.rule",
      file: "infra/index.ts",
      line: "7",
      failure: {
        message: "mandatory: First.",
        type: "mandatory, high",
        "#text": `First.\nSecond.\n${urn}\nHow to mend it: Mend it.\nMore: https://example.com`,
      },
    });
  });

  it("gives each test of a suite a name of its own", () => {
    const judgement = judgementWith(finding({ urn }), finding({ urn, message: "Also." }), finding());
    const { testcase } = suite(reportWith(plan, judgement), "rule");
    assert.deepEqual(
      testcase.map(({ name }) => name),
      ["aws.sns.Topic a", "aws.sns.Topic a (2)", "the stack"],
    );
    assert.equal(testcase[2]?.file, "infra/Pulumi.dev.yaml");
  });

  it("is XML whatever names and messages hold, and says the same", () => {
    const odd = fc.oneof(
      fc.array(fc.oneof(fc.nat(0xa0), fc.nat(0xffff))).map((codes) => String.fromCharCode(...codes)),
      fc.constantFrom("]]>", "<a b='c'>&amp;", "\u0000\u0008\ufffe\ud800"),
    );
    fc.assert(
      fc.property(odd, odd, (name, message) => {
        const report = reportWith(
          planWith(resource(name)),
          judgementWith(finding({ urn: resource(name).urn, message })),
        );
        const written = junit(report);
        // https://www.w3.org/TR/xml/#charsets
        assert.match(written, /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        assert.equal(XMLValidator.validate(written), true);
      }),
    );
    const text = suite(reportWith(plan, judgementWith(finding({ urn, message: "<b>&amp; ]]> \u0007 🙂" }))), "rule");
    assert.ok(text.testcase[0]?.failure?.["#text"].startsWith("<b>&amp; ]]> \\x07 🙂\n"));
  });
});
