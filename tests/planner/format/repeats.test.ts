import assert from "node:assert/strict";
import type { Finding } from "../../../planner/finding";
import { repeats } from "../../../planner/format/repeats";

const on = (name: string, rest: Partial<Finding> = {}): Finding => ({
  policy: "vpc-flow-logs",
  level: "advisory",
  verdict: "denied",
  urn: `urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::${name}`,
  message: `aws.ec2.Vpc "${name}": it has no flow log.`,
  ...rest,
});

describe("findings that say the same", () => {
  it("are gathered, without the resource that each begins with", () => {
    const [a, b] = [on("a"), on("b")];
    assert.deepEqual(repeats([a, b]), [{ findings: [a, b], rest: "it has no flow log." }]);
  });

  it("are not gathered when they differ in policy, level, verdict, severity or words", () => {
    const others: Partial<Finding>[] = [
      { policy: "another" },
      { level: "mandatory" },
      { verdict: "exempt" },
      { severity: "high" },
      { message: 'aws.ec2.Vpc "b": it has another fault.' },
    ];
    for (const other of others) assert.equal(repeats([on("a"), on("b", other)]).length, 2);
  });

  it("keep the whole sentence of a policy that does not begin with the resource, or speaks of the stack", () => {
    const said = repeats([on("a", { message: "no good" }), on("b", { urn: undefined, message: "too many" })]);
    assert.deepEqual(
      said.map(({ rest }) => rest),
      ["no good", "too many"],
    );
  });

  it("stand in the order of their firsts", () => {
    const found = [on("a"), on("b", { policy: "z" }), on("c")];
    assert.deepEqual(
      repeats(found).map(({ findings }) => findings.map(({ urn }) => urn?.split("::").at(-1))),
      [["a", "c"], ["b"]],
    );
  });
});
