import assert from "node:assert/strict";
import { type StackLogs, stackLogs } from "../../components/stack-logs";
import { record } from "../../planner/record";

const key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** What a stack whose file has this text under `tierwork:logs` says. */
async function said(logs?: string): Promise<StackLogs | undefined> {
  let read: StackLogs | undefined;
  await record(
    () => {
      read = stackLogs();
    },
    { config: logs === undefined ? {} : { "tierwork:logs": logs } },
  );
  return read;
}

const refused = (logs: string, message: string) => assert.rejects(said(logs), { message });

describe("the logs of a stack", () => {
  it("say nothing where the stack file does not", async () => {
    assert.deepEqual(await said(), {});
  });

  it("are how long they are kept, with which key, and whether they can be deleted", async () => {
    const logs = { retentionDays: 30, kmsKeyArn: key, deletionProtection: false, anomalyDetection: true };
    assert.deepEqual(await said(JSON.stringify(logs)), logs);
  });

  it("are refused by what is wrong within them, or as a whole", async () => {
    await refused('{"retention": 30}', 'tierwork:logs.retention is not a setting; did you mean "retentionDays"?');
    await refused('{"kmsKeyArn": "key-1"}', 'tierwork:logs.kmsKeyArn must be the ARN of a KMS key, got "key-1"');
    await refused('{"deletionProtection": "no"}', 'tierwork:logs.deletionProtection must be true or false, got "no"');
    await refused('{"anomalyDetection": 1}', "tierwork:logs.anomalyDetection must be true or false, got 1");
    await assert.rejects(said('{"retentionDays": 31}'), {
      message: /^tierwork:logs\.retentionDays must be one of 1, 3, .*3653, got 31$/,
    });
    for (const [text, got] of [
      ["forever", '"forever"'],
      ["[30]", "[30]"],
      ["null", "null"],
    ] as const) {
      await refused(
        text,
        `tierwork:logs must be a map of retentionDays, kmsKeyArn, deletionProtection, anomalyDetection, got ${got}`,
      );
    }
  });
});
