import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../planner/record";
import { runProgram } from "../../planner/run";

const RUN = { project: "shop", stack: "dev", region: "eu-west-1", folder: process.cwd(), config: {} };

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe("runProgram", () => {
  it("hands the program its project, stack, organization and configuration, in preview", async () => {
    const run = {
      ...RUN,
      organization: "acme",
      config: { "shop:size": "3", "shop:token": "hush" },
      secretKeys: ["shop:token"],
    };
    const plan = await runProgram(run, () => ({
      names: [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()],
      preview: pulumi.runtime.isDryRun(),
      size: new pulumi.Config().requireNumber("size"),
      token: pulumi.isSecret(new pulumi.Config().requireSecret("token")),
    }));
    assert.deepEqual(plan.outputs, { names: ["acme", "shop", "dev"], preview: true, size: 3, token: true });
    assert.deepEqual([plan.project, plan.stack], ["shop", "dev"]);
  });

  it("plans a program without resources as a stack alone", async () => {
    const plan = await runProgram(RUN, () => undefined);
    assert.deepEqual(
      plan.resources.map(({ urn, custom, parent }) => ({ urn, custom, parent })),
      [{ urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", custom: false, parent: undefined }],
    );
    assert.deepEqual(plan.outputs, {});
  });

  it("forgets one program before the next", async () => {
    const first = await record(() => void new aws.sns.Topic("first"), { config: { "test:a": "1" } });
    const second = await record(() => ({
      a: new pulumi.Config().get("a") ?? "none",
      b: new aws.sns.Topic("second").name,
    }));
    assert.deepEqual(first.names("aws:sns/topic:Topic"), ["first"]);
    assert.deepEqual(second.names("aws:sns/topic:Topic"), ["second"]);
    assert.equal(second.outputs.a, "none");
  });

  it("waits for what the program makes later", async () => {
    const plan = await record(async () => {
      await later(5);
      const first = new aws.sns.Topic("first");
      first.arn.apply(() => void new aws.sns.Topic("inside-apply"));
    });
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), ["first", "inside-apply"]);
  });

  it("lists parents, providers and dependencies before what needs them, whatever the order of arrival", async () => {
    const orders: string[][] = [];
    for (const delays of [
      [0, 6, 3],
      [6, 3, 0],
    ]) {
      const plan = await record(async () => {
        const [a = 0, b = 0, c = 0] = delays;
        const last = new aws.sns.Topic("a-last", { displayName: pulumi.output(later(a).then(() => "x")) });
        const topics = [b, c].map(
          (delay, index) =>
            new aws.sns.Topic(`z-${index}`, { displayName: pulumi.output(later(delay).then(() => "x")) }),
        );
        const provider = new aws.Provider("z-provider", {});
        new aws.sns.Topic("a-first", {}, { dependsOn: [...topics, last], provider });
      });
      orders.push(plan.resources.map(({ name }) => name));
      const seen = new Set<string>();
      for (const { urn, parent, dependencies, provider } of plan.resources) {
        const needs = [parent, provider?.split("::").slice(0, -1).join("::"), ...dependencies];
        for (const need of needs) assert(need === undefined || seen.has(need), `${urn} comes before ${need}`);
        seen.add(urn);
      }
    }
    assert.deepEqual(orders[0], orders[1]);
    assert.deepEqual(orders[0], ["test-dev", "z-provider", "default_7_48_0", "a-last", "z-0", "z-1", "a-first"]);
  });

  it("fails with what the program throws, now, in a promise, in an apply, in a timer or unawaited", async () => {
    const fail = (how: string): never => {
      throw new Error(`thrown ${how}`);
    };
    const programs: Record<string, () => unknown> = {
      now: () => fail("now"),
      "in a promise": async () => {
        await later(2);
        fail("in a promise");
      },
      "in an apply": () => ({ arn: new aws.sns.Topic("topic").arn.apply(() => fail("in an apply")) }),
      "in a timer": async () => {
        setTimeout(() => fail("in a timer"), 1);
        await later(20);
      },
      unawaited: async () => {
        void later(1).then(() => fail("unawaited"));
        await later(20);
      },
      "by a second program": () => ({ wrong: pulumi.output(Promise.reject(new Error("thrown by a second program"))) }),
    };
    for (const [how, program] of Object.entries(programs)) {
      await assert.rejects(record(program), { message: `thrown ${how}` });
    }
  });

  it("gives back the listeners for faults that it took", async () => {
    const events = ["unhandledRejection", "uncaughtException"] as const;
    const mine = () => {};
    for (const event of events) process.on(event, mine);
    try {
      const before = events.map((event) => process.rawListeners(event));
      await record(() => undefined);
      await assert.rejects(record(() => Promise.reject(new Error("fails"))));
      assert.deepEqual(
        events.map((event) => process.rawListeners(event)),
        before,
      );
      assert(before.every((listeners) => listeners.includes(mine)));
    } finally {
      for (const event of events) process.removeListener(event, mine);
    }
  });

  it("plans a thousand resources that depend on one another", async () => {
    const limit = Error.stackTraceLimit;
    // As the planner does: with the SDK's stack traces the same takes five times as long.
    Error.stackTraceLimit = 0;
    const plan = await record(() => {
      const topics = [new aws.sns.Topic("topic-0")];
      for (let n = 1; n < 1000; n++) {
        const [previous] = topics.slice(-1);
        topics.push(new aws.sns.Topic(`topic-${n}`, { displayName: previous?.name }));
      }
    }).finally(() => {
      Error.stackTraceLimit = limit;
    });
    const names = plan.resources.map(({ name }) => name).filter((name) => name.startsWith("topic-"));
    assert.deepEqual(
      names,
      Array.from({ length: 1000 }, (_, n) => `topic-${n}`),
    );
    assert.equal(plan.get("topic-999").inputs.displayName, plan.get("topic-998").outputs.name);
  });
});
