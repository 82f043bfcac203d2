import assert from "node:assert/strict";
import { agentConfiguration, measuredDisks } from "../../../components/server/cloudwatch-agent";
import { wiki } from "./server";

const windows = { type: "windowsServer", version: "2022" } as const;

describe("the CloudWatch agent of a server", () => {
  it("is there in prod, and elsewhere if it is said", async () => {
    const documents = async (...[args, environment]: Parameters<typeof wiki>) =>
      (await wiki(args, environment)).names("aws:ssm/document:Document");
    assert.deepEqual(await documents({}, "prod"), ["wiki-agent"]);
    assert.deepEqual(await documents({}, "dev"), []);
    assert.deepEqual(await documents({ cloudWatchAgent: true }, "dev"), ["wiki-agent"]);
    assert.deepEqual(await documents({ cloudWatchAgent: false }, "prod"), []);
  });

  it("is installed and started by Systems Manager, and may write metrics", async () => {
    const plan = await wiki({ cloudWatchAgent: true });
    const document = plan.get("wiki-agent");
    assert.deepEqual(plan.get("wiki-agent-association").inputs, {
      name: document.outputs.name,
      documentVersion: "1",
      associationName: "wiki-agent",
      targets: [{ key: "InstanceIds", values: [plan.get("wiki-instance").id] }],
      scheduleExpression: "rate(1 day)",
      complianceSeverity: "MEDIUM",
    });
    const { mainSteps } = JSON.parse(String(document.inputs.content));
    assert.deepEqual(
      mainSteps.map(({ action }: { action: string }) => action),
      ["aws:configurePackage", "aws:runShellScript"],
    );
    const { policyArn } = plan.get("wiki-role-agent").inputs;
    assert.equal(policyArn, "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy");
  });

  it("is given its configuration by what its system runs", async () => {
    for (const [ami, action] of [
      [undefined, "aws:runShellScript"],
      [windows, "aws:runPowerShellScript"],
    ] as const) {
      const { content } = (await wiki({ cloudWatchAgent: true, ami })).get("wiki-agent").inputs;
      const start = JSON.parse(String(content)).mainSteps[1];
      const lines: string[] = start.inputs.runCommand;
      const [first, last] = [lines.indexOf("{"), lines.lastIndexOf("}")];
      assert.equal(start.action, action);
      const expected = agentConfiguration(measuredDisks(ami !== undefined, {}));
      assert.equal(lines.slice(first, last + 1).join("\n"), expected);
    }
  });

  it("measures memory and disks, for the server alone", () => {
    const metrics = (...args: Parameters<typeof measuredDisks>) =>
      JSON.parse(agentConfiguration(measuredDisks(...args))).metrics;
    assert.deepEqual(metrics(false, { "/dev/sdf": "/data" }), {
      namespace: "CWAgent",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the agent fills it in
      append_dimensions: { InstanceId: "${aws:InstanceId}" },
      aggregation_dimensions: [["InstanceId"], ["InstanceId", "path"]],
      metrics_collected: {
        mem: { measurement: ["mem_used_percent"] },
        disk: { measurement: ["disk_used_percent"], resources: ["/", "/data"], drop_device: true },
      },
    });
    const { metrics_collected, aggregation_dimensions } = metrics(true, {});
    assert.deepEqual(aggregation_dimensions[1], ["InstanceId", "instance"]);
    assert.deepEqual(metrics_collected.LogicalDisk.resources, ["C:"]);
  });
});
