import assert from "node:assert/strict";
import { lookUp } from "../../../planner/stand-ins/look-ups";
import { UNKNOWN } from "../../../planner/wire";

const setting = { project: "shop", stack: "dev", region: "eu-west-1" };
const ask = (token: string, inputs: Record<string, string>) => lookUp(token, inputs, setting) ?? {};

describe("look-ups about containers", () => {
  it("know the registry and its repositories, but no password", () => {
    const token = ask("aws:ecr/getAuthorizationToken:getAuthorizationToken", {});
    assert.deepEqual(
      [token.proxyEndpoint, token.userName, token.password],
      ["https://123456789012.dkr.ecr.eu-west-1.amazonaws.com", "AWS", UNKNOWN],
    );
    const repository = ask("aws:ecr/getRepository:getRepository", { name: "web" });
    assert.equal(repository.repositoryUrl, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web");
    assert.equal(repository.imageTagMutability, UNKNOWN);
    const image = ask("aws:ecr/getImage:getImage", { repositoryName: "web", imageTag: "1.2" });
    assert.match(
      String(image.imageUri),
      /^123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/web@sha256:0ff11e[0-9a-f]{58}$/,
    );
  });

  it("give the images of AWS's parameters as ids, or in JSON where AWS does, and no version of them", () => {
    const root = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended";
    const value = (name: string) => ask("aws:ssm/getParameter:getParameter", { name }).value;
    assert.match(String(value(`${root}/image_id`)), /^ami-0ff11e[0-9a-f]{11}$/);
    assert.match(String(JSON.parse(String(value(root))).image_id), /^ami-0ff11e[0-9a-f]{11}$/);
    assert.match(String(value("/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id")), /^ami-/);
    assert.equal(value("/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_version"), UNKNOWN);
  });

  it("know the role behind a session, and that anything else is its own issuer", () => {
    const issuer = (arn: string) => {
      const { issuerArn, issuerName, sessionName } = ask("aws:iam/getSessionContext:getSessionContext", { arn });
      return [issuerArn, issuerName, sessionName];
    };
    const role = "arn:aws:iam::123456789012:role/admin";
    assert.deepEqual(issuer("arn:aws:sts::123456789012:assumed-role/admin/ada"), [role, "admin", "ada"]);
    assert.deepEqual(issuer(role), [role, "admin", ""]);
  });

  it("find a load balancer by its name or its ARN", () => {
    const byName = ask("aws:lb/getLoadBalancer:getLoadBalancer", { name: "shop" });
    assert.match(String(byName.arnSuffix), /^app\/shop\/0ff11e[0-9a-f]{10}$/);
    assert.equal(byName.arn, `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/${byName.arnSuffix}`);
    assert.match(String(byName.dnsName), /^shop-0ff11e[0-9a-f]{4}\.eu-west-1\.elb\.amazonaws\.com$/);
    assert.equal(byName.securityGroups, UNKNOWN);
    const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/till/0123456789abcdef";
    const byArn = ask("aws:lb/getLoadBalancer:getLoadBalancer", { arn });
    assert.deepEqual([byArn.arn, byArn.arnSuffix, byArn.name], [arn, "app/till/0123456789abcdef", "till"]);
    assert.equal(ask("aws:lb/getLoadBalancer:getLoadBalancer", {}).arn, UNKNOWN);
  });

  it("find a secret by its name but not what it holds, and an add-on's version in a form that is no real one's", () => {
    const secret = ask("aws:secretsmanager/getSecret:getSecret", { name: "shop/password" });
    assert.match(String(secret.arn), /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\/password-0ff11e$/);
    const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
    const version = ask("aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: arn });
    assert.deepEqual([version.id, version.arn, version.secretString], [arn, arn, UNKNOWN]);
    const byName = ask("aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: "shop" });
    assert.deepEqual([byName.secretId, byName.arn], ["shop", UNKNOWN]);
    const addon = ask("aws:eks/getAddonVersion:getAddonVersion", { addonName: "vpc-cni", kubernetesVersion: "1.34" });
    assert.equal(addon.version, "v0.0.0-eksbuild.0");
  });
});
