import assert from "node:assert/strict";
import { type AccessGroupName, AccessGroups, type AccessGroupsArgs } from "../../components/access-groups";
import { record } from "../../planner/record";

const make = (args: AccessGroupsArgs = {}, region = "eu-west-1") =>
  record(() => new AccessGroups("people", args), { region });

const attachment = "aws:iam/groupPolicyAttachment:GroupPolicyAttachment";

describe("AccessGroups", () => {
  it("gives each group what AWS made for its work, and no group more", async () => {
    const plan = await make();
    const [mfa, operate] = [plan.get("people-mfa").outputs.arn, plan.get("people-operate").outputs.arn];
    const managed = (path: string) => `arn:aws:iam::aws:policy/${path}`;
    const view = managed("job-function/ViewOnlyAccess");
    const expected: Record<AccessGroupName, unknown[]> = {
      admin: [mfa, managed("AdministratorAccess")],
      developer: [mfa, view, operate],
      auditor: [mfa, managed("SecurityAudit"), view],
      billing: [mfa, managed("job-function/Billing")],
    };
    for (const [kind, policies] of Object.entries(expected)) {
      const group = plan.get(`people-${kind}`).outputs.name;
      const attached = plan.ofType(attachment).filter(({ inputs }) => inputs.group === group);
      assert.deepEqual(new Set(attached.map(({ inputs }) => inputs.policyArn)), new Set(policies), kind);
      assert.equal(attached.length, policies.length);
    }
  });

  it("gives nobody a right before the second factor is demanded", async () => {
    const plan = await make();
    for (const { name, dependencies } of plan.ofType(attachment)) {
      const [, kind, role] = name.split("-");
      if (role !== "mfa") assert.ok(dependencies.includes(plan.get(`people-${kind}-mfa`).urn), name);
    }
  });

  it("makes no user, no key and no membership", async () => {
    const plan = await make();
    const made = new Set(plan.resources.filter(({ custom }) => custom).map(({ type }) => type));
    made.delete("pulumi:providers:aws");
    assert.deepEqual(made, new Set(["aws:iam/group:Group", "aws:iam/policy:Policy", attachment]));
  });

  it("makes the groups that are named, and no policy that none of them needs", async () => {
    const plan = await make({ groups: ["auditor"] });
    assert.deepEqual(plan.names("aws:iam/group:Group"), ["people-auditor"]);
    assert.deepEqual(plan.names("aws:iam/policy:Policy"), ["people-mfa"]);
    assert.deepEqual(plan.get("people").outputs, { groupNames: { auditor: plan.get("people-auditor").outputs.name } });
  });

  it("speaks of the partition that it is in", async () => {
    const plan = await make({ groups: ["admin"] }, "cn-north-1");
    const { policyArn } = plan.get("people-admin-administrator").inputs;
    assert.equal(policyArn, "arn:aws-cn:iam::aws:policy/AdministratorAccess");
    assert.match(String(plan.get("people-mfa").inputs.policy), /"arn:aws-cn:iam::123456789012:mfa\/\*"/);
  });

  const refused: Record<string, [AccessGroupsArgs, string]> = {
    "no group": [{ groups: [] }, "groups must be one or more, each once, got []"],
    "a group twice": [{ groups: ["admin", "admin"] }, 'groups must be one or more, each once, got ["admin","admin"]'],
    "a group that it does not know": [
      { groups: ["root" as AccessGroupName] },
      'groups must be among admin, developer, auditor, billing, got "root"',
    ],
    "a tag of AWS's": [
      { developerTag: { key: "aws:cloudformation:stack-name", value: "shop" } },
      'developerTag must be a key and a value of letters, digits, spaces and _.:/=+-@, got {"key":"aws:cloudformation:stack-name","value":"shop"}',
    ],
    "a value that would match any tag": [
      { developerTag: { key: "Environment", value: "*" } },
      'developerTag must be a key and a value of letters, digits, spaces and _.:/=+-@, got {"key":"Environment","value":"*"}',
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.rejects(make(args), { message: `access groups "people": ${message}` }));
  }
});
