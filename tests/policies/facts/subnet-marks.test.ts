import assert from "node:assert/strict";
import { markOf, markSettings } from "../../../policies/facts/subnet-marks";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const settings = { publicTags: markSettings.publicTags.default, privateTags: markSettings.privateTags.default };

function mark(tags: unknown, name = "subnet", own = settings) {
  return markOf(fake("aws:ec2/subnet:Subnet", name, { tags }), own);
}

describe("the mark of a subnet", () => {
  it("is that of its tags, as our networks, awsx, CDK and EKS write them", () => {
    assert.equal(mark({ Tier: "public" }), "public");
    assert.equal(mark({ tier: "Isolated" }), "private");
    assert.equal(mark({ SubnetType: "Public" }), "public");
    assert.equal(mark({ "aws-cdk:subnet-type": "Private" }), "private");
    assert.equal(mark({ "kubernetes.io/role/elb": "1" }), "public");
    assert.equal(mark({ Environment: "public" }), undefined);
  });

  it("is otherwise that of its Name tag, or of its name in the program", () => {
    assert.equal(mark({ Name: "shop-vpc-private-eu-west-1a" }), "private");
    assert.equal(mark({ Name: "Stack/Vpc/PublicSubnet1" }), "public");
    assert.equal(mark({ Name: "shop-1" }, "publicA"), "public");
    assert.equal(mark(undefined, "net-isolated-a"), "private");
    assert.equal(mark({ Name: "republic-1" }, "a"), undefined);
  });

  it("is that of the last word, for the network has a name too", () => {
    assert.equal(mark({ Name: "private-net-public-1" }), "public");
    assert.equal(mark({ Name: "public-sector-private-1" }), "private");
  });

  it("is that of the name when tags say both, as on subnets for load balancers of both kinds", () => {
    const both = { "kubernetes.io/role/elb": "1", "kubernetes.io/role/internal-elb": "1" };
    assert.equal(mark(both), undefined);
    assert.equal(mark({ ...both, Name: "nodes-private" }), "private");
  });

  it("follows tags of a company's own", () => {
    const own = { publicTags: ["zone=dmz"], privateTags: ["Core"] };
    assert.equal(mark({ Zone: "DMZ" }, "a", own), "public");
    assert.equal(mark({ core: "" }, "a", own), "private");
    assert.equal(mark({ Tier: "public" }, "a", own), undefined);
  });

  it("is not known where a tag is not that could be one of them", () => {
    assert.equal(mark(UNKNOWN, "public-a"), UNKNOWN);
    assert.equal(mark({ Tier: UNKNOWN }, "public-a"), UNKNOWN);
    assert.equal(mark({ Name: UNKNOWN }, "public-a"), UNKNOWN);
    assert.equal(mark({ Owner: UNKNOWN }, "public-a"), "public");
  });
});
