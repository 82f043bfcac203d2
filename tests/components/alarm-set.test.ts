import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet } from "../../components/alarm-set";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

const base = { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 0 };

function make(topicArn: string | undefined, build: (alarms: AlarmSet) => void, region?: string): Promise<Plan> {
  return record(() => {
    const parent = new pulumi.ComponentResource("tierwork:test:Shop", "shop");
    const alarms = new AlarmSet("shop", parent, topicArn, region);
    build(alarms);
    return { arns: alarms.arns };
  });
}

describe("AlarmSet", () => {
  it("tells a topic as an alarm goes on and as it goes off", async () => {
    const plan = await make("arn:topic", (alarms) => void alarms.alarm("slow", base));
    assert.deepEqual(plan.get("shop-slow").inputs, { ...base, alarmActions: ["arn:topic"], okActions: ["arn:topic"] });
    assert.equal(plan.get("shop-slow").parent, plan.get("shop").urn);
  });

  it("tells nobody where nobody is named", async () => {
    const plan = await make(undefined, (alarms) => {
      alarms.part("broken", base);
      alarms.alarm("slow", base);
      alarms.down();
    });
    assert.deepEqual(plan.get("shop-slow").inputs, base);
    assert.equal(plan.get("shop-down").inputs.alarmActions, undefined);
  });

  it("tells once of an outage, whichever of its parts notice it, in their region", async () => {
    const build = (alarms: AlarmSet) => {
      alarms.part("broken", base);
      alarms.part("unwell", base);
      alarms.down();
    };
    const plan = await make("arn:topic", build, "us-east-1");
    assert.deepEqual(plan.get("shop-broken").inputs, { ...base, region: "us-east-1" });
    assert.deepEqual(plan.get("shop-down").inputs, {
      alarmName: "test-dev-shop-down",
      alarmDescription: "shop is down: who uses it sees errors, or what serves it is unwell",
      alarmRule: `ALARM("${plan.get("shop-broken").outputs.name}") OR ALARM("${plan.get("shop-unwell").outputs.name}")`,
      alarmActions: ["arn:topic"],
      okActions: ["arn:topic"],
      region: "us-east-1",
    });
    assert.deepEqual(
      plan.outputs.arns,
      ["shop-down", "shop-broken", "shop-unwell"].map((name) => plan.get(name).outputs.arn),
    );
  });

  it("makes no alarm of no parts", async () => {
    const plan = await make("arn:topic", (alarms) => alarms.down());
    assert.deepEqual(plan.ofType("aws:cloudwatch/compositeAlarm:CompositeAlarm"), []);
  });
});
