import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const plan = (...set: string[]) => planned("account-baseline", undefined, ...set);
const refused = (set: string, message: RegExp | string) =>
  assert.rejects(plan(set), typeof message === "string" ? { message } : message);

/** What a setting may turn on beside the defaults. */
const everything = [
  "budget.filter={tag: {key: Project, values: [tierwork]}}",
  "budget.action={type: denyPolicy, groups: [developers], atPercent: 120}",
  "costWatch={monitor: new, impactUsd: 20, allocationTags: [Project], category: {tagKey: Project}}",
  "accessAnalyzer.unusedAccessDays=90",
  "savingsAdvice=enrolled",
  "guardRails={ebsEncryption: ownKey, allowedImages: {state: enabled, providers: [amazon]}, vpcBlockPublicAccess: block-bidirectional, cpuCredits: standard, containerInsights: enhanced, tagResourceAuthorization: on, imageScanning: basic}",
  "savingsPlans={compute: {plan: {type: compute}, hourlyCommitmentUsd: 0.5, termYears: 1, payment: {option: noUpfront}, confirmTotalUsd: 4380}}",
];

describe("the architecture account-baseline", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await plan();
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "account-baseline.plan.txt"), shown);
  });

  it("has no finding either with all that can be turned on, but what its administrators may", async () => {
    const { plan: made, judgement } = await plan(...everything);
    assert.deepEqual(
      (await judgement).findings.map(({ policy, verdict }) => `${verdict} ${policy}`),
      ["exempt iam-no-managed-admin"],
    );
    for (const type of [
      "aws:budgets/budgetAction:BudgetAction",
      "aws:costexplorer/costAllocationTag:CostAllocationTag",
      "aws:ebs/defaultKmsKey:DefaultKmsKey",
      "aws:savingsplans/savingsPlan:SavingsPlan",
    ]) {
      assert.notEqual(made.ofType(type).length, 0, type);
    }
  });

  it("needs no more than an amount and somebody who hears of it, and then keeps to the region of the stack", async () => {
    const settings = { budget: { amountUsd: 50 }, notify: { emails: ["ops@example.com"] } };
    const config = { "tierwork:architecture": "account-baseline", "tierwork:settings": JSON.stringify(settings) };
    const made = await record(() => createArchitecture(), { region: "eu-north-1", config });
    assert.equal(made.get("account-eu-north-1-ebs").inputs.region, "eu-north-1");
    assert.equal(made.ofType("aws:ebs/encryptionByDefault:EncryptionByDefault").length, 1);
    assert.deepEqual(Object.keys(made.outputs), ["budgetName", "groupNames"]);
  });

  it("tells the names of the groups, for whoever adds people to them", async () => {
    const { plan: made } = await plan();
    assert.deepEqual(Object.keys(made.outputs.groupNames as object).sort(), [
      "admin",
      "auditor",
      "billing",
      "developer",
    ]);
  });

  it("leaves out by name what an account does not want", async () => {
    const { plan: made } = await plan(
      "accessGroups=none",
      "passwordPolicy=unchanged",
      "guardRails.serialConsole=unchanged",
    );
    assert.deepEqual(made.names("aws:iam/group:Group"), []);
    assert.deepEqual(made.names("aws:iam/accountPasswordPolicy:AccountPasswordPolicy"), []);
    assert.deepEqual(made.names("aws:ec2/serialConsoleAccess:SerialConsoleAccess"), []);
  });

  describe("refuses in one sentence", () => {
    const sentences: Record<string, [string, RegExp | string]> = {
      "nobody who hears of costs": [
        "notify={}",
        'tierwork:settings.notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
      ],
      "an address that is none": [
        "notify.emails=[operations]",
        'tierwork:settings.notify.emails[0] must be an address such as "operations@example.com", got "operations"',
      ],
      "a topic by a wrong word": [
        "notify.topic=mine",
        'tierwork:settings.notify.topic must be "own" or a map with topicArn, got "mine"',
      ],
      "a percentage out of range": [
        "budget.alerts.actualPercent=[-1]",
        "tierwork:settings.budget.alerts.actualPercent must be more than 0 and at most 1000000 (percent), got -1",
      ],
      "a period that there is not": [
        "budget.period=weekly",
        'tierwork:settings.budget.period must be one of "daily", "monthly", "quarterly", "yearly", got "weekly"',
      ],
      "an action that there is not": [
        "budget.action={type: explode}",
        'tierwork:settings.budget.action.type must be one of "stopInstances", "denyPolicy", got "explode"',
      ],
      "a trigger that there is not": [
        "budget.action={type: denyPolicy, groups: [all], of: hope}",
        'tierwork:settings.budget.action.of must be one of "actual", "forecast", got "hope"',
      ],
      "an approval that there is not": [
        "budget.action={type: denyPolicy, groups: [all], approval: never}",
        'tierwork:settings.budget.action.approval must be one of "automatic", "manual", got "never"',
      ],
      "a monitor by a wrong word": [
        "costWatch.monitor=mine",
        'tierwork:settings.costWatch.monitor must be "new" or a map with monitorArn, got "mine"',
      ],
      "mails of the hour": [
        "costWatch={monitor: new, mails: hourly}",
        'tierwork:settings.costWatch.mails must be one of "daily", "weekly", got "hourly"',
      ],
      "groups by a wrong word": [
        "accessGroups=all",
        /tierwork:settings\.accessGroups must be "none" or a map .*got "all"$/,
      ],
      "a group that there is not": [
        "accessGroups.groups=[root]",
        /tierwork:settings\.accessGroups must be "none" or a map .*got \{"groups":\["root"\]\}$/,
      ],
      "passwords by a wrong word": [
        "passwordPolicy=weak",
        /tierwork:settings\.passwordPolicy must be "unchanged" or a map .*got "weak"$/,
      ],
      "an analyzer by a wrong word": [
        "accessAnalyzer=all",
        'tierwork:settings.accessAnalyzer must be "none" or a map with unusedAccessDays, got "all"',
      ],
      "buckets by a wrong word": [
        "s3PublicAccess=open",
        'tierwork:settings.s3PublicAccess must be one of "block", "unchanged", got "open"',
      ],
      "advice by a wrong word": [
        "savingsAdvice=please",
        'tierwork:settings.savingsAdvice must be one of "enrolled", "unchanged", got "please"',
      ],
      "metadata by a wrong word": [
        "guardRails.instanceMetadata=optional",
        'tierwork:settings.guardRails.instanceMetadata must be "unchanged" or a map with hopLimit, got "optional"',
      ],
      "a term that there is not": [
        "savingsPlans={a: {plan: {type: compute}, hourlyCommitmentUsd: 1, termYears: 2, payment: {option: noUpfront}, confirmTotalUsd: 1}}",
        "tierwork:settings.savingsPlans.a.termYears must be 1 or 3, got 2",
      ],
      "a plan that there is not": [
        "savingsPlans={a: {plan: {type: reserved}, hourlyCommitmentUsd: 1, termYears: 1, payment: {option: noUpfront}, confirmTotalUsd: 1}}",
        'tierwork:settings.savingsPlans.a.plan.type must be one of "compute", "ec2Instance", got "reserved"',
      ],
      "a payment that there is not": [
        "savingsPlans={a: {plan: {type: compute}, hourlyCommitmentUsd: 1, termYears: 1, payment: {option: later}, confirmTotalUsd: 1}}",
        'tierwork:settings.savingsPlans.a.payment.option must be one of "noUpfront", "partialUpfront", "allUpfront", got "later"',
      ],
      "a Savings Plan whose sum is not confirmed": [
        "savingsPlans={a: {plan: {type: compute}, hourlyCommitmentUsd: 1, termYears: 1, payment: {option: noUpfront}, confirmTotalUsd: 1}}",
        /settings\.savingsPlans\.a\.confirmTotalUsd must be 8760, the sum that is owed /,
      ],
      "Savings Plans without names": [
        "savingsPlans=yes",
        'tierwork:settings.savingsPlans must be a map of Savings Plans by name, got "yes"',
      ],
    };
    for (const [what, [set, message]] of Object.entries(sentences)) it(what, () => refused(set, message));

    const guards: Record<string, string> = {
      ebsEncryption: '"awsManagedKey", "ownKey", "unchanged"',
      snapshotBlockPublicAccess: '"block-all-sharing", "block-new-sharing", "unchanged"',
      imageBlockPublicAccess: '"block-new-sharing", "unchanged"',
      serialConsole: '"off", "unchanged"',
      vpcBlockPublicAccess: '"off", "block-ingress", "block-bidirectional"',
      cpuCredits: '"standard", "unlimited"',
      containerInsights: '"enhanced", "enabled", "disabled"',
      tagResourceAuthorization: '"on", "off"',
      imageScanning: '"basic", "enhanced"',
    };
    for (const [guard, words] of Object.entries(guards)) {
      it(`${guard} by a wrong word`, () =>
        refused(
          `guardRails.${guard}=maybe`,
          `tierwork:settings.guardRails.${guard} must be one of ${words}, got "maybe"`,
        ));
    }
  });
});
