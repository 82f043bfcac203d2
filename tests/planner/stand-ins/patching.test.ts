import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const matches = (value: unknown, form: string) => assert.match(String(value), new RegExp(`^${form}$`));

describe("stand-ins of patches", () => {
  it("give baselines, and the groups that have them, their ids", async () => {
    const plan = await record(() => {
      const { id: baselineId } = new aws.ssm.PatchBaseline("linux");
      new aws.ssm.PatchGroup("web", { baselineId, patchGroup: "web" });
    });
    const { id, outputs } = plan.get("linux");
    matches(id, "pb-0ff11e[0-9a-f]{11}");
    matches(outputs.name, "linux-0ff11e[0-9a-f]");
    assert.equal(outputs.arn, `arn:aws:ssm:eu-west-1:123456789012:patchbaseline/${id}`);
    assert.equal(plan.get("web").id, `web,${id}`);
  });

  it("give windows, their targets and their tasks ids", async () => {
    const plan = await record(() => {
      const { id: windowId } = new aws.ssm.MaintenanceWindow("night", {
        schedule: "rate(7 days)",
        duration: 2,
        cutoff: 1,
      });
      new aws.ssm.MaintenanceWindowTarget("servers", { windowId, resourceType: "INSTANCE", targets: [] });
      new aws.ssm.MaintenanceWindowTask("patch", {
        windowId,
        taskType: "RUN_COMMAND",
        taskArn: "AWS-RunPatchBaseline",
      });
    });
    matches(plan.get("night").id, "mw-0ff11e[0-9a-f]{11}");
    matches(plan.get("night").outputs.name, "night-0ff11e[0-9a-f]");
    matches(plan.get("servers").id, uuid);
    const { id, outputs } = plan.get("patch");
    matches(id, uuid);
    assert.equal(outputs.windowTaskId, id);
    assert.equal(outputs.arn, `arn:aws:ssm:eu-west-1:123456789012:windowtask/${plan.get("night").id}/${id}`);
  });
});

describe("the stand-in of an alarm mute rule", () => {
  it("is known by its name", async () => {
    const plan = await record(() => void new aws.cloudwatch.AlarmMuteRule("releases"));
    const { id, outputs } = plan.get("releases");
    matches(id, "releases-0ff11e[0-9a-f]");
    assert.deepEqual(
      [outputs.name, outputs.arn],
      [id, `arn:aws:cloudwatch:eu-west-1:123456789012:alarm-mute-rule:${id}`],
    );
  });
});
