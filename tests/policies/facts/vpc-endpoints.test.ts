import assert from "node:assert/strict";
import { UNKNOWN } from "../../../policies/facts/value";
import { endpointsByVpc, missingServices, serviceOf, tablesServed } from "../../../policies/facts/vpc-endpoints";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const vpc = fake("aws:ec2/vpc:Vpc", "net", { id: "vpc-1", mainRouteTableId: "rtb-main" });
const [a, b] = [
  fake("aws:ec2/routeTable:RouteTable", "a", { id: "rtb-a" }),
  fake("aws:ec2/routeTable:RouteTable", "b", { id: "rtb-b" }),
];
const endpoint = (props: Record<string, unknown>, references: Record<string, StackResource[]> = {}) =>
  fake("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { id: "vpce-1", vpcId: "vpc-1", ...props }, references);

describe("VPC endpoints", () => {
  it("lead to the service at the end of the name", () => {
    const service = (serviceName: unknown) => serviceOf(endpoint({ serviceName }));
    assert.equal(service("com.amazonaws.eu-west-1.ecr.api"), "ecr.api");
    assert.equal(service("cn.com.amazonaws.cn-north-1.ecr.dkr"), "ecr.dkr");
    assert.equal(service("com.amazonaws.vpce.eu-west-1.vpce-svc-1"), "eu-west-1.vpce-svc-1");
    assert.equal(service("aws.sagemaker.eu-west-1.notebook"), "aws.sagemaker.eu-west-1.notebook");
    assert.equal(service(UNKNOWN), UNKNOWN);
    assert.equal(service(undefined), undefined);
  });

  it("belong to the VPC that they name", () => {
    const [own, foreign] = [endpoint({}), fake("aws:ec2/vpcEndpoint:VpcEndpoint", "other", { vpcId: "vpc-9" })];
    assert.deepEqual([...endpointsByVpc(fakeStack(vpc, own, foreign))], [[vpc.urn, [own]]]);
  });

  it("leave services missing, unless one of them may lead to any", () => {
    const s3 = endpoint({ serviceName: "com.amazonaws.eu-west-1.s3" });
    const some = endpoint({ serviceName: UNKNOWN });
    assert.deepEqual(missingServices(["s3", "dynamodb"], [s3]), ["dynamodb"]);
    assert.deepEqual(missingServices(["s3"], [s3, some]), []);
    assert.equal(missingServices(["s3", "dynamodb"], [s3, some]), UNKNOWN);
  });

  it("serve the tables that they list or are associated with", () => {
    const served = (gateway: StackResource, ...others: StackResource[]) => {
      const isServed = tablesServed(fakeStack(vpc, a, b, gateway, ...others), [gateway]);
      return [isServed(a), isServed(b), isServed(vpc)];
    };
    assert.deepEqual(served(endpoint({ routeTableIds: ["rtb-a", "rtb-main"] })), [true, false, true]);
    assert.deepEqual(served(endpoint({ routeTableIds: [UNKNOWN] }, { routeTableIds: [a, b] })), [
      UNKNOWN,
      UNKNOWN,
      false,
    ]);
    assert.deepEqual(served(endpoint({ routeTableIds: UNKNOWN })), [false, false, false]);
    assert.deepEqual(served(endpoint({ routeTableIds: [UNKNOWN] })), [UNKNOWN, UNKNOWN, UNKNOWN]);
    const association = fake("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "tie", {
      vpcEndpointId: "vpce-1",
      routeTableId: "rtb-b",
    });
    assert.deepEqual(served(endpoint({ routeTableIds: ["rtb-a"] }), association), [true, true, false]);
  });
});
