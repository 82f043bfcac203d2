import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { lookUp } from "../../../planner/stand-ins/look-ups";
import { UNKNOWN } from "../../../planner/wire";

function ask(name: string, inputs: JsonObject = {}, region = "eu-west-1"): JsonObject {
  const [module = "", func = ""] = name.split(".");
  const answer = lookUp(`aws:${module}/${func}:${func}`, inputs, { project: "shop", stack: "dev", region });
  assert(answer, name);
  return answer;
}

describe("look-ups", () => {
  it("tell region, partition, account and zones of where the stack is", () => {
    assert.equal(ask("index.getRegion").region, "eu-west-1");
    assert.equal(ask("index.getRegion", {}, "cn-north-1").endpoint, "ec2.cn-north-1.amazonaws.com.cn");
    const { partition, dnsSuffix, reverseDnsPrefix } = ask("index.getPartition", {}, "cn-northwest-1");
    assert.deepEqual([partition, dnsSuffix, reverseDnsPrefix], ["aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"]);
    const { accountId, arn } = ask("index.getCallerIdentity", {}, "us-gov-west-1");
    assert.deepEqual([accountId, arn], ["123456789012", "arn:aws-us-gov:iam::123456789012:role/offline"]);
  });

  it("follow the region that they name themselves, and give their inputs back", () => {
    assert.deepEqual(ask("index.getAvailabilityZones", { region: "us-west-1", state: "available" }), {
      id: "us-west-1",
      region: "us-west-1",
      state: "available",
      names: ["us-west-1a", "us-west-1c"],
      zoneIds: ["usw1-az1", "usw1-az2"],
      groupNames: ["us-west-1"],
    });
  });

  it("leave out the zones that are excluded by name or by id", () => {
    const { names, zoneIds } = ask("index.getAvailabilityZones", {
      excludeNames: ["eu-west-1a"],
      excludeZoneIds: ["euw1-az3"],
    });
    assert.deepEqual([names, zoneIds], [["eu-west-1b"], ["euw1-az2"]]);
  });

  it("name the principal of a service", () => {
    const { id, name } = ask("index.getServicePrincipal", { serviceName: "s3" });
    assert.deepEqual([id, name], ["s3.eu-west-1.amazonaws.com", "s3.amazonaws.com"]);
  });

  it("render a policy document, or leave it unknown", () => {
    const { json, minifiedJson } = ask("iam.getPolicyDocument", { statements: [{ actions: ["a"] }] });
    assert.equal(json, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a"}]}');
    assert.equal(minifiedJson, json);
    assert.equal(ask("iam.getPolicyDocument", { statements: [{ actions: [UNKNOWN] }] }).json, UNKNOWN);
  });

  it("find machine images: an id for a public parameter, unknown for the account's own", () => {
    const image = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
    const { value, arn, type } = ask("ssm.getParameter", { name: image });
    assert.match(String(value), /^ami-0ff11e[0-9a-f]{11}$/);
    assert.deepEqual([arn, type], [`arn:aws:ssm:eu-west-1:123456789012:parameter${image}`, "String"]);
    assert.equal(ask("ssm.getParameter", { name: "/shop/size" }).value, UNKNOWN);
    assert.equal(ask("ssm.getParameter", { name: "/aws/service/global-infrastructure/x" }).value, UNKNOWN);
  });

  it("find an image by filters, with the architecture that these name", () => {
    const filters = (value: string) => ({ filters: [{ name: "name", values: [value] }] });
    const { id, imageId, arn, architecture } = ask("ec2.getAmi", filters("al2023-*-arm64"));
    assert.match(String(id), /^ami-0ff11e[0-9a-f]{11}$/);
    assert.deepEqual([imageId, arn, architecture], [id, `arn:aws:ec2:eu-west-1::image/${id}`, "arm64"]);
    assert.equal(ask("ec2.getAmi", filters("ubuntu-amd64")).architecture, "x86_64");
    assert.equal(ask("ec2.getAmi", filters("any")).architecture, UNKNOWN);
    assert.notEqual(ask("ec2.getAmi", filters("any")).id, id);
  });

  it("find prefix lists, zones and keys by what is said of them", () => {
    assert.match(
      String(ask("ec2.getManagedPrefixList", { name: "com.amazonaws.global.cloudfront.origin-facing" }).id),
      /^pl-0ff11e/,
    );
    assert.equal(ask("ec2.getManagedPrefixList", { id: "pl-1" }).id, "pl-1");
    assert.match(String(ask("ec2.getPrefixList", { name: "com.amazonaws.eu-west-1.s3" }).prefixListId), /^pl-0ff11e/);
    const { zoneId, name, arn } = ask("route53.getZone", { name: "example.com." });
    assert.match(String(zoneId), /^Z0FF11E[0-9A-F]{14}$/);
    assert.deepEqual([name, arn], ["example.com", `arn:aws:route53:::hostedzone/${zoneId}`]);
    assert.deepEqual(
      [ask("route53.getZone", { zoneId: "Z1" }).zoneId, ask("route53.getZone", { zoneId: "Z1" }).name],
      ["Z1", UNKNOWN],
    );
    const alias = ask("kms.getAlias", { name: "alias/aws/ebs" });
    assert.equal(alias.arn, "arn:aws:kms:eu-west-1:123456789012:alias/aws/ebs");
    assert.equal(alias.targetKeyArn, `arn:aws:kms:eu-west-1:123456789012:key/${alias.targetKeyId}`);
  });

  it("find the one object of a bucket that is asked for, and do not know what a folder holds", () => {
    assert.deepEqual(ask("s3.getObjects", { bucket: "b", prefix: "releases/1/index.html" }).keys, [
      "releases/1/index.html",
    ]);
    assert.equal(ask("s3.getObjects", { bucket: "b", prefix: "releases/" }).keys, UNKNOWN);
    assert.equal(ask("s3.getObjects", { bucket: "b" }).keys, UNKNOWN);
  });

  it("are undefined where there is no answer", () => {
    assert.equal(
      lookUp("aws:ivs/getStreamKey:getStreamKey", {}, { project: "shop", stack: "dev", region: "eu-west-1" }),
      undefined,
    );
  });
});
