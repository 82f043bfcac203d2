import assert from "node:assert/strict";
import fc from "fast-check";
import { openStatements, type Statement, statementsOf } from "../../../policies/facts/policy-statements";
import { UNKNOWN } from "../../../policies/facts/value";

function statements(policy: unknown): readonly Statement[] {
  const read = statementsOf(policy);
  assert(read !== UNKNOWN);
  return read;
}

describe("the statements of a policy", () => {
  const statement = {
    Sid: "Read",
    Effect: "Allow",
    Principal: { AWS: ["111122223333", "*"], Service: "delivery.logs.amazonaws.com" },
    Action: ["s3:GetObject", "S3:List*"],
    Resource: "arn:aws:s3:::shop/*",
    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, Bool: { "aws:SecureTransport": false } },
  };

  it("are read from JSON and from objects, one or many", () => {
    const policy = { Version: "2012-10-17", Statement: [statement] };
    const read: readonly Statement[] = [
      {
        place: "Statement[0] (Read)",
        effect: "Allow",
        principals: [
          { kind: "AWS", id: "111122223333" },
          { kind: "AWS", id: "*" },
          { kind: "Service", id: "delivery.logs.amazonaws.com" },
        ],
        notPrincipals: undefined,
        actions: ["s3:getobject", "s3:list*"],
        notActions: undefined,
        resources: ["arn:aws:s3:::shop/*"],
        notResources: undefined,
        conditions: [
          { operator: "stringequals", key: "aws:sourceaccount", values: ["111122223333"] },
          { operator: "bool", key: "aws:securetransport", values: ["false"] },
        ],
      },
    ];
    for (const spelling of [policy, { ...policy, Statement: statement }]) {
      assert.deepEqual(statements(spelling), read);
      assert.deepEqual(statements(JSON.stringify(spelling)), read);
    }
  });

  it("keep what they leave out", () => {
    const [read] = statements({
      Statement: { Effect: "Deny", NotPrincipal: { Federated: "a" }, NotAction: "iam:*", NotResource: ["b"] },
    });
    assert.deepEqual(read, {
      place: "Statement[0]",
      effect: "Deny",
      principals: undefined,
      notPrincipals: [{ kind: "Federated", id: "a" }],
      actions: undefined,
      notActions: ["iam:*"],
      resources: undefined,
      notResources: ["b"],
      conditions: [],
    });
  });

  it("are none where there is no policy, or what AWS refuses", () => {
    for (const policy of [undefined, null, "", "{", "[]", "null", 7, {}, { Statement: [] }]) {
      assert.deepEqual(statements(policy), []);
    }
  });

  it("are unknown as a whole, or field by field", () => {
    assert.equal(statementsOf(UNKNOWN), UNKNOWN);
    assert.equal(statementsOf({ Statement: UNKNOWN }), UNKNOWN);
    const [first, second] = statements({
      Statement: [
        {
          Effect: UNKNOWN,
          Principal: { AWS: UNKNOWN, Service: ["a", UNKNOWN] },
          Action: UNKNOWN,
          Resource: ["b", UNKNOWN],
          Condition: { Bool: UNKNOWN, StringEquals: { "aws:SourceArn": UNKNOWN } },
        },
        { Effect: "Allow", Principal: UNKNOWN, Condition: UNKNOWN },
      ],
    });
    assert.equal(first?.effect, UNKNOWN);
    assert.deepEqual(first?.principals, [
      { kind: "AWS", id: UNKNOWN },
      { kind: "Service", id: "a" },
      { kind: "Service", id: UNKNOWN },
    ]);
    assert.deepEqual(first?.actions, [UNKNOWN]);
    assert.deepEqual(first?.resources, ["b", UNKNOWN]);
    assert.deepEqual(first?.conditions, [
      { operator: "bool", key: UNKNOWN, values: [UNKNOWN] },
      { operator: "stringequals", key: "aws:sourcearn", values: [UNKNOWN] },
    ]);
    assert.deepEqual(second?.principals, [{ kind: UNKNOWN, id: UNKNOWN }]);
    assert.deepEqual(second?.conditions, [{ operator: UNKNOWN, key: UNKNOWN, values: [UNKNOWN] }]);
  });

  it("are the same from JSON as from the object, whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const policy = { Statement: [value, statement] };
        assert.deepEqual(statementsOf(JSON.stringify(policy)), statementsOf(policy));
      }),
    );
  });
});

describe("the open statements of a policy", () => {
  const places = (policy: unknown, keys?: readonly string[]) => {
    const open = openStatements(policy, keys);
    return open === UNKNOWN ? UNKNOWN : open.map(({ place }) => place);
  };
  const allow = (rest: object) => ({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", ...rest });
  const when = (test: string, key: string, value: unknown) => allow({ Condition: { [test]: { [key]: value } } });

  it("are those that allow everyone, or all but a few", () => {
    const policy = {
      Statement: [
        allow({ Sid: "A" }),
        allow({ Principal: { AWS: ["arn:aws:iam::1:root", "*"] } }),
        { ...allow({ NotPrincipal: { AWS: "arn:aws:iam::1:root" } }), Principal: undefined },
        allow({ Principal: { Service: "logs.amazonaws.com" } }),
        allow({ Effect: "Deny" }),
      ],
    };
    assert.deepEqual(places(policy), ["Statement[0] (A)", "Statement[1]", "Statement[2]"]);
  });

  it("are not narrowed by what may be absent, must differ, or matches anything", () => {
    for (const open of [
      when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-1"),
      when("ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-1"),
      when("StringNotEquals", "aws:PrincipalOrgID", "o-1"),
      when("StringLike", "aws:PrincipalArn", "*"),
      when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "0.0.0.0/0"]),
      when("StringEquals", "aws:UserAgent", "secret"),
    ]) {
      assert.deepEqual(places({ Statement: open }), ["Statement[0]"], JSON.stringify(open));
    }
  });

  it("are narrowed by a key that names somebody, and by no other when the keys are given", () => {
    const byOrganisation = { Statement: when("StringEquals", "AWS:principalorgid", "o-1") };
    assert.deepEqual(places(byOrganisation), []);
    assert.deepEqual(places(byOrganisation, ["aws:SourceVpce"]), ["Statement[0]"]);
    assert.deepEqual(places({ Statement: when("StringEquals", "aws:SourceVpce", "vpce-1") }, ["aws:SourceVpce"]), []);
  });

  it("are unknown while the effect, the principal or a condition is, unless another is open for certain", () => {
    for (const vague of [
      allow({ Effect: UNKNOWN }),
      allow({ Principal: UNKNOWN }),
      allow({ Principal: { AWS: UNKNOWN } }),
      allow({ Condition: UNKNOWN }),
      when("StringEquals", "aws:SourceArn", UNKNOWN),
      UNKNOWN,
    ]) {
      assert.equal(places({ Statement: [vague] }), UNKNOWN);
      assert.deepEqual(places({ Statement: [vague, allow({})] }), ["Statement[1]"]);
    }
    assert.deepEqual(places({ Statement: allow({ Effect: "Deny", Principal: UNKNOWN }) }), []);
  });
});
