import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { argumentCheck } from "../../components/argument-checks";
import { type Calls, checkCalls, openCalls } from "../../components/private-call";
import { record } from "../../planner/record";

class Caller extends pulumi.ComponentResource {
  constructor(calls: Calls) {
    super("test:index:Caller", "caller");
    const check = argumentCheck(this, "caller", "caller");
    checkCalls(check, "calls", calls);
    const group = new aws.ec2.SecurityGroup("caller-sg", { vpcId: "vpc-1" }, { parent: this });
    openCalls("caller", group, calls, this);
  }
}

describe("a private call", () => {
  it("is a rule out of the caller's group and a rule into the callee's, both of the caller's", async () => {
    const plan = await record(() => new Caller({ orders: { securityGroupId: "sg-orders", port: 8080 } }));
    const port = { ipProtocol: "tcp", fromPort: 8080, toPort: 8080 };
    const caller = plan.get("caller-sg").id;
    assert.deepEqual(plan.get("caller-out-tcp-8080-orders").inputs, {
      ...port,
      securityGroupId: caller,
      referencedSecurityGroupId: "sg-orders",
      description: "Calls: tcp 8080 to group orders",
    });
    assert.deepEqual(plan.get("caller-orders-in-tcp-8080-caller").inputs, {
      ...port,
      securityGroupId: "sg-orders",
      referencedSecurityGroupId: caller,
      description: "Calls: tcp 8080 from group caller",
    });
  });

  it("opens nothing else", async () => {
    const plan = await record(() => new Caller({ orders: { securityGroupId: "sg-orders", port: 8080 } }));
    assert.equal(plan.resources.filter(({ type }) => type.startsWith("aws:vpc/")).length, 2);
  });

  const refused: [string, Calls, string][] = [
    [
      "a port that is none",
      { orders: { securityGroupId: "sg-1", port: 0 } },
      "calls.orders.port must be a whole number from 1 to 65535, got 0",
    ],
    [
      "a name that a rule cannot have",
      { "the orders": { securityGroupId: "sg-1", port: 80 } },
      'calls name must be 1 to 64 letters, digits and dashes, got "the orders"',
    ],
  ];
  for (const [title, calls, sentence] of refused) {
    it(`refuses ${title}`, () =>
      assert.rejects(
        record(() => new Caller(calls)),
        { message: `caller "caller": ${sentence}` },
      ));
  }
});
