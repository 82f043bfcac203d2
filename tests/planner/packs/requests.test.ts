import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Requests } from "../../../planner/packs/requests";
import { record } from "../../../planner/record";
import { SIGNATURE, secret, UNKNOWN } from "../../../planner/wire";

describe("the requests to a policy pack", () => {
  it("hold the ids of resources in a stack's outputs", async () => {
    const plan = await record(() => new aws.sns.Topic("topic"));
    const [, , topic] = new Requests(plan).ofStack().getResourcesList();
    assert.equal(topic?.getProperties()?.toJavaScript().id, plan.get("topic").id);
  });

  it("mark secrets, and call what is encrypted unknown", async () => {
    const plan = await record(
      () =>
        new aws.sns.Topic("topic", {
          displayName: new pulumi.Config("shop").requireSecret("key"),
          kmsMasterKeyId: pulumi.secret("alias/own"),
        }),
      { config: { "shop:key": "[secret]" }, secretKeys: ["shop:key"] },
    );
    const topic = plan.get("topic");
    const sent = new Requests(plan).ofResource(topic, topic.inputs).getProperties()?.toJavaScript();
    assert.deepEqual(sent, { displayName: secret(UNKNOWN), kmsMasterKeyId: secret("alias/own") });
  });

  it("send the id of a resource that is passed as a whole, or else its URN", async () => {
    const plan = await record(() => new aws.sns.Topic("topic"));
    const reference = { [SIGNATURE]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x" };
    const inputs = { one: { ...reference, id: "i-1" }, other: [reference] };
    const sent = new Requests(plan).ofResource(plan.get("topic"), inputs).getProperties()?.toJavaScript();
    assert.deepEqual(sent, { one: "i-1", other: ["urn:x"] });
  });
});
