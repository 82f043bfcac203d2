import assert from "node:assert/strict";
import * as fc from "fast-check";
import { AccessGroups } from "../../../components/access-groups";
import { record } from "../../../planner/record";
import { decision } from "./decision";

const self = "arn:aws:iam::123456789012:user/alice";
const other = "arn:aws:iam::123456789012:user/bob";
const device = "arn:aws:iam::123456789012:mfa/alices-phone";
const everything = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });

const withFactor = { "aws:MultiFactorAuthPresent": "true" };
/** A session without a second factor says so; a request signed with an access key alone says nothing. */
const without: Readonly<Record<string, string>>[] = [{ "aws:MultiFactorAuthPresent": "false" }, {}];

const setUp: [action: string, resource: string][] = [
  ["iam:CreateVirtualMFADevice", device],
  ["iam:EnableMFADevice", self],
  ["iam:ListMFADevices", self],
  ["iam:GetMFADevice", self],
  ["iam:ResyncMFADevice", self],
  ["iam:GetUser", self],
  ["iam:ListVirtualMFADevices", "*"],
];

describe("the policy of the second factor", () => {
  let policy = "";
  before(async () => {
    const plan = await record(() => new AccessGroups("people"));
    policy = String(plan.get("people-mfa").inputs.policy);
  });

  it("lets a user set up a second factor without having one", () => {
    for (const context of without) {
      for (const [action, resource] of setUp) {
        assert.equal(decision([policy], { action, resource, context }), "allowed", action);
      }
    }
  });

  it("lets nobody set up, or take away, the factor of somebody else", () => {
    for (const action of ["EnableMFADevice", "DeactivateMFADevice", "ResyncMFADevice"].map((name) => `iam:${name}`)) {
      assert.equal(decision([policy], { action, resource: other, context: withFactor }), "not allowed", action);
    }
  });

  it("lets nobody take a factor away, or change a password, who has not shown a factor", () => {
    for (const action of ["iam:DeactivateMFADevice", "iam:ChangePassword"]) {
      for (const context of without) {
        assert.equal(decision([policy, everything], { action, resource: self, context }), "denied", action);
      }
      assert.equal(decision([policy], { action, resource: self, context: withFactor }), "allowed", action);
    }
  });

  it("denies all else without a factor, whatever other policies allow, and nothing with one", () => {
    const exempt = ["sts:GetSessionToken", ...setUp.map(([action]) => action)];
    const name = fc.stringMatching(/^[a-z]{2,12}:[A-Z][A-Za-z]{1,20}$/);
    const real = fc.constantFrom("iam:CreateAccessKey", "iam:CreateUser", "ec2:RunInstances", "sts:AssumeRole");
    fc.assert(
      fc.property(fc.oneof(name, real), fc.constantFrom(self, other, "*"), (action, resource) => {
        fc.pre(!exempt.includes(action));
        for (const context of without) {
          assert.equal(decision([policy, everything], { action, resource, context }), "denied");
        }
        assert.equal(decision([policy, everything], { action, resource, context: withFactor }), "allowed");
      }),
    );
  });
});
