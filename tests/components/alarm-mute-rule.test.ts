import assert from "node:assert/strict";
import { AlarmMuteRule, type AlarmMuteRuleArgs } from "../../components/alarm-mute-rule";
import { ServerGroup } from "../../components/server-group";
import { record } from "../../planner/record";

const workers = (alarms?: "none") =>
  new ServerGroup("workers", { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"], alarms });
const make = (args: Partial<AlarmMuteRuleArgs> = {}, alarms?: "none") =>
  record(
    () => new AlarmMuteRule("releases", { of: [workers(alarms)], recurrence: "0 9 * * 2", minutes: 60, ...args }),
    { environment: "dev" },
  );

describe("AlarmMuteRule", () => {
  it("silences the alarms of components at a time, in a time zone", async () => {
    const plan = await make({ timeZone: "Europe/London", region: "eu-west-1" });
    assert.deepEqual(plan.get("releases-rule").inputs, {
      description: "Alarms are silent while releases",
      rule: { schedule: { expression: "cron(0 9 * * 2)", duration: "PT60M", timezone: "Europe/London" } },
      muteTargets: {
        alarmNames: [plan.get("workers-cpu").outputs.name, plan.get("workers-status-checks").outputs.name],
      },
      region: "eu-west-1",
      tags: { Name: "releases" },
    });
    assert.deepEqual(plan.get("releases").outputs, { ruleName: plan.get("releases-rule").outputs.name });
  });

  const refused: [string, Partial<AlarmMuteRuleArgs>][] = [
    ["of must be components with 1 to 100 alarms together, got 0", { of: [] }],
    [
      'recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "tuesday"',
      { recurrence: "tuesday" },
    ],
    ['timeZone must be an IANA time zone such as "Europe/London", got "London"', { timeZone: "London" }],
    ["minutes must be a whole number between 1 and 21600, 15 days, got 0", { minutes: 0 }],
    ["minutes must be a whole number between 1 and 21600, 15 days, got 21601", { minutes: 21601 }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(make(args), { message: `alarm mute rule "releases": ${sentence}` }));
  }

  it("refuses components that have no alarms", () =>
    assert.rejects(make({}, "none"), {
      message: 'alarm mute rule "releases": of must be components with 1 to 100 alarms together, got 0',
    }));
});
