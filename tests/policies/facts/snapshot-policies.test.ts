import assert from "node:assert/strict";
import { attachedVolumes } from "../../../policies/facts/attached-volumes";
import { snapshotPoliciesOf } from "../../../policies/facts/snapshot-policies";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const data = fake("aws:ebs/volume:Volume", "data", { type: "gp3", tags: { snapshots: "daily" } });
const app = fake("aws:ec2/instance:Instance", "app", { tags: { role: "app" } });
const attachment = fake(
  "aws:ec2/volumeAttachment:VolumeAttachment",
  "data-to-app",
  { volumeId: UNKNOWN, instanceId: UNKNOWN },
  { volumeId: [data], instanceId: [app] },
);

/** Whether a lifecycle policy includes the volume, which is attached to the instance. */
function includes(policyDetails: unknown, rest: Record<string, unknown> = {}) {
  const policy = fake("aws:dlm/lifecyclePolicy:LifecyclePolicy", "daily", { policyDetails, ...rest });
  const stack = fakeStack(data, app, attachment, policy);
  const [volume] = attachedVolumes(stack);
  assert(volume);
  return snapshotPoliciesOf(stack).include(volume);
}

describe("what a lifecycle policy takes snapshots of", () => {
  const daily = { resourceTypes: ["VOLUME"], targetTags: { owner: "web", snapshots: "daily" } };

  it("are volumes with one of its tags", () => {
    assert.equal(includes(daily), true);
    assert.equal(includes({ ...daily, targetTags: { snapshots: "weekly" } }), false);
    assert.equal(includes({ ...daily, targetTags: undefined }), false);
    assert.equal(includes({ ...daily, resourceTypes: ["INSTANCE"] }), false);
  });

  it("are the volumes of instances with one of its tags, but for those that it leaves out", () => {
    const instances = { resourceTypes: ["INSTANCE"], targetTags: { role: "app" } };
    assert.equal(includes(instances), true);
    assert.equal(includes({ ...instances, policyType: "IMAGE_MANAGEMENT" }), true);
    assert.equal(includes({ ...instances, parameters: { excludeDataVolumeTags: { snapshots: "daily" } } }), false);
  });

  it("are none while it is disabled, copies what others share, or works in another region", () => {
    assert.equal(includes(daily, { state: "DISABLED" }), false);
    assert.equal(includes({ ...daily, policyType: "EVENT_BASED_POLICY" }), false);
    const policy = fake("aws:dlm/lifecyclePolicy:LifecyclePolicy", "there", {
      policyDetails: daily,
      region: "us-east-1",
    });
    const here = { volume: fake(data.type, "here", { ...data.props, region: "eu-west-1" }), instances: [] };
    assert.equal(snapshotPoliciesOf(fakeStack(policy)).include(here), false);
  });

  it("are all volumes, or those of all instances, where it is a default policy", () => {
    assert.equal(includes({}, { defaultPolicy: "VOLUME" }), true);
    assert.equal(includes({}, { defaultPolicy: "INSTANCE" }), true);
    const excluding = (exclusions: unknown) => includes({ exclusions }, { defaultPolicy: "VOLUME" });
    assert.equal(excluding({ excludeTags: { snapshots: "daily" } }), false);
    assert.equal(excluding({ excludeVolumeTypes: ["gp3"] }), false);
    assert.equal(excluding({ excludeVolumeTypes: ["st1"], excludeBootVolumes: true }), true);
  });

  it("may be a volume whose tags are not known", () => {
    const volume = fake("aws:ebs/volume:Volume", "other", { tags: UNKNOWN });
    const policy = fake("aws:dlm/lifecyclePolicy:LifecyclePolicy", "daily", { policyDetails: daily });
    assert.equal(snapshotPoliciesOf(fakeStack(policy)).include({ volume, instances: [] }), UNKNOWN);
  });
});
