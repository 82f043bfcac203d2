import assert from "node:assert/strict";
import { defaultTags } from "../../components/default-tags";
import { record } from "../../planner/record";

async function tagsOf(config: Record<string, string>): Promise<Record<string, string>> {
  const seen: Record<string, string>[] = [];
  await record(() => void seen.push(defaultTags()), { config });
  assert.equal(seen.length, 1);
  return { ...seen[0] };
}

describe("defaultTags", () => {
  it("are the tags of the stack file, as text", async () => {
    const stated = JSON.stringify({ tags: { Owner: "web", CostCentre: 42, Public: true } });
    assert.deepEqual(await tagsOf({ "aws:defaultTags": stated }), { Owner: "web", CostCentre: "42", Public: "true" });
  });

  it("are none where the stack file says none", async () => {
    assert.deepEqual(await tagsOf({}), {});
    assert.deepEqual(await tagsOf({ "aws:defaultTags": "{}" }), {});
  });
});
