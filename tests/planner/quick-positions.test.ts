import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";

class Part extends pulumi.ComponentResource {
  constructor(name: string) {
    super("demo:index:Part", name);
    new aws.sns.Topic(`${name}-topic`, {}, { parent: this });
    aws.sns.Topic.get(`${name}-found`, "arn:aws:sns:eu-west-1:123456789012:found", {}, { parent: this });
  }
}

/** What does not lie in the program's folder calls back: `Array.prototype.map`, a promise, an `apply`. */
const program = async () => {
  new Part("part");
  ["a", "b"].map((name) => new aws.sns.Topic(name));
  const { arn } = await Promise.resolve().then(() => new aws.sns.Topic("later"));
  arn.apply(() => new aws.sqs.Queue("inside"));
};

const positions = ({ resources }: Plan) => Object.fromEntries(resources.map(({ name, position }) => [name, position]));

describe("the positions of resources", () => {
  it("are those that the SDK finds by itself, which is as it was afterwards", async () => {
    const quick = positions(await record(program));
    const { stackTrace } = pulumi.Resource as unknown as { stackTrace: unknown };
    // The SDK's own cannot be changed for a while.
    Object.defineProperty(pulumi.Resource, "stackTrace", { get: () => stackTrace, set: () => {}, configurable: true });
    try {
      assert.deepEqual(positions(await record(program)), quick);
    } finally {
      Object.defineProperty(pulumi.Resource, "stackTrace", { value: stackTrace, writable: true, configurable: true });
    }
    const file = "tests/planner/quick-positions.test.ts";
    for (const name of ["part", "part-topic", "part-found", "a", "b", "later", "inside"]) {
      assert.equal(quick[name]?.file, file, name);
    }
    assert.deepEqual(quick["part-topic"], { file, line: 10, column: 5 });
  });
});
