import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { type Base, readBase } from "../../planner/base";
import { type Comparison, compare } from "../../planner/compare";
import type { JsonObject, Plan, PlannedResource } from "../../planner/plan";
import { record } from "../../planner/record";
import { secret, UNKNOWN } from "../../planner/wire";
import { folderWith } from "./folder";
import { baseOf, judgementWith, planWith, resource } from "./reports";

const NOTHING: Comparison = { added: [], removed: [], changed: [], findings: { added: [], fixed: [] } };
const compared = (before: Plan, after: Plan) => compare(baseOf(before), after, judgementWith());
const urns = (...names: string[]) => names.map((name) => resource(name).urn);

/** What two programs differ in. */
async function programs(before: () => unknown, after: () => unknown): Promise<Comparison> {
  const setting = { project: "shop" };
  return compared(await record(before, setting), await record(after, setting));
}

describe("a comparison", () => {
  it("says what is added, removed and changed in inputs and options", () => {
    const before = planWith(
      resource("gone"),
      resource("same", { inputs: { fifo: true } }),
      resource("topic", { inputs: { displayName: "a", tags: { Team: "x" } }, options: { protect: true } }),
    );
    const after = planWith(
      resource("new"),
      resource("same", { inputs: { fifo: true } }),
      resource("topic", { inputs: { displayName: "b" }, options: { ignoreChanges: ["tags"] } }),
    );
    assert.deepEqual(compared(before, after), {
      ...NOTHING,
      added: urns("new"),
      removed: urns("gone"),
      changed: [
        {
          urn: urns("topic")[0],
          properties: [
            { path: "displayName", kind: "changed", before: "a", after: "b" },
            {
              path: "tags",
              kind: "removed",
              before: { Team: "x" },
              effect: { kind: "ignored", words: "ignored, as ignoreChanges says" },
            },
            { path: "options.ignoreChanges", kind: "added", after: ["tags"] },
            { path: "options.protect", kind: "removed", before: true },
          ],
        },
      ],
    });
  });

  it("takes another type or parent for another resource", () => {
    const queue = resource("it", { type: "aws:sqs/queue:Queue" });
    assert.deepEqual(compared(planWith(resource("it")), planWith(queue)), {
      ...NOTHING,
      added: [queue.urn],
      removed: urns("it"),
    });
  });

  it("knows a renamed resource by its alias, with its children", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Part", name, {}, options);
        new aws.sns.Topic(`${name}-topic`, {}, { parent: this });
        new aws.sns.Topic("own", {}, { parent: this });
      }
    }
    const { added, removed, changed } = await programs(
      () => new Part("old"),
      () => new Part("new", { aliases: [{ name: "old" }] }),
    );
    assert.deepEqual([added, removed], [[], []]);
    assert.deepEqual(
      changed.map(({ urn, formerUrn, properties }) => [urn, formerUrn, properties]),
      [
        [
          "urn:pulumi:dev::shop::shop:index:Part$aws:sns/topic:Topic::new-topic",
          "urn:pulumi:dev::shop::shop:index:Part$aws:sns/topic:Topic::old-topic",
          [],
        ],
        ["urn:pulumi:dev::shop::shop:index:Part::new", "urn:pulumi:dev::shop::shop:index:Part::old", []],
      ],
    );
  });

  it("follows an alias of another parent and of another type", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(type: string, options?: pulumi.ComponentResourceOptions) {
        super(type, "part", {}, options);
        new aws.sns.Topic("topic", {}, { parent: this, aliases: [{ parent: pulumi.rootStackResource }] });
      }
    }
    const moved = await programs(
      () => new aws.sns.Topic("topic"),
      () => new Part("shop:index:Part"),
    );
    assert.deepEqual(moved.added, ["urn:pulumi:dev::shop::shop:index:Part::part"]);
    assert.deepEqual(moved.changed[0]?.formerUrn, urns("topic")[0]);
    const retyped = await programs(
      () => new Part("shop:index:Part"),
      () => new Part("shop:index:Whole", { aliases: [{ type: "shop:index:Part" }] }),
    );
    assert.deepEqual([retyped.added, retyped.removed, retyped.changed.length], [[], [], 2]);
  });

  it("leaves out what is only read, and the providers that come with a version", async () => {
    const result = await programs(
      () => new aws.sns.Topic("a"),
      () => {
        new aws.sns.Topic("a");
        aws.ec2.Vpc.get("read", "vpc-1");
      },
    );
    assert.deepEqual(result, NOTHING);
  });

  it("sees that a resource moved to another provider", async () => {
    const far = (name: string) => new aws.Provider(name, { region: "eu-west-2" });
    const { changed } = await programs(
      () => [far("far"), new aws.sns.Topic("a")],
      () => new aws.sns.Topic("a", {}, { provider: far("far") }),
    );
    const after = "urn:pulumi:dev::shop::pulumi:providers:aws::far";
    assert.deepEqual(changed[0]?.properties, [{ path: "options.provider", kind: "added", after }]);
  });

  it("refuses the base of another stack", () => {
    const other = { ...baseOf(planWith(resource("a"))), called: "base.json" };
    const plan = { ...planWith(), stack: "prod" } as Plan;
    assert.throws(() => compare(other, plan, judgementWith()), {
      name: "InputError",
      message: "--compare base.json is of shop on dev, and cannot be compared with shop on prod",
    });
  });
});

describe("a comparison with a state", () => {
  const state = (resources: object[]): Base => {
    const file = join(folderWith({}), "state.json");
    writeFileSync(file, JSON.stringify({ version: 3, deployment: { resources } }));
    return readBase(file, "state.json");
  };
  const { urn } = resource("topic");
  const deployed = (inputs: object) => state([{ urn, type: "aws:sns/topic:Topic", custom: true, inputs }]);

  it("has no findings to compare", () => {
    assert.equal(compare(deployed({}), planWith(resource("topic")), judgementWith()).findings, undefined);
  });

  it("leaves out what the provider added, and takes encrypted secrets for the same", () => {
    const inputs = {
      __defaults: ["name"],
      name: "topic-1234567",
      displayName: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:AAAA" },
      deep: { __defaults: ["size"], size: 1, kind: "x" },
    };
    const plan = planWith(resource("topic", { inputs: { displayName: secret("hush"), deep: { kind: "x" } } }));
    assert.deepEqual(compare(deployed(inputs), plan, judgementWith()).changed, []);
  });

  it("takes everything for new where nothing was deployed", () => {
    assert.deepEqual(compare(state([]), planWith(resource("topic")), judgementWith()).added, [urn]);
  });
});

describe("the laws of comparisons", () => {
  const value: fc.Arbitrary<unknown> = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant(UNKNOWN),
    fc.string().map((text) => secret(text)),
  );
  const inputs = fc.dictionary(fc.string({ maxLength: 4 }), value) as fc.Arbitrary<JsonObject>;
  const resources = fc.uniqueArray(
    fc.record({ name: fc.string({ minLength: 1, maxLength: 3 }), inputs, protect: fc.boolean() }),
    { selector: ({ name }) => name, maxLength: 6 },
  );
  const plan = resources.map((list) =>
    planWith(
      ...list.map(({ name, protect, ...rest }): PlannedResource => resource(name, { ...rest, options: { protect } })),
    ),
  );

  it("finds nothing between a plan and itself", () => {
    fc.assert(fc.property(plan, (one) => assert.deepEqual(compared(one, one), NOTHING)));
  });

  it("swaps what is added and removed when it is turned round", () => {
    fc.assert(
      fc.property(plan, plan, (one, other) => {
        const [there, back] = [compared(one, other), compared(other, one)];
        assert.deepEqual([there.added, there.removed], [back.removed, back.added]);
        assert.deepEqual(
          there.changed.map(({ urn, properties }) => [urn, properties.map(({ path }) => path)]),
          back.changed.map(({ urn, properties }) => [urn, properties.map(({ path }) => path)]),
        );
      }),
    );
  });
});
