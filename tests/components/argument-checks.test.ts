import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "../../components/argument-checks";
import { record } from "../../planner/record";
import { runProgram } from "../../planner/run";

class Shelf extends pulumi.ComponentResource {
  constructor(name: string, { boards }: { boards: unknown }) {
    super("test:index:Shelf", name);
    const check: ArgumentCheck = argumentCheck(this, "shelf", name);
    check(typeof boards === "number" && boards >= 2, "boards", "must be at least 2", boards);
    new pulumi.ComponentResource("test:index:Board", `${name}-board`, {}, { parent: this });
  }
}

describe("argumentCheck", () => {
  it("lets a component go on when the argument is allowed", async () => {
    const plan = await record(() => new Shelf("oak", { boards: 2 }));
    assert.deepEqual(plan.names("test:index:Board"), ["oak-board"]);
  });

  it("stops it with the component, the argument, what is allowed and what was given", () =>
    assert.rejects(
      record(() => new Shelf("oak", { boards: 1 })),
      {
        message: 'shelf "oak": boards must be at least 2, got 1',
      },
    ));

  it("does not try to print an output", () =>
    assert.rejects(
      record(() => new Shelf("oak", { boards: pulumi.output(1) })),
      {
        message: 'shelf "oak": boards must be at least 2, got an output',
      },
    ));

  it("says of an argument that is missing that it got nothing", () =>
    assert.rejects(
      record(() => new Shelf("oak", { boards: undefined })),
      {
        message: 'shelf "oak": boards must be at least 2, got nothing',
      },
    ));

  it("points at the line that makes the component, not at the one that noticed", async () => {
    const run = { project: "test", stack: "dev", region: "eu-west-1", folder: process.cwd(), config: {} };
    const error = await runProgram(run, () => new Shelf("oak", { boards: 1 })).then(
      () => undefined,
      (reason: Error) => reason,
    );
    assert.match(error?.stack?.split("\n")[1] ?? "", /argument-checks\.test\.ts/);
    assert.doesNotMatch(error?.stack ?? "", /new Shelf/);
  });
});
