import assert from "node:assert/strict";
import { AccountBaseline, type AccountBaselineArgs } from "../../components/account-baseline";
import { record } from "../../planner/record";

const base: AccountBaselineArgs = {
  regions: ["eu-west-1", "us-east-1"],
  budget: { amountUsd: 100 },
  notify: { emails: ["ops@example.com"] },
};
const make = (args: Partial<AccountBaselineArgs> = {}, name = "account") =>
  record(() => {
    new AccountBaseline(name, { ...base, ...args });
  });

const guards = [
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
];

describe("AccountBaseline", () => {
  it("sets in each region what holds for all that is made there", async () => {
    const plan = await make();
    for (const region of base.regions) {
      const inputs = (role: string) => plan.get(`account-${region}-${role}`).inputs;
      assert.deepEqual(inputs("ebs"), { enabled: true, region });
      assert.deepEqual(inputs("snapshots"), { state: "block-all-sharing", region });
      assert.deepEqual(inputs("images"), { state: "block-new-sharing", region });
      assert.deepEqual(inputs("metadata"), { httpTokens: "required", httpPutResponseHopLimit: 2, region });
      assert.deepEqual(inputs("serial-console"), { enabled: false, region });
    }
    for (const guard of guards) assert.equal(plan.ofType(guard).length, base.regions.length, guard);
  });

  it("sets once what the account has once", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("account-buckets").inputs, {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    assert.deepEqual(plan.get("account-passwords").inputs, {
      minimumPasswordLength: 14,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      hardExpiry: false,
    });
    assert.equal(plan.ofType("aws:iam/group:Group").length, 4);
    assert.equal(plan.ofType("aws:budgets/budget:Budget").length, 1);
  });

  it("opens nothing when it is taken away, or a setting is", async () => {
    const plan = await make({
      guardRails: { vpcBlockPublicAccess: "block-ingress", cpuCredits: "standard", imageScanning: "basic" },
    });
    const settings = [
      ...guards,
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
      "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
      "aws:ec2/defaultCreditSpecification:DefaultCreditSpecification",
      "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
    ];
    for (const type of settings) {
      assert.notEqual(plan.ofType(type).length, 0, type);
      for (const { name, options } of plan.ofType(type)) assert.equal(options.retainOnDelete, true, name);
    }
  });

  it("looks in each region for what outsiders can reach, and for unused access once, if told", async () => {
    const plan = await make({ accessAnalyzer: { unusedAccessDays: 60 } });
    assert.deepEqual(plan.get("account-us-east-1-external-access").inputs, {
      analyzerName: "account-external-access",
      type: "ACCOUNT",
      region: "us-east-1",
      tags: { Name: "account-us-east-1-external-access" },
    });
    assert.deepEqual(plan.get("account-unused-access").inputs, {
      analyzerName: "account-unused-access",
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: 60 } },
      region: "eu-west-1",
      tags: { Name: "account-unused-access" },
    });
    assert.equal((await make()).ofType("aws:accessanalyzer/analyzer:Analyzer").length, 2);
  });

  it("leaves alone what it is told to leave alone", async () => {
    const plan = await make({
      accessGroups: "none",
      passwordPolicy: "unchanged",
      accessAnalyzer: "none",
      s3PublicAccess: "unchanged",
      guardRails: {
        ebsEncryption: "unchanged",
        snapshotBlockPublicAccess: "unchanged",
        imageBlockPublicAccess: "unchanged",
        instanceMetadata: "unchanged",
        serialConsole: "unchanged",
      },
    });
    const made = plan.resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
    assert.deepEqual(
      made.map(({ name }) => name),
      ["account-budget-budget"],
    );
    assert.deepEqual(plan.get("account").outputs.groupNames, {});
  });

  it("tells budget and watch to one topic", async () => {
    const chat = { type: "slack", workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } as const;
    const plan = await make({ notify: { topic: "own", chat }, costWatch: { monitor: "new" } });
    // An account can set up a channel once.
    assert.equal(plan.ofType("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration").length, 1);
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), ["account-topic-topic"]);
    const topicArn = plan.get("account-topic-topic").outputs.arn;
    const [alert] = plan.get("account-budget-budget").inputs.notifications as Record<string, unknown>[];
    assert.deepEqual(alert?.subscriberSnsTopicArns, [topicArn]);
    assert.deepEqual(plan.get("account-costs-alerts").inputs.subscribers, [{ type: "SNS", address: topicArn }]);
    assert.equal(plan.get("account").outputs.costTopicArn, topicArn);
  });

  it("watches for anomalies only if told, and buys Savings Plans only by name", async () => {
    const none = await make();
    assert.deepEqual(none.names("aws:costexplorer/anomalyMonitor:AnomalyMonitor"), []);
    assert.deepEqual(none.names("aws:savingsplans/savingsPlan:SavingsPlan"), []);
    const plan = await make({
      savingsPlans: {
        "2027": {
          plan: { type: "compute" },
          hourlyCommitmentUsd: 1,
          termYears: 1,
          payment: { option: "noUpfront" },
          confirmTotalUsd: 8760,
        },
      },
    });
    assert.deepEqual(plan.names("aws:savingsplans/savingsPlan:SavingsPlan"), ["account-2027-plan"]);
    assert.equal(plan.get("account-2027-plan").options.protect, true);
  });

  it("lets AWS look for what could cost less only if told, in this account alone", async () => {
    assert.deepEqual((await make()).names("aws:computeoptimizer/enrollmentStatus:EnrollmentStatus"), []);
    const plan = await make({ savingsAdvice: "enrolled" });
    const optimizer = plan.get("account-compute-optimizer");
    assert.deepEqual(optimizer.inputs, { status: "Active", includeMemberAccounts: false });
    const hub = plan.get("account-cost-hub");
    assert.deepEqual(hub.inputs, { includeMemberAccounts: false });
    assert.ok(hub.dependencies.includes(optimizer.urn));
  });

  it("leaves no part to guess at", () => {
    // @ts-expect-error nobody would hear of the budget
    const unheard: AccountBaselineArgs = { regions: ["eu-west-1"], budget: { amountUsd: 100 } };
    // @ts-expect-error whose monitor?
    const unwatched: AccountBaselineArgs = { ...base, costWatch: {} };
    // @ts-expect-error a Savings Plan has no default
    const bought: AccountBaselineArgs = { ...base, savingsPlans: { compute: { plan: { type: "compute" } } } };
    assert.equal(new Set([unheard, unwatched, bought]).size, 3);
  });

  it("takes other words for passwords", async () => {
    const words = { minimumLength: 20, reusePrevention: 5, maxAgeDays: "never" } as const;
    const { inputs } = (await make({ passwordPolicy: words })).get("account-passwords");
    assert.deepEqual(
      [inputs.minimumPasswordLength, inputs.passwordReusePrevention, inputs.maxPasswordAge],
      [20, 5, undefined],
    );
  });

  const passwords = (argument: string, range: string, got: unknown) =>
    `passwordPolicy.${argument} must be a whole number from ${range}, got ${got}`;
  const refused: Record<string, [Partial<AccountBaselineArgs>, string]> = {
    "no region": [{ regions: [] }, "regions must name at least one region, got []"],
    "what is no region": [{ regions: ["Ireland"] }, 'regions must be regions such as "eu-west-1", got "Ireland"'],
    "a region twice": [
      { regions: ["eu-west-1", "eu-west-1"] },
      'regions must not repeat a region, got ["eu-west-1","eu-west-1"]',
    ],
    "a budget that nobody hears of": [
      { notify: {} },
      'notify must name at least one e-mail address, a topic or a chat: else nobody hears of it, got {"emails":[]}',
    ],
    "short passwords": [{ passwordPolicy: { minimumLength: 7 } }, passwords("minimumLength", "8 to 128", 7)],
    "passwords longer than AWS takes": [
      { passwordPolicy: { minimumLength: 129 } },
      passwords("minimumLength", "8 to 128", 129),
    ],
    "a longer memory than AWS has": [
      { passwordPolicy: { reusePrevention: 25 } },
      passwords("reusePrevention", "1 to 24", 25),
    ],
    "no memory": [{ passwordPolicy: { reusePrevention: 0 } }, passwords("reusePrevention", "1 to 24", 0)],
    "passwords of no day": [{ passwordPolicy: { maxAgeDays: 0 } }, passwords("maxAgeDays", "1 to 1095", 0)],
    "passwords of half days": [{ passwordPolicy: { maxAgeDays: 1.5 } }, passwords("maxAgeDays", "1 to 1095", 1.5)],
    "unused access of no day": [
      { accessAnalyzer: { unusedAccessDays: 0 } },
      "accessAnalyzer.unusedAccessDays must be a whole number from 1 to 365, got 0",
    ],
    "unused access of more than a year": [
      { accessAnalyzer: { unusedAccessDays: 366 } },
      "accessAnalyzer.unusedAccessDays must be a whole number from 1 to 365, got 366",
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.rejects(make(args), { message: `account baseline "account": ${message}` }));
  }

  it("refuses a name that an analyzer cannot have", () =>
    assert.rejects(make({}, "2027"), {
      message:
        'account baseline "2027": name must begin with a letter and be letters, digits, _, . and - (access analyzer), got "2027"',
    }));
});
