import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { argumentCheck } from "../../../components/argument-checks";
import {
  readStorageClasses,
  type StorageClasses,
  storageClassesInput,
} from "../../../components/shared-files/storage-classes";
import type { Throughput } from "../../../components/shared-files/throughput";
import { record } from "../../../planner/record";

const elastic: Throughput = { type: "elastic" };
const bursting: Throughput = { type: "bursting" };

async function inputOf(args: StorageClasses, throughput = elastic): Promise<unknown> {
  let input: unknown;
  await record(() => {
    const check = argumentCheck(new pulumi.ComponentResource("test:index:Files", "files"), "shared files", "files");
    input = storageClassesInput(readStorageClasses(check, args, throughput));
  });
  return input;
}

const back = { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" };

describe("the storage classes of shared files", () => {
  it("are Infrequent Access and then Archive, and Standard again", async () => {
    assert.deepEqual(await inputOf({ infrequentAccessAfterDays: 1, archiveAfterDays: 365 }), [
      { transitionToIa: "AFTER_1_DAY" },
      { transitionToArchive: "AFTER_365_DAYS" },
      back,
    ]);
    assert.deepEqual(await inputOf({ standardOnAccess: false }), [
      { transitionToIa: "AFTER_30_DAYS" },
      { transitionToArchive: "AFTER_90_DAYS" },
    ]);
  });

  it("put Archive behind Infrequent Access, wherever that is, if there is a choice left", async () => {
    assert.deepEqual(await inputOf({ infrequentAccessAfterDays: 90 }), [
      { transitionToIa: "AFTER_90_DAYS" },
      { transitionToArchive: "AFTER_180_DAYS" },
      back,
    ]);
    assert.deepEqual(await inputOf({ infrequentAccessAfterDays: 365 }), [{ transitionToIa: "AFTER_365_DAYS" }, back]);
  });

  it("leave Archive out without elastic throughput, and all of them where nothing moves", async () => {
    assert.deepEqual(await inputOf({}, bursting), [{ transitionToIa: "AFTER_30_DAYS" }, back]);
    assert.equal(await inputOf({ infrequentAccessAfterDays: "never" }), undefined);
  });

  it("take any two of EFS's days in their order, and no others", async () => {
    const days = [1, 7, 14, 30, 60, 90, 180, 270, 365] as const;
    for (const infrequentAccessAfterDays of days) {
      for (const archiveAfterDays of days) {
        const accepted = await inputOf({ infrequentAccessAfterDays, archiveAfterDays }).then(
          () => true,
          () => false,
        );
        const title = `${infrequentAccessAfterDays}, ${archiveAfterDays}`;
        assert.equal(accepted, archiveAfterDays > infrequentAccessAfterDays, title);
      }
    }
  });

  describe("are refused with", () => {
    const refused: [string, StorageClasses, Throughput, string][] = [
      [
        "days that EFS does not count",
        { infrequentAccessAfterDays: 45 as 30 },
        elastic,
        "infrequentAccessAfterDays must be one of 1, 7, 14, 30, 60, 90, 180, 270, 365, never, got 45",
      ],
      [
        "days of Archive that EFS does not count",
        { archiveAfterDays: 400 as 365 },
        elastic,
        "archiveAfterDays must be one of 1, 7, 14, 30, 60, 90, 180, 270, 365, never, got 400",
      ],
      [
        "Archive before Infrequent Access",
        { infrequentAccessAfterDays: 90, archiveAfterDays: 90 },
        elastic,
        "archiveAfterDays must be more than infrequentAccessAfterDays (90), got 90",
      ],
      [
        "Archive without Infrequent Access",
        { infrequentAccessAfterDays: "never", archiveAfterDays: 90 },
        elastic,
        'archiveAfterDays must be "never" where infrequentAccessAfterDays is, got 90',
      ],
      [
        "Archive without elastic throughput",
        { archiveAfterDays: 90 },
        bursting,
        'archiveAfterDays must be "never" with bursting throughput, got 90',
      ],
    ];
    for (const [title, args, throughput, sentence] of refused) {
      it(title, () =>
        assert.rejects(inputOf(args, throughput), { message: `shared files "files": storageClasses.${sentence}` }),
      );
    }
  });
});
