import assert from "node:assert/strict";
import type { Policies } from "@pulumi/policy";
import { policies } from "../../policies/catalogue";
import { FuzzFailure, fuzz } from "./fuzz";

describe("all rules together", () => {
  it("judge strange resources that refer to one another, and never throw", async () => {
    // `npm run bench -- fuzz` does the same with a hundred thousand, and another seed each time.
    const { resources, types, rules, verdicts } = await fuzz({ seed: 8, resources: 200 });
    assert(resources >= 200);
    // So many that it means something.
    assert(types.size > 60, `${types.size} types`);
    assert(rules.size > 120, `${rules.size} rules said something`);
    for (const [verdict, count] of Object.entries(verdicts)) assert(count > 0, `nothing is ${verdict}`);
  });

  it("are caught when one throws: with its name, the seed, and the smallest stack", async () => {
    const packOf = (context: Parameters<typeof policies>[0]) => [...policies(context).slice(0, 3), faulty];
    await assert.rejects(fuzz({ seed: 1, resources: 1000, packOf }), (error) => {
      assert(error instanceof FuzzFailure);
      const [reason = "", smallest = ""] = error.message.split("\nThe smallest stack that was found");
      assert.match(reason, /^seed \d+: policy takes-tags-for-texts failed on urn:.+: .+ is not a function$/);
      assert.equal(smallest.match(/props:/g)?.length, 1, error.message);
      return true;
    });
  });

  const faulty: Policies[number] = {
    name: "takes-tags-for-texts",
    description: "Fails of tags that are no map of texts.",
    enforcementLevel: "advisory",
    validateResource({ props }) {
      for (const tag of Object.values(Object(props.tags))) if (tag) (tag as string).trim();
    },
  };
});
