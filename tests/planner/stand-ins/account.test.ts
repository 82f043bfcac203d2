import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../../planner/record";

describe("stand-ins of an account's settings and costs", () => {
  it("find by its region what a region has once", async () => {
    const plan = await record(() => {
      new aws.ebs.EncryptionByDefault("here");
      new aws.ebs.EncryptionByDefault("there", { region: "us-east-1" });
      new aws.ec2.VpcBlockPublicAccessOptions("gateways", { internetGatewayBlockMode: "off" });
    });
    assert.deepEqual([plan.get("here").id, plan.get("there").id], ["eu-west-1", "us-east-1"]);
    const { awsAccountId, awsRegion } = plan.get("gateways").outputs;
    assert.deepEqual([awsAccountId, awsRegion], ["123456789012", "eu-west-1"]);
  });

  it("name budgets and their actions as AWS Budgets does", async () => {
    const plan = await record(() => {
      const budget = new aws.budgets.Budget("shop", { budgetType: "COST", timeUnit: "MONTHLY" });
      new aws.budgets.BudgetAction("act", {
        budgetName: budget.name,
        actionType: "APPLY_IAM_POLICY",
        approvalModel: "MANUAL",
        notificationType: "ACTUAL",
        executionRoleArn: "arn:aws:iam::123456789012:role/budgets",
        actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 },
        definition: { iamActionDefinition: { policyArn: "arn:aws:iam::aws:policy/AWSDenyAll", groups: ["all"] } },
        subscribers: [{ subscriptionType: "EMAIL", address: "ops@example.com" }],
      });
    });
    const { id, outputs } = plan.get("shop");
    assert.equal(id, `123456789012:${outputs.name}`);
    assert.equal(outputs.arn, `arn:aws:budgets::123456789012:budget/${outputs.name}`);
    const action = plan.get("act").outputs;
    assert.equal(action.arn, `${outputs.arn}/action/${action.actionId}`);
  });

  it("give monitors, categories and Savings Plans ARNs of no region", async () => {
    const plan = await record(() => {
      new aws.costexplorer.AnomalyMonitor("monitor", { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" });
      new aws.savingsplans.SavingsPlan("plan", { savingsPlanOfferingId: "0ff11e", commitment: "1" });
    });
    assert.match(String(plan.get("monitor").id), /^arn:aws:ce::123456789012:anomalymonitor\/0ff11e/);
    const { savingsPlanArn, savingsPlanId } = plan.get("plan").outputs;
    assert.equal(savingsPlanArn, `arn:aws:savingsplans::123456789012:savingsplan/${savingsPlanId}`);
  });

  it("offer one Savings Plan for each question, and the same for the same", async () => {
    const offer = async (planType: string) => {
      const plan = await record(() => {
        const { offerings } = aws.savingsplans.getOfferingsOutput({ planTypes: [planType] });
        return { ids: pulumi.output(offerings).apply((all) => all.map(({ offeringId }) => offeringId)) };
      });
      return plan.outputs.ids;
    };
    const compute = await offer("Compute");
    assert.equal((compute as unknown[]).length, 1);
    assert.deepEqual(await offer("Compute"), compute);
    assert.notDeepEqual(await offer("EC2Instance"), compute);
  });

  it("say of passwords whether they end", async () => {
    const expires = async (maxPasswordAge?: number) => {
      const plan = await record(() => new aws.iam.AccountPasswordPolicy("passwords", { maxPasswordAge }));
      return plan.get("passwords").outputs.expirePasswords;
    };
    assert.deepEqual([await expires(90), await expires()], [true, false]);
  });

  it("name groups and analyzers", async () => {
    const plan = await record(() => {
      new aws.iam.Group("people");
      new aws.accessanalyzer.Analyzer("outside", { analyzerName: "outside", region: "us-east-1" });
    });
    const { arn, name } = plan.get("people").outputs;
    assert.equal(arn, `arn:aws:iam::123456789012:group/${name}`);
    assert.equal(plan.get("outside").outputs.arn, "arn:aws:access-analyzer:us-east-1:123456789012:analyzer/outside");
  });
});
