import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { Network } from "../../../components/network";
import { type ExistingNetworkArgs, onlySubnet } from "../../../components/network/existing-network";
import { record } from "../../../planner/record";
import { UNKNOWN } from "../../../planner/wire";

const vpcId = "vpc-0a1b2c3d4e5f60718";

const network = (args: Partial<ExistingNetworkArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(
    () => {
      new Network("net", { type: "existing", vpcId, ...args });
    },
    { environment },
  );

const marked = /^subnet-0ff11e[0-9a-f]{11}$/;

describe("a Network that is there", () => {
  it("finds the subnets of a network of ours by its tags, one in each zone, and makes nothing", async () => {
    const plan = await network();
    assert.deepEqual(
      plan.resources.filter(({ type }) => type.startsWith("aws:")).map(({ name }) => name),
      [],
    );
    const { publicSubnetIds, privateSubnetIds, ...rest } = plan.get("net").outputs;
    assert.deepEqual(rest, { vpcId, cidrBlock: UNKNOWN, isolatedSubnetIds: [], ipv6: false });
    const ids = [publicSubnetIds, privateSubnetIds].flat().map(String);
    assert.equal(new Set(ids).size, 4);
    for (const id of ids) assert.match(id, marked);
    const prod = await network({}, "prod");
    assert.equal((prod.get("net").outputs.publicSubnetIds as unknown[]).length, 3);
  });

  it("finds others by their own tags, and takes ids as they are given", async () => {
    const plan = await network({
      zones: ["euw1-az1", "euw1-az3"],
      subnets: { private: ["subnet-1a", "subnet-1b"], isolated: { Layer: "data", Owner: "network" } },
      ipv6: true,
    });
    const { publicSubnetIds, privateSubnetIds, isolatedSubnetIds, ipv6 } = plan.get("net").outputs;
    assert.deepEqual([publicSubnetIds, privateSubnetIds, ipv6], [[], ["subnet-1a", "subnet-1b"], true]);
    const [one, other] = isolatedSubnetIds as string[];
    assert.match(String(one), marked);
    assert.notEqual(one, other);
  });

  const refused: [string, Partial<ExistingNetworkArgs>, RegExp][] = [
    [
      "an id of no VPC",
      { vpcId: "shared" },
      /network "net": vpcId must be an id such as "vpc-0a1b2c3d4e5f60718", got "shared"/,
    ],
    ["one zone", { zones: 1 }, /zones must be at least 2/],
    ["no tier", { subnets: {} }, /subnets must name at least one tier, got {}/],
    [
      "too few ids",
      { subnets: { private: ["subnet-1a"] } },
      /subnets.private must hold one id for each of the 2 zones, got 1/,
    ],
    [
      "an id of no subnet",
      { subnets: { public: ["subnet-1a", "vpc-1"] } },
      /subnets.public must be an id such as "subnet-0a1b2c3d4e5f60718", got "vpc-1"/,
    ],
    ["no tag", { subnets: { public: {} } }, /subnets.public must name at least one tag, got {}/],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => assert.rejects(network(args), sentence));
  }

  it("says where tags find no subnet, or several", () => {
    const check: ArgumentCheck = (holds, argument, requirement, value) =>
      assert.ok(holds, `${argument} ${requirement}, got ${JSON.stringify(value)}`);
    const found = (...ids: string[]) =>
      onlySubnet(ids, "eu-west-1a", { Tier: "public", Owner: "network" }, "subnets.public", check);
    assert.equal(found("subnet-1a"), "subnet-1a");
    const sentence = "subnets.public must be tags of one subnet in eu-west-1a (Tier=public, Owner=network), got";
    assert.throws(() => found(), { message: `${sentence} []` });
    assert.throws(() => found("subnet-1a", "subnet-1b"), { message: `${sentence} ["subnet-1a","subnet-1b"]` });
  });

  it("has no arguments of one that is made, by the compiler's word", () => {
    // @ts-expect-error its tiers are those of its subnets
    const args: ExistingNetworkArgs = { type: "existing", vpcId, tiers: ["public"] };
    assert.ok(args);
  });
});
