import assert from "node:assert/strict";
import type { BackupSelection } from "../../../components/backup-plan/selection";
import { plannedBackups } from "./planned-backups";

const selected = async (select: BackupSelection) => {
  const { selectionTags, resources, notResources } = (await plannedBackups({ select })).get("safe-selection").inputs;
  return { selectionTags, resources, notResources };
};
const volumes = "arn:aws:ec2:eu-west-1:123456789012:volume/*";

describe("a selection of what is backed up", () => {
  it("takes whatever has one of its tags", async () => {
    assert.deepEqual(await selected({ tags: { Backup: "daily", Tier: "data" } }), {
      selectionTags: [
        { type: "STRINGEQUALS", key: "Backup", value: "daily" },
        { type: "STRINGEQUALS", key: "Tier", value: "data" },
      ],
      resources: undefined,
      notResources: undefined,
    });
  });

  it("takes what is named alone, and leaves out what is excepted", async () => {
    const exceptArns = ["arn:aws:ec2:eu-west-1:123456789012:volume/vol-0a1b2c3d"];
    assert.deepEqual(await selected({ arns: [volumes], exceptArns }), {
      selectionTags: undefined,
      resources: [volumes],
      notResources: exceptArns,
    });
  });

  describe("is refused with", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `arn:aws:s3:::bucket-${index}`);
    const tag = "must have keys of 1 to 128 characters and values of at most 256";
    const arn = "must be ARNs, with a * at most at their end";
    const refused: [string, BackupSelection, string][] = [
      ["nothing, which would be everything", { tags: {} }, 'select must name a tag or an ARN, got {"tags":{}}'],
      ["a tag without a name", { tags: { "": "daily" } }, `select.tags ${tag}, got {"":"daily"}`],
      ["what is no ARN", { arns: ["vol-0a1b2c3d"] }, `select.arns ${arn}, got "vol-0a1b2c3d"`],
      [
        "a * before the end",
        { exceptArns: ["arn:aws:s3:::*-logs"] },
        `select.exceptArns ${arn}, got "arn:aws:s3:::*-logs"`,
      ],
      ["more than 500 ARNs", { arns: many(501) }, "select.arns must be at most 500 ARNs, got 501"],
      [
        "more than 30 ARNs, one of which ends with *",
        { arns: [...many(30), volumes] },
        "select.arns must be at most 30 ARNs where one ends with *, got 31",
      ],
    ];
    for (const [title, select, sentence] of refused) {
      it(title, () => assert.rejects(selected(select), { message: `backup plan "safe": ${sentence}` }));
    }
  });
});
