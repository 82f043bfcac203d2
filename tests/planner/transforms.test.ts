import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "../../components/network";
import { record } from "../../planner/record";

const tagged =
  (value: string): pulumi.ResourceTransform =>
  ({ type, props, opts }) =>
    type === "aws:sns/topic:Topic"
      ? { props: { ...props, displayName: `${props.displayName ?? ""}${value}` }, opts }
      : undefined;

class Part extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions, child: pulumi.CustomResourceOptions = {}) {
    super("demo:index:Part", name, {}, opts);
    new aws.sns.Topic(`${name}-topic`, { displayName: "" }, { parent: this, ...child });
  }
}

class Whole extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("demo:index:Whole", name, {}, opts);
    new Part(`${name}-part`, { parent: this, transforms: [tagged("b")] }, { transforms: [tagged("a")] });
  }
}

describe("transforms", () => {
  it("run from the resource outwards: its own, its parent's, its grandparent's and the stack's", async () => {
    const plan = await record(() => {
      pulumi.runtime.registerResourceTransform(tagged("d"));
      new Whole("whole", { transforms: [tagged("c")] });
      new aws.sns.Topic("alone");
    });
    assert.equal(plan.get("whole-part-topic").inputs.displayName, "abcd");
    assert.equal(plan.get("alone").inputs.displayName, "d");
  });

  it("are waited for when they are asynchronous", async () => {
    const slowly: pulumi.ResourceTransform = async (args) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return tagged("late")(args);
    };
    const plan = await record(() => {
      new aws.sns.Topic("topic", {}, { transforms: [slowly, tagged("r")] });
    });
    assert.equal(plan.get("topic").inputs.displayName, "later");
  });

  it("change options: protect, ignoreChanges, dependsOn, aliases, timeouts, deletion, import and provider", async () => {
    const plan = await record(() => {
      const first = new aws.sns.Topic("first");
      const provider = new aws.Provider("elsewhere", { region: "us-west-2" });
      const options = {
        protect: true,
        ignoreChanges: ["tags"],
        replaceOnChanges: ["name"],
        dependsOn: [first],
        aliases: [{ name: "before" }],
        customTimeouts: { create: "5m", update: "6m", delete: "7m" },
        retainOnDelete: true,
        deleteBeforeReplace: true,
        deletedWith: first,
        additionalSecretOutputs: ["owner"],
        import: "arn:aws:sns:us-west-2:111122223333:real",
        provider,
      };
      new aws.sns.Topic(
        "second",
        {},
        { transforms: [({ props, opts }) => ({ props, opts: { ...opts, ...options } })] },
      );
    });
    const { options, dependencies, provider, outputs, id } = plan.get("second");
    assert.deepEqual(options, {
      protect: true,
      ignoreChanges: ["tags"],
      replaceOnChanges: ["name"],
      deleteBeforeReplace: true,
      retainOnDelete: true,
      aliases: ["urn:pulumi:dev::test::aws:sns/topic:Topic::before"],
      additionalSecretOutputs: ["owner"],
      customTimeouts: { create: "5m", update: "6m", delete: "7m" },
      deletedWith: plan.get("first").urn,
      importId: "arn:aws:sns:us-west-2:111122223333:real",
    });
    assert.deepEqual(dependencies, [plan.get("first").urn]);
    assert.equal(provider, `${plan.get("elsewhere").urn}::${plan.get("elsewhere").id}`);
    assert.deepEqual([id, outputs.arn], Array(2).fill("arn:aws:sns:us-west-2:111122223333:real"));
  });

  it("of a component reach every resource that Network makes", async () => {
    const plan = await record(() => {
      const protect: pulumi.ResourceTransform = ({ props, opts }) => ({
        props: { ...props },
        opts: { ...opts, protect: true, ignoreChanges: ["tags"] },
      });
      new Network("net", {}, { transforms: [protect] });
    });
    const children = plan.resources.filter(({ type }) => type.startsWith("aws:"));
    assert(children.length > 20, `${children.length} children`);
    for (const { name, options } of [plan.get("net"), ...children]) {
      assert.deepEqual([options.protect, options.ignoreChanges], [true, ["tags"]], name);
    }
  });

  it("of the old kind work as well, on a resource and on its children", async () => {
    const rename: pulumi.ResourceTransformation = ({ type, props, opts }) =>
      type === "aws:sns/topic:Topic" ? { props: { ...props, displayName: "old" }, opts } : undefined;
    const plan = await record(() => {
      new Part("part", { transformations: [rename] });
    });
    assert.equal(plan.get("part-topic").inputs.displayName, "old");
  });

  it("of look-ups change what is asked", async () => {
    const plan = await record(() => {
      pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({
        args: { ...args, region: "ap-northeast-1" },
        opts,
      }));
      return { region: aws.getRegionOutput({}).region, zones: aws.getAvailabilityZonesOutput().names };
    });
    assert.deepEqual(plan.outputs, {
      region: "ap-northeast-1",
      zones: ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"],
    });
  });

  it("stop the plan with their own message when they throw", async () => {
    const fail = () => {
      throw new Error("this transform throws");
    };
    await assert.rejects(
      record(() => {
        new aws.sns.Topic("topic", {}, { transforms: [fail] });
      }),
      /failed to register new resource topic \[aws:sns\/topic:Topic\].*this transform throws/,
    );
    await assert.rejects(
      record(() => {
        pulumi.runtime.registerInvokeTransform(fail);
        return { region: aws.getRegionOutput().region };
      }),
      /this transform throws/,
    );
  });
});
