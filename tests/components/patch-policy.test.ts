import assert from "node:assert/strict";
import { PatchPolicy, type PatchPolicyArgs } from "../../components/patch-policy";
import { record } from "../../planner/record";

const make = (args: PatchPolicyArgs = {}, environment: "dev" | "prod" = "prod") =>
  record(() => new PatchPolicy("patches", args), { environment });

describe("PatchPolicy", () => {
  it("approves security patches and bug fixes of Amazon Linux after a week in prod, at once in dev", async () => {
    const prod = await make();
    const rule = (approveAfterDays: number, ...patchFilters: object[]) => ({
      patchFilters,
      complianceLevel: "HIGH",
      approveAfterDays,
    });
    const rules = (days: number) => [
      rule(days, { key: "CLASSIFICATION", values: ["Security"] }, { key: "SEVERITY", values: ["*"] }),
      rule(days, { key: "CLASSIFICATION", values: ["Bugfix"] }),
    ];
    assert.deepEqual(prod.get("patches-amazonLinux2023").inputs, {
      operatingSystem: "AMAZON_LINUX_2023",
      description: "Patches of AMAZON_LINUX_2023, by patches-amazonLinux2023",
      approvalRules: rules(7),
      tags: { Name: "patches-amazonLinux2023" },
    });
    assert.deepEqual((await make({}, "dev")).get("patches-amazonLinux2023").inputs.approvalRules, rules(0));
  });

  it("approves the patches of Ubuntu without a delay, for which it tells no dates, and those of Windows if told", async () => {
    const plan = await make({ operatingSystems: ["ubuntu", "windows"], approveAfterDays: 3 });
    assert.deepEqual(plan.names("aws:ssm/patchBaseline:PatchBaseline"), ["patches-ubuntu", "patches-windows"]);
    assert.deepEqual(plan.get("patches-ubuntu").inputs.approvalRules, [
      {
        patchFilters: [
          { key: "PRIORITY", values: ["*"] },
          { key: "SECTION", values: ["*"] },
        ],
        complianceLevel: "HIGH",
      },
    ]);
    assert.deepEqual(plan.get("patches-windows").inputs.approvalRules, [
      {
        patchFilters: [
          { key: "CLASSIFICATION", values: ["CriticalUpdates", "SecurityUpdates"] },
          { key: "MSRC_SEVERITY", values: ["*"] },
        ],
        complianceLevel: "HIGH",
        approveAfterDays: 3,
      },
    ]);
  });

  it("is for the servers that have its tag, whatever of these they run", async () => {
    const plan = await make({ patchGroup: "wikis" });
    for (const system of ["amazonLinux2023", "ubuntu"]) {
      const baselineId = plan.get(`patches-${system}`).id;
      assert.deepEqual(plan.get(`patches-${system}-group`).inputs, { baselineId, patchGroup: "wikis" });
    }
    assert.deepEqual(plan.get("patches-servers").inputs, {
      windowId: plan.get("patches-window").id,
      description: "The servers of patches",
      resourceType: "INSTANCE",
      targets: [{ key: "tag:PatchGroup", values: ["wikis"] }],
    });
    assert.deepEqual(plan.get("patches").outputs.instanceTags, { PatchGroup: "wikis" });
  });

  it("patches a quarter of them at once on Sunday night, until one fails, and says what it did", async () => {
    const plan = await make();
    const windowId = plan.get("patches-window").id;
    assert.deepEqual(plan.get("patches-window").inputs, {
      description: "Patches the servers of patches",
      schedule: "cron(0 3 ? * SUN *)",
      scheduleTimezone: "Etc/UTC",
      duration: 3,
      cutoff: 1,
      allowUnassociatedTargets: false,
      tags: { Name: "patches-window" },
    });
    assert.deepEqual(plan.get("patches-patch").inputs, {
      windowId,
      description: "Installs patches",
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 1,
      maxConcurrency: "25%",
      maxErrors: "0",
      cutoffBehavior: "CONTINUE_TASK",
      targets: [{ key: "WindowTargetIds", values: [plan.get("patches-servers").id] }],
      taskInvocationParameters: {
        runCommandParameters: {
          comment: "Patches of patches",
          documentVersion: "$DEFAULT",
          parameters: [
            { name: "Operation", values: ["Install"] },
            { name: "RebootOption", values: ["RebootIfNeeded"] },
          ],
          timeoutSeconds: 600,
          cloudwatchConfig: {
            cloudwatchLogGroupName: plan.get("patches-logs").outputs.name,
            cloudwatchOutputEnabled: true,
          },
        },
      },
    });
    assert.equal(plan.get("patches-logs").inputs.retentionInDays, 365);
    const { arn } = plan.get("patches-logs").outputs;
    assert.deepEqual(JSON.parse(String(plan.get("patches-log-policy").inputs.policy)).Statement, [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: `${arn}:*`,
      },
      {
        Effect: "Allow",
        Action: "logs:DescribeLogGroups",
        Resource: "arn:aws:logs:eu-west-1:123456789012:log-group:*",
      },
    ]);
  });

  it("only counts, restarts nothing and leaves patches out, if told, when it is told", async () => {
    const plan = await make({
      operation: "scan",
      reboot: "never",
      rejectedPatches: ["kernel"],
      maxConcurrency: 1,
      maxErrors: "10%",
      window: { recurrence: "30 2 * * 6", timeZone: "Europe/London", durationHours: 2, cutoffHours: 0 },
      logs: { retentionDays: 30 },
    });
    const { maxConcurrency, maxErrors, taskInvocationParameters } = plan.get("patches-patch").inputs;
    assert.deepEqual([maxConcurrency, maxErrors], ["1", "10%"]);
    assert.deepEqual(Object(taskInvocationParameters).runCommandParameters.parameters, [
      { name: "Operation", values: ["Scan"] },
      { name: "RebootOption", values: ["NoReboot"] },
    ]);
    const { schedule, scheduleTimezone, duration, cutoff } = plan.get("patches-window").inputs;
    assert.deepEqual([schedule, scheduleTimezone, duration, cutoff], ["cron(30 2 ? * SAT *)", "Europe/London", 2, 0]);
    const { rejectedPatches, rejectedPatchesAction } = plan.get("patches-ubuntu").inputs;
    assert.deepEqual([rejectedPatches, rejectedPatchesAction], [["kernel"], "BLOCK"]);
    assert.equal(plan.get("patches-logs").inputs.retentionInDays, 30);
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await make();
    assert.deepEqual(plan.get("patches").outputs, {
      instanceTags: { PatchGroup: "test-dev-patches" },
      logPolicyArn: plan.get("patches-log-policy").outputs.arn,
      windowId: plan.get("patches-window").id,
      baselineIds: {
        amazonLinux2023: plan.get("patches-amazonLinux2023").id,
        ubuntu: plan.get("patches-ubuntu").id,
      },
      logGroupName: plan.get("patches-logs").outputs.name,
    });
  });

  const long = "p".repeat(101);
  const refused: [string, PatchPolicyArgs][] = [
    ['patchGroup must be 1 to 256 letters, digits, spaces and any of _.:/=+-@, got "web*"', { patchGroup: "web*" }],
    ["operatingSystems must name one or more of amazonLinux2023, ubuntu, windows, got []", { operatingSystems: [] }],
    [
      'operatingSystems must name one or more of amazonLinux2023, ubuntu, windows, got ["macos"]',
      { operatingSystems: ["macos" as "ubuntu"] },
    ],
    ['operatingSystems must not repeat a value, got ["ubuntu","ubuntu"]', { operatingSystems: ["ubuntu", "ubuntu"] }],
    ["approveAfterDays must be a whole number of days between 0 and 360, got 361", { approveAfterDays: 361 }],
    ["rejectedPatches must be at most 50, got 51", { rejectedPatches: Array(51).fill("kernel") }],
    [`rejectedPatches must have 1 to 100 characters each, got "${long}"`, { rejectedPatches: [long] }],
    [
      'window.recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "sunday"',
      { window: { recurrence: "sunday" } },
    ],
    [
      'window.recurrence must name days of the month or of the week, not both, got "0 3 1 * 0"',
      { window: { recurrence: "0 3 1 * 0" } },
    ],
    [
      'window.timeZone must be an IANA time zone such as "Europe/London", got "London"',
      { window: { timeZone: "London" } },
    ],
    [
      "window.durationHours must be a whole number of hours between 1 and 24, got 25",
      { window: { durationHours: 25 } },
    ],
    [
      "window.cutoffHours must be a whole number of hours, 0 or more and less than durationHours (2), got 2",
      { window: { durationHours: 2, cutoffHours: 2 } },
    ],
    ['maxConcurrency must be a whole number, 1 or more, or "1%" to "100%", got 0', { maxConcurrency: 0 }],
    ['maxConcurrency must be a whole number, 1 or more, or "1%" to "100%", got "101%"', { maxConcurrency: "101%" }],
    ['maxErrors must be a whole number, 0 or more, or "0%" to "100%", got -1', { maxErrors: -1 }],
    [
      "logs.retentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42",
      { logs: { retentionDays: 42 } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 110)}`, () =>
      assert.rejects(make(args), { message: `patch policy "patches": ${sentence}` }));
  }
});
