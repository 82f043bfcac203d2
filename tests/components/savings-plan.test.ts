import assert from "node:assert/strict";
import * as fc from "fast-check";
import { SavingsPlan, type SavingsPlanArgs } from "../../components/savings-plan";
import { record } from "../../planner/record";

const base: SavingsPlanArgs = {
  plan: { type: "compute" },
  hourlyCommitmentUsd: 0.5,
  termYears: 1,
  payment: { option: "noUpfront" },
  confirmTotalUsd: 4380,
};
const make = (args: Partial<SavingsPlanArgs> = {}) => record(() => new SavingsPlan("compute", { ...base, ...args }));

describe("SavingsPlan", () => {
  it("buys what AWS sells under exactly these words, once, and lets nobody buy it again by a change", async () => {
    const { inputs, options, outputs } = (await make()).get("compute-plan");
    assert.match(String(inputs.savingsPlanOfferingId), /^0ff11e/);
    assert.deepEqual(inputs, {
      savingsPlanOfferingId: inputs.savingsPlanOfferingId,
      commitment: "0.5",
      tags: { Name: "compute" },
    });
    assert.deepEqual(options, { protect: true });
    const plan = await make();
    assert.deepEqual(plan.get("compute").outputs, { savingsPlanArn: outputs.savingsPlanArn });
  });

  it("asks AWS for another offer for each plan, term and payment", async () => {
    const ec2: SavingsPlanArgs["plan"] = { type: "ec2Instance", region: "eu-west-1", instanceFamily: "m7g" };
    const kinds: Partial<SavingsPlanArgs>[] = [
      {},
      { termYears: 3, confirmTotalUsd: 13140 },
      { payment: { option: "allUpfront" } },
      { payment: { option: "partialUpfront", upfrontUsd: 2190 } },
      { plan: ec2 },
      { plan: { ...ec2, instanceFamily: "u-12tb1" } },
      { plan: { ...ec2, region: "us-east-1" } },
    ];
    const offers = new Set<unknown>();
    for (const kind of kinds) offers.add((await make(kind)).get("compute-plan").inputs.savingsPlanOfferingId);
    assert.equal(offers.size, kinds.length);
  });

  it("pays a part at once if told, and never states a sum otherwise", async () => {
    const upfront = async (payment: SavingsPlanArgs["payment"]) =>
      (await make({ payment })).get("compute-plan").inputs.upfrontPaymentAmount;
    assert.equal(await upfront({ option: "partialUpfront", upfrontUsd: 2190 }), "2190");
    assert.equal(await upfront({ option: "allUpfront" }), undefined);
  });

  it("takes the whole sum, and no other, as a confirmation of any commitment", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 10_000_000 }), fc.constantFrom(1, 3), async (parts, termYears) => {
        const [hourlyCommitmentUsd, total] = [parts / 100_000, (parts * 8760 * termYears) / 100_000];
        const term = { hourlyCommitmentUsd, termYears: termYears as 1 | 3 };
        await make({ ...term, confirmTotalUsd: total });
        await assert.rejects(make({ ...term, confirmTotalUsd: total + 0.01 }), { message: /confirmTotalUsd must be / });
      }),
      { numRuns: 20 },
    ));

  const amount = "hourlyCommitmentUsd must be 0.001 to 1000000 US dollars, with at most five decimals, got";
  const refused: Record<string, [Partial<SavingsPlanArgs>, string]> = {
    "a sum that is not confirmed": [
      { confirmTotalUsd: 0 },
      "confirmTotalUsd must be 4380, the sum that is owed (0.5 USD × 8760 h × 1 y) and that no one can take back, got 0",
    ],
    "a commitment of nothing": [{ hourlyCommitmentUsd: 0 }, `${amount} 0`],
    "more than AWS sells": [{ hourlyCommitmentUsd: 1_000_001 }, `${amount} 1000001`],
    "six decimals": [{ hourlyCommitmentUsd: 0.500001 }, `${amount} 0.500001`],
    "a term that there is not": [{ termYears: 2 as 1 }, "termYears must be 1 or 3, got 2"],
    "less than half at once": [
      { payment: { option: "partialUpfront", upfrontUsd: 2189 } },
      "payment.upfrontUsd must be whole US dollars from 2190 to 4336, 50 to 99 % of 4380, got 2189",
    ],
    "nearly all at once": [
      { payment: { option: "partialUpfront", upfrontUsd: 4337 } },
      "payment.upfrontUsd must be whole US dollars from 2190 to 4336, 50 to 99 % of 4380, got 4337",
    ],
    "cents at once": [
      { payment: { option: "partialUpfront", upfrontUsd: 2190.5 } },
      "payment.upfrontUsd must be whole US dollars from 2190 to 4336, 50 to 99 % of 4380, got 2190.5",
    ],
    "what is no region": [
      { plan: { type: "ec2Instance", region: "Ireland", instanceFamily: "m7g" } },
      'plan.region must be a region such as "eu-west-1", got "Ireland"',
    ],
    "a type for a family": [
      { plan: { type: "ec2Instance", region: "eu-west-1", instanceFamily: "m7g.large" } },
      'plan.instanceFamily must be a family such as "m7g", without a size, got "m7g.large"',
    ],
  };
  for (const [what, [args, message]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => assert.rejects(make(args), { message: `Savings Plan "compute": ${message}` }));
  }
});
