import assert from "node:assert/strict";
import type { JsonObject, PlannedOptions } from "../../../planner/plan";
import { resource } from "../reports";
import { type Change, effects, words } from "./effects";

const server = "aws:ec2/instance:Instance";

const larger = (more: JsonObject = {}, change: Partial<Change> = {}): Change => ({
  type: server,
  before: { instanceType: "t2.micro", ...more },
  after: { instanceType: "t2.large", ...more },
  ...change,
});

describe("what a change of a server means", () => {
  it("stops it for another type, with a page that says so", () => {
    assert.deepEqual(effects(larger({ associatePublicIpAddress: true })), {
      instanceType: {
        kind: "restarted",
        words: "in place: AWS stops it, changes it and starts it; its public address changes",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html",
      },
    });
  });

  it("says which address it has afterwards", () => {
    const urn = resource("it", { type: server }).urn;
    const type = "aws:ec2/eipAssociation:EipAssociation";
    const address = resource("address", { type, propertyDependencies: { instanceId: [urn] } });
    const elsewhere = resource("address", { type, propertyDependencies: { instanceId: ["another"] } });
    const stopped = "restarted: in place: AWS stops it, changes it and starts it;";
    assert.deepEqual(words(larger({}, { beside: [address] })), [`${stopped} its Elastic IP stays`]);
    assert.deepEqual(words(larger({}, { beside: [elsewhere] })), [`${stopped} its public address changes`]);
    assert.deepEqual(words(larger({ associatePublicIpAddress: false })), [`${stopped} its address stays`]);
  });

  it("says what AWS refuses", () => {
    assert.deepEqual(words(larger({ disableApiStop: true })), [
      "refused: AWS refuses to stop it until an update has set disableApiStop to false",
    ]);
    assert.deepEqual(words(larger({ instanceMarketOptions: { marketType: "spot" } })), [
      "refused: AWS does not change the type of a Spot Instance",
    ]);
  });

  it("tells user data that replaces from user data that nothing runs", () => {
    const rewritten = (more: JsonObject): Change => ({
      type: server,
      before: { userData: "a", ...more },
      after: { userData: "b", ...more },
    });
    assert.deepEqual(words(rewritten({ userDataReplaceOnChange: true })), [
      "replaced: replaces the server, which then runs it",
    ]);
    assert.deepEqual(words(rewritten({ associatePublicIpAddress: false })), [
      "restarted: in place: AWS stops it and starts it, and nothing runs the new text; its address stays",
    ]);
  });

  it("says nothing of what else would change in place if the server is replaced", () => {
    const change: Change = {
      type: server,
      before: { ami: "ami-1", instanceType: "t3.micro", rootBlockDevice: { volumeSize: 8 } },
      after: { ami: "ami-2", instanceType: "t3.large", rootBlockDevice: { volumeSize: 9 } },
    };
    const replaced = "replaced: replaces the server, and what is on its own disks is lost";
    assert.deepEqual(words(change), [replaced, undefined, undefined]);
    assert.deepEqual(words({ ...change, options: { ignoreChanges: ["ami"] } }), [
      "ignored: ignored, as ignoreChanges says",
      "restarted: in place: AWS stops it, changes it and starts it; its public address changes",
      "inPlace: in place, while it runs; a disk never becomes smaller",
    ]);
  });

  it("believes the options of the resource before the table, part by part", () => {
    const tags = (option: PlannedOptions): Change => ({
      type: server,
      before: { tags: { a: "1", b: "1" } },
      after: { tags: { a: "2", b: "2" } },
      options: option,
    });
    assert.deepEqual(words(tags({})), [undefined, undefined]);
    assert.deepEqual(words(tags({ ignoreChanges: ["tags.a"] })), [
      "ignored: ignored, as ignoreChanges says",
      undefined,
    ]);
    assert.deepEqual(words(tags({ ignoreChanges: ["tags[*]"] })), [
      "ignored: ignored, as ignoreChanges says",
      "ignored: ignored, as ignoreChanges says",
    ]);
    assert.deepEqual(words(tags({ replaceOnChanges: ["tags.b"] })), [
      undefined,
      "replaced: replaces it, as replaceOnChanges says",
    ]);
  });
});
