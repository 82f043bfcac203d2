import assert from "node:assert/strict";
import type { ContainerServiceArgs } from "../../../../components/container-service";
import { plain, shop } from "../shop";

const inType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const outType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const efs = {
  type: "efs",
  fileSystemId: "fs-1",
  fileSystemArn: "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1",
  securityGroupId: "sg-files",
} as const;

describe("the security groups of a service on ECS", () => {
  it("let the load balancer reach the container's port, and the container HTTPS, and nothing else", async () => {
    const plan = await shop();
    assert.deepEqual(
      plan.names(inType).filter((name) => name.startsWith("shop-app")),
      ["shop-app-in-tcp-8080-edge"],
    );
    assert.deepEqual(plan.names(outType), ["shop-app-out-tcp-443-0.0.0.0/0", "shop-edge-out-tcp-8080-shop"]);
    const app = plan.get("shop-app").id;
    const edge = plan.get("shop-edge").id;
    const inward = plan.get("shop-app-in-tcp-8080-edge").inputs;
    const outward = plan.get("shop-edge-out-tcp-8080-shop").inputs;
    assert.deepEqual([inward.securityGroupId, inward.referencedSecurityGroupId], [app, edge]);
    assert.deepEqual([outward.securityGroupId, outward.referencedSecurityGroupId], [edge, app]);
    assert.deepEqual(plan.get("shop-lb").inputs.securityGroups, [edge]);
  });

  it("admit the callers that are named, and let out to what is named and to shared files", async () => {
    const plan = await shop({
      ...plain,
      balancing: "none",
      callers: [{ type: "securityGroup", id: "sg-orders", name: "orders" }],
      appEgress: [{ to: "10.0.0.0/16", port: 5432 }],
      volumes: { files: efs },
    });
    assert.deepEqual(plan.names(inType), ["shop-app-in-tcp-8080-orders"]);
    assert.equal(plan.get("shop-app-in-tcp-8080-orders").inputs.referencedSecurityGroupId, "sg-orders");
    assert.deepEqual(plan.names(outType), [
      "shop-app-out-tcp-2049-files",
      "shop-app-out-tcp-443-0.0.0.0/0",
      "shop-app-out-tcp-5432-10.0.0.0/16",
    ]);
    assert.equal(plan.get("shop-app-out-tcp-2049-files").inputs.referencedSecurityGroupId, "sg-files");
  });

  it("open to what is named in bridge mode the group of the instances, which has HTTPS already", async () => {
    const appEgress = [{ to: "10.0.0.0/16", port: 5432 }];
    const plan = await shop({ ...plain, appEgress, compute: { type: "ec2", networkMode: "bridge" } });
    assert.deepEqual(plan.names(outType), [
      "shop-app-out-tcp-5432-10.0.0.0/16",
      "shop-edge-out-tcp-dynamic-app",
      "shop-instances-out-tcp-443-0.0.0.0/0",
    ]);
    const { securityGroupId } = plan.get("shop-app-out-tcp-5432-10.0.0.0/16").inputs;
    assert.equal(securityGroupId, plan.get("shop-instances").id);
  });

  const refused: [string, Partial<ContainerServiceArgs>][] = [
    [
      'appEgress must not repeat a rule (HTTPS to anywhere is one already), got "tcp 443 to 0.0.0.0/0"',
      { appEgress: [{ to: "0.0.0.0/0", port: 443 }] },
    ],
    ["appEgress must have ports from 1 to 65535, got 0", { appEgress: [{ to: "10.0.0.0/16", port: 0 }] }],
    ['callers must not repeat a peer or its name, got "10.0.0.0/16"', { callers: ["10.0.0.0/16", "10.0.0.0/16"] }],
    [
      'callers must be left out, as no container has a port, got ["10.0.0.0/16"]',
      { callers: ["10.0.0.0/16"], balancing: "none", containers: { web: { image: plain.containers.web.image } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`are refused: ${sentence}`, () =>
      assert.rejects(shop({ ...plain, ...args } as ContainerServiceArgs), {
        message: `container service "shop": ${sentence}`,
      }));
  }
});
