import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../planner/record";
import { secret, UNKNOWN } from "../../planner/wire";

describe("a plan of what has no stand-in", () => {
  it("keeps the inputs of an unknown type and makes all else unknown, also downstream", async () => {
    const plan = await record(() => {
      const channel = new aws.ivs.Channel("channel", { authorized: true });
      const document = pulumi.jsonStringify({ Resource: channel.arn });
      new aws.sns.TopicSubscription("sub", {
        topic: channel.arn,
        protocol: "sqs",
        endpoint: pulumi.interpolate`${channel.playbackUrl}/x`,
      });
      return { arn: channel.arn, fifo: channel.authorized, id: channel.id, document };
    });
    const channel = plan.get("channel");
    assert.deepEqual([channel.id, channel.outputs, channel.standIns], [undefined, { authorized: true }, []]);
    assert.deepEqual(plan.get("sub").inputs, { topic: UNKNOWN, protocol: "sqs", endpoint: UNKNOWN });
    assert.deepEqual(plan.outputs, { arn: UNKNOWN, fifo: true, id: UNKNOWN, document: UNKNOWN });
    assert.deepEqual(plan.get("sub").propertyDependencies, {
      topic: [channel.urn],
      protocol: [],
      endpoint: [channel.urn],
    });
  });

  it("never composes an id or an ARN of something unknown", async () => {
    const plan = await record(() => {
      const role = new aws.ivs.Channel("channel").name;
      const attached = new aws.iam.RolePolicyAttachment("attached", { role, policyArn: "arn:aws:iam::aws:policy/X" });
      return { id: attached.id };
    });
    assert.equal(plan.get("attached").id, undefined);
    assert.deepEqual(plan.get("attached").standIns, []);
    assert.equal(plan.outputs.id, UNKNOWN);
  });

  it("lets a look-up in its Output form be unknown", async () => {
    const plan = await record(() => {
      const key = aws.ivs.getStreamKeyOutput({ channelArn: "shop" });
      return { arn: key.arn, tag: key.tags.apply((tags) => tags.Name) };
    });
    assert.deepEqual(plan.outputs, { arn: UNKNOWN, tag: UNKNOWN });
  });

  it("stops at a look-up in its promise form, and names it", async () => {
    await assert.rejects(
      record(async () => {
        await aws.ivs.getStreamKey({ channelArn: "shop" });
      }),
      /^Error: the look-up aws:ivs\/getStreamKey:getStreamKey has no offline answer, .* use its Output form \(getStreamKeyOutput\)$/,
    );
  });

  it("answers a look-up in its promise form where there is an answer", async () => {
    const plan = await record(async () => ({ zones: (await aws.getAvailabilityZones()).names }));
    assert.deepEqual(plan.outputs.zones, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
  });

  it("leaves the outputs of another stack unknown", async () => {
    const plan = await record(() => {
      const network = new pulumi.StackReference("acme/network/dev");
      return { vpcId: network.requireOutput("vpcId") };
    });
    assert.equal(plan.outputs.vpcId, UNKNOWN);
    assert.equal(plan.get("acme/network/dev").external, true);
  });

  it("says that a method of a resource has no answer", async () => {
    await assert.rejects(
      record(() => ({ made: pulumi.runtime.call("demo:index:Part/make", {}) })),
      /the method demo:index:Part\/make is run by a provider plugin and has no offline answer/,
    );
  });

  it("says why a look-up failed", async () => {
    await assert.rejects(
      record(() => ({ json: aws.iam.getPolicyDocumentOutput({ sourcePolicyDocuments: ["{"] }).json })),
      /JSON/,
    );
  });
});

describe("a plan of what is read", () => {
  it("marks it external, with its own id and an ARN that fits", async () => {
    const plan = await record(() => {
      const vpc = aws.ec2.Vpc.get("shared", "vpc-123", { cidrBlock: "10.9.0.0/16" });
      new aws.ec2.Subnet("subnet", { vpcId: vpc.id, cidrBlock: vpc.cidrBlock });
      return { arn: vpc.arn };
    });
    const { id, external, inputs, outputs, parent } = plan.get("shared");
    assert.deepEqual([id, external, inputs], ["vpc-123", true, { cidrBlock: "10.9.0.0/16" }]);
    assert.equal(outputs.cidrBlock, "10.9.0.0/16");
    assert.equal(parent, "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev");
    assert.equal(plan.outputs.arn, "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-123");
    assert.deepEqual(plan.get("subnet").inputs, { vpcId: "vpc-123", cidrBlock: "10.9.0.0/16" });
    assert.deepEqual(plan.get("subnet").dependencies, [plan.get("shared").urn]);
    assert(!plan.get("shared").standIns.includes("id"));
  });
});

describe("a plan of components and names", () => {
  it("gives a component the outputs that it registers, with secrets marked", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(name: string) {
        super("demo:index:Part", name, { size: 1 });
        this.registerOutputs({ open: "x", hidden: pulumi.secret("hush") });
      }
    }
    const plan = await record(() => {
      new Part("part");
    });
    const { inputs, outputs, custom, remote, id, provider } = plan.get("part");
    assert.deepEqual([inputs, outputs], [{ size: 1 }, { open: "x", hidden: secret("hush") }]);
    assert.deepEqual([custom, remote, id, provider], [false, false, undefined, undefined]);
  });

  it("refuses the same name twice, but not for another type or under another parent", async () => {
    await assert.rejects(
      record(() => {
        new aws.sns.Topic("same");
        new aws.sns.Topic("same");
      }),
      /the name "same" is used by two resources of type aws:sns\/topic:Topic/,
    );
    const plan = await record(() => {
      const parent = new aws.sns.Topic("same");
      new aws.sns.Topic("same", {}, { parent });
      new aws.ec2.Vpc("same");
    });
    assert.deepEqual(plan.names("aws:sns/topic:Topic"), ["same", "same"]);
    assert.throws(() => plan.get("same"), /^Error: 3 resources are called "same"; the plan has/);
    assert.throws(() => plan.get("same", "aws:sns/topic:Topic"), /^Error: 2 resources are called "same" of type/);
    assert.equal(plan.get("same", "aws:ec2/vpc:Vpc").type, "aws:ec2/vpc:Vpc");
  });

  it("takes names with colons, dollars, other alphabets and 300 letters", async () => {
    const names = ["a::b$c", "ünï-世界", "x".repeat(300), 'with space / and "quotes"'];
    const plan = await record(() => {
      for (const name of names) {
        const parent = new aws.lb.TargetGroup(name);
        new aws.sns.Topic(name, {}, { parent });
      }
    });
    for (const name of names) {
      const { urn, parent, outputs } = plan.get(name, "aws:sns/topic:Topic");
      assert.equal(urn, `urn:pulumi:dev::test::aws:lb/targetGroup:TargetGroup$aws:sns/topic:Topic::${name}`);
      assert.equal(parent, `urn:pulumi:dev::test::aws:lb/targetGroup:TargetGroup::${name}`);
      assert(String(outputs.name).startsWith(name.slice(0, 248)));
      assert(String(plan.get(name, "aws:lb/targetGroup:TargetGroup").outputs.name).length <= 32);
    }
  });

  it("gives resources region, partition and default tags of their own provider", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(name: string, opts: pulumi.ComponentResourceOptions) {
        super("demo:index:Part", name, {}, opts);
        new aws.sns.Topic(`${name}-topic`, { tags: { Own: "1", Both: "own" } }, { parent: this });
      }
    }
    const plan = await record(
      () => {
        const tags = { Given: "1", Both: "given" };
        const china = new aws.Provider("china", { region: "cn-north-1", defaultTags: { tags } });
        new Part("far", { providers: [china] });
        new aws.sns.Topic("near", { tags: { Own: "1" } });
        return {
          far: aws.getRegionOutput({}, { provider: china }).region,
          tags: aws.getDefaultTagsOutput({}, { provider: china }).tags,
          ours: aws.getDefaultTagsOutput().tags,
        };
      },
      { config: { "aws:defaultTags": '{"tags":{"Project":"shop"}}' } },
    );
    const far = plan.get("far-topic");
    assert.equal(far.outputs.arn, `arn:aws-cn:sns:cn-north-1:123456789012:${far.outputs.name}`);
    assert.deepEqual(far.outputs.tagsAll, { Given: "1", Both: "own", Own: "1" });
    assert.equal(far.provider, `${plan.get("china").urn}::${plan.get("china").id}`);
    assert.deepEqual(plan.get("near").outputs.tagsAll, { Project: "shop", Own: "1" });
    assert.deepEqual(plan.outputs, {
      far: "cn-north-1",
      tags: { Given: "1", Both: "given" },
      ours: { Project: "shop" },
    });
  });

  it("configures the default provider by the stack, secrets marked", async () => {
    const plan = await record(() => void new aws.sns.Topic("topic"), {
      config: { "aws:profile": "shop", "aws:secretKey": "hush" },
      secretKeys: ["aws:secretKey"],
    });
    const [provider] = plan.ofType("pulumi:providers:aws");
    assert.deepEqual(provider?.inputs, {
      region: "eu-west-1",
      profile: "shop",
      secretKey: secret("hush"),
      version: "7.48.0",
    });
    assert.equal(provider?.parent, undefined);
  });
});
