import assert from "node:assert/strict";
import { identityPolicies } from "../../../policies/facts/identity-policies";
import { UNKNOWN } from "../../../policies/facts/value";

describe("the policies of a resource that say what somebody may do", () => {
  const of = (type: string, props: Record<string, unknown>, name = "web") =>
    identityPolicies({ urn: "urn", name, type, token: type, props, opts: {} as never });

  it("are where each type has them", () => {
    assert.deepEqual(of("aws:iam/rolePolicy:RolePolicy", { policy: "{}" }), {
      policies: [{ property: "policy", policy: "{}" }],
      unknownLists: [],
    });
    assert.deepEqual(of("aws:iam/role:Role", { inlinePolicies: [{ policy: "a" }, { name: "b" }, { policy: "c" }] }), {
      policies: [
        { property: "inlinePolicies[0].policy", policy: "a" },
        { property: "inlinePolicies[2].policy", policy: "c" },
      ],
      unknownLists: [],
    });
    assert.deepEqual(of("aws:iam/role:Role", { inlinePolicies: UNKNOWN }).unknownLists, ["inlinePolicies"]);
    assert.deepEqual(of("aws:sns/topic:Topic", { policy: "{}" }).policies, []);
  });

  it("are none of a managed policy that is called a boundary", () => {
    const type = "aws:iam/policy:Policy";
    for (const [name, props] of [
      ["team-boundary", { policy: "{}" }],
      ["team", { policy: "{}", name: "DeveloperBoundary" }],
    ] as const) {
      assert.deepEqual(of(type, props, name).policies, [], name);
    }
    assert.equal(of(type, { policy: "{}", name: "Boundless" }).policies.length, 1);
    assert.equal(of("aws:iam/rolePolicy:RolePolicy", { policy: "{}" }, "boundary").policies.length, 1);
  });
});
