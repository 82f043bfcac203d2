import assert from "node:assert/strict";
import fc from "fast-check";
import { rules } from "../../policies/catalogue";
import { policyOf } from "../../policies/policy";
import { canonicalType, tokensOf } from "../../policies/resource";
import type { Rule } from "../../policies/rule";
import { Run } from "../../policies/run";
import { controlsOf, decidersOf, standards } from "../../policies/standards";
import { byId } from "../../policies/standards/standard";
import { judgeBy } from "./judged";
import { examplesOf } from "./rule-examples";

const subjectsOf = ({ types, subjects = types }: Rule) => subjects;
const carrying = rules.filter(({ controls }) =>
  standards.some((standard) => controlsOf(standard, controls).length > 0),
);
const rule = (name: string) => rules.find((one) => one.name === name) ?? assert.fail(`no rule ${name}`);
const policy = (name: string) =>
  policyOf(rule(name), new Run({ environment: "prod", exemptions: [], today: "" }, rules));

for (const standard of standards) {
  const { key, controls } = standard;

  describe(`the standard ${standard.name}`, () => {
    it("has every id that a rule carries", () => {
      const ids = new Set(controls.map(({ id }) => id));
      const strange = rules.flatMap(({ name, controls: own }) =>
        (own[key] ?? []).filter((id) => !ids.has(id)).map((id) => `${name}: ${id}`),
      );
      assert.deepEqual(strange, []);
    });

    it("has its ids in their order, each once", () => {
      for (const [index, control] of controls.slice(1).entries()) {
        const before = controls[index];
        assert.ok(before && byId(before, control) < 0, `${before?.id} before ${control.id}`);
      }
    });

    it("says of no control that no plan can decide it while a rule does", () => {
      const both = controls.filter((control) => control.needs && decidersOf(standard, control, rules).length > 0);
      assert.deepEqual(both, []);
    });

    it("says where each control is from, and what it is called", () => {
      for (const { id, title, url } of controls) {
        assert.match(title, /^[A-Z].*[^.\s]$/, id);
        assert.match(url, /^https:\/\/(docs\.aws\.amazon\.com\/securityhub|www\.cisecurity\.org)\//, id);
      }
      assert.match(standard.source, /https:\/\/\S+.*\d{4}-\d{2}-\d{2}/);
    });

    it("keeps what it does not list itself, and what AWS relates, only of controls that rules decide", () => {
      for (const control of controls) {
        if (!control.outside && !control.related) continue;
        assert.ok(decidersOf(standard, control, rules).length > 0, control.id);
      }
    });

    it("narrows a control only to types that a rule of it is about", () => {
      for (const control of controls) {
        const types = decidersOf(standard, control, rules).flatMap(subjectsOf);
        assert.deepEqual(
          (control.about ?? []).filter((type) => !types.includes(type)),
          [],
          control.id,
        );
      }
    });
  });
}

describe("the standards", () => {
  it("are as long as their sources", () => {
    const lengths = standards.map(({ name, controls }) => [name, controls.filter(({ outside }) => !outside).length]);
    assert.deepEqual(Object.fromEntries(lengths), { fsbp: 335, "cis-7.0": 70 });
  });

  it("print related requirements as their own documents do", () => {
    const related = standards.flatMap(({ controls }) => controls.flatMap((control) => control.related ?? []));
    assert.ok(related.length > 100);
    for (const { nist, pci } of related) {
      for (const id of nist) assert.match(id, /^[A-Z]{2}-\d+(\(\d+\))?$/);
      for (const id of pci) assert.match(id, /^\d+(\.\d+)+$/);
      assert.equal(new Set([...nist, ...pci]).size, nist.length + pci.length);
    }
  });

  it("sort ids by their numbers, whatever order they come in", () => {
    const ids = standards.flatMap(({ controls }) => controls);
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), (some) => {
        const sorted = [...some].sort(byId);
        for (const [index, control] of sorted.slice(1).entries()) {
          assert.ok(byId(sorted[index] ?? control, control) <= 0);
        }
        assert.deepEqual([...some].reverse().sort(byId), sorted);
      }),
    );
    const mixed = [
      "EC2.10",
      "3.2.1",
      "2.10",
      "EC2.9",
      "ECR.1",
      "2.1.6",
      "2.9",
      "3.1.4",
      "2.2",
      "AC-17",
      "AC-4(21)",
      "AC-4",
    ].map((id) => ({ id }));
    assert.deepEqual(
      mixed.sort(byId).map(({ id }) => id),
      ["2.1.6", "2.2", "2.9", "2.10", "3.1.4", "3.2.1", "AC-4", "AC-4(21)", "AC-17", "EC2.9", "EC2.10", "ECR.1"],
    );
  });
});

describe("a rule with a control", () => {
  it("is narrower than none but those that it carries", () => {
    for (const { name, narrower = {}, controls } of rules) {
      const own = standards.flatMap(({ key }) => controls[key] ?? []);
      assert.deepEqual(
        Object.keys(narrower).filter((id) => !own.includes(id)),
        [],
        name,
      );
    }
  });

  for (const carrier of carrying) {
    it(`${carrier.name} is about what it denies`, async () => {
      const said = await Promise.all(examplesOf(carrier).denied.map((example) => judgeBy(carrier, example, "state")));
      const types = said.flat().map(({ urn }) => (urn === undefined ? "the stack" : typeOf(urn)));
      const subjects = subjectsOf(carrier);
      const { has } = tokensOf(subjects);
      assert.ok(types.some(subjects.length > 0 ? has : (type) => type === "the stack"), [...new Set(types)].join(", "));
    });
  }
});

describe("a policy with controls", () => {
  it("belongs to the AWS standard, with its ids and titles", () => {
    assert.deepEqual(policy("efs-encrypted").framework, {
      name: "AWS Foundational Security Best Practices",
      version: "1.0.0",
      reference: "EFS.1, EFS.8",
      specification:
        "Elastic File System should be configured to encrypt file data at-rest using AWS KMS; EFS file systems should be encrypted at rest",
    });
  });

  it("belongs to the benchmark where no AWS standard lists it, and to none where none does", () => {
    assert.equal(policy("peering-routes-least-access").framework?.reference, "6.6");
    assert.equal(policy("kms-rotation").framework?.reference, "4.6");
    assert.equal(policy("eip-attached").framework, undefined);
    assert.equal(policy("required-tags").framework, undefined);
  });

  it("names all of its controls in its tags, each with whose it is", () => {
    assert.deepEqual(policy("no-public-ssh").tags, [
      "Security Hub EC2.13",
      "FSBP EC2.18",
      "FSBP EC2.19",
      "CIS 7.0 6.3",
      "CIS 7.0 6.4",
    ]);
  });
});

function typeOf(urn: string): string {
  return canonicalType(urn.split("::")[2]?.split("$").at(-1) ?? "");
}
