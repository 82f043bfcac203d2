import assert from "node:assert/strict";
import { environment } from "../../components/environment";
import { record } from "../../planner/record";

async function read(config: Record<string, string>): Promise<string> {
  let found = "";
  await record(
    () => {
      found = environment();
    },
    { config },
  );
  return found;
}

describe("environment", () => {
  it("is what the stack file says", async () => {
    assert.equal(await read({ "tierwork:environment": "dev" }), "dev");
    assert.equal(await read({ "tierwork:environment": "prod" }), "prod");
  });

  it("is production where the stack file says nothing", async () => assert.equal(await read({}), "prod"));

  it("refuses anything else in one sentence", () =>
    assert.rejects(read({ "tierwork:environment": "staging" }), {
      message: 'tierwork:environment must be "dev" or "prod", got "staging"',
    }));
});
