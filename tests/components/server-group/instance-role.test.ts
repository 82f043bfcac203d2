import assert from "node:assert/strict";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

describe("the instance role of a web tier", () => {
  it("can be assumed by EC2 only, and lets Systems Manager in", async () => {
    const plan = await make();
    const role = plan.get("shop-role");
    assert.deepEqual(JSON.parse(String(role.inputs.assumeRolePolicy)), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    assert.deepEqual(plan.get("shop-profile").inputs, { role: role.outputs.name });
    assert.deepEqual(plan.names("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), ["shop-role-ssm"]);
    assert.deepEqual(plan.get("shop-role-ssm").inputs, {
      role: role.outputs.name,
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    });
  });

  it("has the policies that are named beside it", async () => {
    const plan = await make({ policyArns: { uploads: "arn:aws:iam::123456789012:policy/uploads" } });
    assert.deepEqual(plan.names("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), [
      "shop-role-ssm",
      "shop-role-uploads",
    ]);
    assert.deepEqual(plan.get("shop-role-uploads").inputs, {
      role: plan.get("shop-role").outputs.name,
      policyArn: "arn:aws:iam::123456789012:policy/uploads",
    });
  });

  it("uses the policies of its partition", async () => {
    const plan = await record(() => new WebTier("shop", { network, exposure: "internet", tls: "none" }), {
      region: "us-gov-west-1",
    });
    assert.equal(
      plan.get("shop-role-ssm").inputs.policyArn,
      "arn:aws-us-gov:iam::aws:policy/AmazonSSMManagedInstanceCore",
    );
  });

  it("refuses a policy that would take the place of Systems Manager's", () =>
    assert.rejects(make({ policyArns: { ssm: "arn:aws:iam::aws:policy/ReadOnlyAccess" } }), {
      message:
        'web tier "shop": policyArns must not use the names ssm and agent, which policies of AWS have, got "ssm"',
    }));
});
