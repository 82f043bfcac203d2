import assert from "node:assert/strict";
import type { ImagePipelineArgs } from "../../../components/image-pipeline";
import { images, refuses } from "./pipeline";

const schedule = async (stated?: ImagePipelineArgs["schedule"]) =>
  (await images({ schedule: stated })).get("web-image-pipeline").inputs.schedule;
const onUpdates = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";

describe("when images are built", () => {
  it("is each Sunday, if there is something new", async () =>
    assert.deepEqual(await schedule(), {
      scheduleExpression: "cron(0 3 ? * SUN *)",
      pipelineExecutionStartCondition: onUpdates,
    }));

  it("is when it is said, where it is said", async () => {
    assert.deepEqual(await schedule({ recurrence: "30 4 1 * *", timeZone: "Europe/London", onlyOnUpdates: false }), {
      scheduleExpression: "cron(30 4 1 * ? *)",
      timezone: "Europe/London",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY",
    });
  });

  it("may be when somebody says so", async () => assert.equal(await schedule("manual"), undefined));

  refuses([
    [
      'schedule.recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "weekly"',
      { schedule: { recurrence: "weekly" } },
    ],
    [
      'schedule.recurrence must name a day of the month or days of the week, not both, got "0 3 1 * SUN"',
      { schedule: { recurrence: "0 3 1 * SUN" } },
    ],
    [
      'schedule.timeZone must be an IANA time zone such as "Europe/London", got "London"',
      { schedule: { recurrence: "0 3 * * *", timeZone: "London" } },
    ],
  ]);
});
