import assert from "node:assert/strict";
import { type OffHours, readOffHours } from "../../components/off-hours";
import { ServerGroup, type ServerGroupArgs } from "../../components/server-group";
import { record } from "../../planner/record";
import { plain, shop } from "./container-service/shop";
import { wiki } from "./server/server";

const night: OffHours = { timeZone: "Europe/London", from: "19:00", to: "07:00" };

/** The moments of off-hours, in dev. */
async function moments(offHours: Partial<OffHours>) {
  let read: ReturnType<typeof readOffHours>;
  await record(
    () => {
      read = readOffHours(() => {}, { ...night, ...offHours });
    },
    { environment: "dev" },
  );
  return read && [read.stop, read.start];
}

const workers = (args: Partial<ServerGroupArgs>, environment: "dev" | "prod" = "dev") =>
  record(
    () => new ServerGroup("workers", { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"], ...args }),
    { environment },
  );

describe("off-hours", () => {
  it("are nights and the weekend", async () => {
    assert.deepEqual(await moments({}), ["0 19 * * 1-5", "0 7 * * 1-5"]);
    assert.deepEqual(await moments({ from: "18:30", to: "06:45" }), ["30 18 * * 1-5", "45 6 * * 1-5"]);
  });

  it("are every night, if the weekend is worked", async () => {
    assert.deepEqual(await moments({ weekends: false }), ["0 19 * * *", "0 7 * * *"]);
  });

  it("may lie within a day: then the weekend begins on Saturday", async () => {
    assert.deepEqual(await moments({ from: "00:00", to: "06:00" }), ["0 0 * * 2-6", "0 6 * * 1-5"]);
  });
});

describe("a group of servers with off-hours", () => {
  it("is empty in them, and as large as ever afterwards", async () => {
    const plan = await workers({ minSize: 2, maxSize: 6, desiredCapacity: 3, offHours: night });
    const common = { autoscalingGroupName: plan.get("workers-asg").outputs.name, timeZone: "Europe/London" };
    assert.deepEqual(plan.get("workers-off-hours-stop").inputs, {
      ...common,
      scheduledActionName: "off-hours-stop",
      recurrence: "0 19 * * 1-5",
      minSize: 0,
      maxSize: 0,
      desiredCapacity: 0,
    });
    assert.deepEqual(plan.get("workers-off-hours-start").inputs, {
      ...common,
      scheduledActionName: "off-hours-start",
      recurrence: "0 7 * * 1-5",
      minSize: 2,
      maxSize: 6,
      desiredCapacity: 3,
    });
  });

  it("is not filled by an `up` at night", async () => {
    const ignored = async (args: Partial<ServerGroupArgs>) =>
      (await workers(args)).get("workers-asg").options.ignoreChanges;
    assert.deepEqual(await ignored({ offHours: night }), ["desiredCapacity", "minSize", "maxSize"]);
    assert.deepEqual(await ignored({}), ["desiredCapacity"]);
  });

  const schedule = { type: "schedule", name: "friday", recurrence: "0 17 * * 5", minSize: 4 } as const;
  const named = JSON.stringify(night);
  const refused: [string, Partial<ServerGroupArgs>][] = [
    [
      'offHours.timeZone must be an IANA time zone such as "Europe/London", got "London"',
      { offHours: { ...night, timeZone: "London" } },
    ],
    ['offHours.from must be a time between "00:00" and "23:59", got "7pm"', { offHours: { ...night, from: "7pm" } }],
    ['offHours.to must be a time between "00:00" and "23:59", got "24:00"', { offHours: { ...night, to: "24:00" } }],
    ['offHours.to must be another time than offHours.from, got "19:00"', { offHours: { ...night, to: "19:00" } }],
    [
      `offHours must be left out with a scaling of type schedule, which sets the same sizes, got ${named}`,
      { offHours: night, scaling: [schedule] },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(workers(args), { message: `server group "workers": ${sentence}` }));
  }

  it("is refused in prod, unless said", async () => {
    await assert.rejects(workers({ offHours: night }, "prod"), {
      message:
        'server group "workers": offHours must be left out in prod, or have inProd: true, got {"from":"19:00","to":"07:00"}',
    });
    const said = await workers({ offHours: { ...night, inProd: true } }, "prod");
    assert.equal(said.get("workers-off-hours-start").inputs.minSize, 3);
  });
});

describe("a service with off-hours", () => {
  it("has no tasks in them, and as many as ever afterwards, also where nothing else scales it", async () => {
    const plan = await shop({ ...plain, minCount: 2, maxCount: 4, scaling: [], offHours: night });
    const { serviceNamespace, scalableDimension, resourceId } = plan.get("shop-scaling").inputs;
    const common = { serviceNamespace, scalableDimension, resourceId, timezone: "Europe/London" };
    assert.deepEqual(plan.get("shop-off-hours-stop").inputs, {
      ...common,
      name: "off-hours-stop",
      schedule: "cron(0 19 ? * MON-FRI *)",
      scalableTargetAction: { minCapacity: 0, maxCapacity: 0 },
    });
    assert.deepEqual(plan.get("shop-off-hours-start").inputs, {
      ...common,
      name: "off-hours-start",
      schedule: "cron(0 7 ? * MON-FRI *)",
      scalableTargetAction: { minCapacity: 2, maxCapacity: 4 },
    });
    assert.deepEqual(plan.get("shop-scaling").options.ignoreChanges, ["minCapacity", "maxCapacity"]);
  });

  it("is refused with a schedule of its own, in prod, and on EKS", async () => {
    const schedule = { type: "schedule", name: "lunch", recurrence: "0 12 * * *", minCount: 4 } as const;
    await assert.rejects(shop({ ...plain, offHours: night, scaling: [schedule] }), {
      message: `container service "shop": offHours must be left out with a scaling of type schedule, which sets the same sizes, got ${JSON.stringify(night)}`,
    });
    await assert.rejects(shop({ ...plain, offHours: night }, "prod"), {
      message:
        'container service "shop": offHours must be left out in prod, or have inProd: true, got {"from":"19:00","to":"07:00"}',
    });
    await assert.rejects(shop({ ...plain, compute: { type: "eks" }, offHours: night }), {
      message:
        'container service "shop": offHours must be left out on eks, whose nodes would run on, got {"timeZone":"Europe/London","stop":"0 19 * * 1-5","start":"0 7 * * 1-5"}',
    });
  });
});

describe("a server with off-hours", () => {
  it("is stopped and started by a role that may do nothing else", async () => {
    const plan = await wiki({ offHours: night });
    const { id, outputs } = plan.get("wiki-instance");
    const schedule = (what: "stop" | "start", expression: string, description: string) => ({
      description,
      scheduleExpression: expression,
      scheduleExpressionTimezone: "Europe/London",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: `arn:aws:scheduler:::aws-sdk:ec2:${what}Instances`,
        roleArn: plan.get("wiki-off-hours-role").outputs.arn,
        input: JSON.stringify({ InstanceIds: [id] }),
      },
    });
    assert.deepEqual(
      plan.get("wiki-off-hours-stop").inputs,
      schedule("stop", "cron(0 19 ? * MON-FRI *)", "Stops the server wiki"),
    );
    assert.deepEqual(
      plan.get("wiki-off-hours-start").inputs,
      schedule("start", "cron(0 7 ? * MON-FRI *)", "Starts the server wiki"),
    );
    assert.deepEqual(JSON.parse(String(plan.get("wiki-off-hours-role").inputs.assumeRolePolicy)).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "scheduler.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    assert.deepEqual(JSON.parse(String(plan.get("wiki-off-hours-policy").inputs.policy)).Statement, [
      { Effect: "Allow", Action: ["ec2:StopInstances", "ec2:StartInstances"], Resource: outputs.arn },
    ]);
    assert.ok(plan.get("wiki-off-hours-stop").dependencies.includes(plan.get("wiki-off-hours-policy").urn));
  });

  it("lets EC2 use the keys of its disks when it starts", async () => {
    const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d";
    const plan = await wiki({ offHours: night, rootVolume: { sizeGiB: 20, kmsKeyId: key } });
    const [, grant] = JSON.parse(String(plan.get("wiki-off-hours-policy").inputs.policy)).Statement;
    assert.deepEqual(grant, {
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: key,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  });

  it("is refused where AWS would not stop it, or in prod", async () => {
    await assert.rejects(wiki({ offHours: night, purchasing: { type: "spot" } }), {
      message: `server "wiki": offHours must be left out for a spot instance, which nobody can start again, got ${JSON.stringify(night)}`,
    });
    await assert.rejects(wiki({ offHours: night, stopProtection: true }), {
      message: 'server "wiki": stopProtection must be false with offHours, which stop the server, got true',
    });
    await assert.rejects(wiki({ offHours: night, stopProtection: false }, "prod"), {
      message:
        'server "wiki": offHours must be left out in prod, or have inProd: true, got {"from":"19:00","to":"07:00"}',
    });
  });
});
