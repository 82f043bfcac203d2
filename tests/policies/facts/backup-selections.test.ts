import assert from "node:assert/strict";
import { backupsOf } from "../../../policies/facts/backup-selections";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const selectionType = "aws:backup/selection:Selection";
const data = fake("aws:ebs/volume:Volume", "data", { tags: { backup: "daily", stage: "prod" } });
const files = fake("aws:efs/fileSystem:FileSystem", "files", {
  id: "fs-1",
  arn: "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1",
});

/** Whether a selection with these properties includes a resource. */
function includes(
  resource: StackResource,
  props: Record<string, unknown>,
  references: Record<string, StackResource[]> = {},
) {
  return backupsOf(fakeStack(resource, fake(selectionType, "daily", props, references)), []).include(resource);
}

describe("what a backup selection includes", () => {
  it("is everything when it names nothing, but for what it leaves out", () => {
    assert.equal(includes(data, {}), true);
    assert.equal(includes(data, { resources: [], selectionTags: [], conditions: [{}] }), true);
    assert.equal(includes(data, { notResources: ["arn:aws:ec2:*:*:volume/*"] }), false);
    assert.equal(includes(files, { notResources: ["arn:aws:ec2:*:*:volume/*"] }), true);
  });

  it("is what an ARN names, with wildcards, also before the ARN of the resource is known", () => {
    for (const pattern of ["*", "arn:aws:ec2:*", "arn:aws:ec2:*:*:volume/*", "arn:aws-cn:ec2:*:123456789012:vol*"]) {
      assert.equal(includes(data, { resources: [pattern] }), true, pattern);
    }
    for (const pattern of ["arn:aws:ec2:*:*:instance/*", "arn:aws:rds:*", "arn:aws:ec2:*:*:volume/vol-1", "", "ec2"]) {
      assert.equal(includes(data, { resources: [pattern] }), false, pattern);
    }
    assert.equal(includes(data, { resources: ["arn:aws:ec2:*:*:volume/vol-0*"] }), UNKNOWN);
    assert.equal(includes(files, { resources: ["arn:aws:elasticfilesystem:eu-*:*:file-system/fs-1"] }), true);
    assert.equal(includes(files, { resources: ["arn:aws:elasticfilesystem:us-*:*:file-system/*"] }), false);
  });

  it("is what it refers to, and may be what it does not say yet", () => {
    assert.equal(includes(data, { resources: [UNKNOWN] }, { resources: [data] }), true);
    assert.equal(includes(data, { resources: [UNKNOWN] }, { resources: [files] }), false);
    assert.equal(includes(data, { resources: [UNKNOWN, UNKNOWN] }, { resources: [files] }), UNKNOWN);
    assert.equal(includes(data, { notResources: [UNKNOWN] }, { notResources: [data] }), false);
  });

  it("has one of its ARNs or one of its tags", () => {
    const tag = (key: string, value: unknown) => ({ type: "STRINGEQUALS", key, value });
    assert.equal(includes(data, { selectionTags: [tag("backup", "weekly"), tag("backup", "daily")] }), true);
    assert.equal(includes(data, { selectionTags: [tag("aws:ResourceTag/backup", "daily")] }), true);
    assert.equal(includes(data, { selectionTags: [tag("backup", "d*")] }), false);
    assert.equal(includes(files, { selectionTags: [tag("backup", "daily")] }), false);
    assert.equal(includes(files, { selectionTags: [tag("backup", "daily")], resources: ["*"] }), true);
    assert.equal(includes(data, { selectionTags: [tag("backup", UNKNOWN)] }, { selectionTags: [files] }), UNKNOWN);
  });

  it("fulfils all of its conditions", () => {
    const tag = (key: string, value: unknown) => ({ key: `aws:ResourceTag/${key}`, value });
    const included = (conditions: object) => includes(data, { resources: ["*"], conditions: [conditions] });
    assert.equal(included({ stringEquals: [tag("backup", "daily"), tag("stage", "prod")] }), true);
    assert.equal(included({ stringEquals: [tag("backup", "daily"), tag("stage", "dev")] }), false);
    assert.equal(included({ stringLikes: [tag("stage", "p*d")] }), true);
    assert.equal(included({ stringLikes: [tag("owner", "*")] }), false);
    assert.equal(included({ stringNotEquals: [tag("owner", "web")] }), true);
    assert.equal(included({ stringNotLikes: [tag("stage", "pr*")] }), false);
  });

  it("lies in its region", () => {
    const there = fake("aws:ebs/volume:Volume", "there", { region: "us-east-1" });
    assert.equal(includes(there, { region: "eu-west-1" }), false);
    assert.equal(includes(there, { region: "us-east-1" }), true);
    assert.equal(includes(there, { resources: ["arn:aws:ec2:eu-west-1:*:volume/*"] }), false);
  });

  it("is also what a plan elsewhere selects by a tag", () => {
    assert.equal(backupsOf(fakeStack(data), ["backup"]).include(data), true);
    assert.equal(backupsOf(fakeStack(data), ["backup=weekly"]).include(data), false);
    assert.equal(backupsOf(fakeStack(data), []).include(data), false);
  });
});
