import assert from "node:assert/strict";
import { annotationsOf, image, planned, plannedWith } from "./planned-service";

const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

describe("the security groups of a service on EKS", () => {
  it("let the stated sources in to the load balancer, and only it in to the pods", async () => {
    const plan = await planned({
      balancing: { type: "application", exposure: "internet", tls: "none", sources: ["203.0.113.0/24"] },
    });
    const edge = plan.get("shop-edge").id;
    const cluster = Object(plan.get("shop-eks-cluster").outputs.vpcConfig).clusterSecurityGroupId;
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-app-in-tcp-8080-edge",
      "shop-edge-in-tcp-80-203.0.113.0/24",
    ]);
    const { securityGroupId, referencedSecurityGroupId, fromPort } = plan.get("shop-app-in-tcp-8080-edge").inputs;
    assert.deepEqual([securityGroupId, referencedSecurityGroupId, fromPort], [cluster, edge, 8080]);
    const out = plan.get("shop-edge-out-tcp-8080-app").inputs;
    assert.deepEqual([out.securityGroupId, out.referencedSecurityGroupId], [edge, cluster]);
    const annotations = annotationsOf(plan, "shop-ingress");
    assert.equal(annotations["security-groups"], edge);
    assert.equal(annotations["manage-backend-security-group-rules"], "false");
  });

  it("let callers in to the pods without a load balancer", async () => {
    const caller = { type: "securityGroup", id: "sg-1", name: "orders" } as const;
    const plan = await planned({ balancing: "none", callers: [caller] });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-app-in-tcp-8080-orders",
    ]);
    assert.equal(plan.get("shop-app-in-tcp-8080-orders").inputs.referencedSecurityGroupId, "sg-1");
    assert.deepEqual(plan.names("aws:ec2/securityGroup:SecurityGroup"), []);
  });
});

describe("the network load balancer of a service on EKS", () => {
  it("is a Service of Auto Mode's class, with a group of its own and a port to the pods", async () => {
    const plan = await planned({ balancing: { type: "network", exposure: "internet", tls: "none", port: 5000 } });
    const { type, loadBalancerClass, allocateLoadBalancerNodePorts, ports } = Object(
      plan.get("shop-service").inputs.spec,
    );
    assert.deepEqual(
      [type, loadBalancerClass, allocateLoadBalancerNodePorts],
      ["LoadBalancer", "eks.amazonaws.com/nlb", false],
    );
    assert.deepEqual([ports[0].port, ports[0].targetPort], [5000, 8080]);
    const annotations = annotationsOf(plan, "shop-service");
    assert.equal(annotations["aws-load-balancer-scheme"], "internet-facing");
    assert.equal(annotations["aws-load-balancer-subnets"], "subnet-1,subnet-2");
    assert.equal(annotations["aws-load-balancer-security-groups"], plan.get("shop-edge").id);
    assert.equal(annotations["aws-load-balancer-manage-backend-security-group-rules"], "false");
    assert.equal(annotations["aws-load-balancer-healthcheck-protocol"], "HTTP");
    assert.ok(plan.get("shop-edge-in-tcp-5000-0.0.0.0/0"));
    assert.deepEqual(plan.ofType("kubernetes:networking.k8s.io/v1:Ingress"), []);
  });

  it("ends TLS if it is to, and only connects where no HTTP is spoken", async () => {
    const plan = await plannedWith(
      { protocol: "tcp" },
      { balancing: { type: "network", exposure: "internal", tls: { certificateArn } } },
    );
    const annotations = annotationsOf(plan, "shop-service");
    assert.equal(annotations["aws-load-balancer-ssl-cert"], certificateArn);
    assert.equal(annotations["aws-load-balancer-ssl-ports"], "443");
    assert.equal(annotations["aws-load-balancer-healthcheck-protocol"], "TCP");
    assert.equal(annotations["aws-load-balancer-healthcheck-path"], undefined);
  });
});

describe("a load balancer that cannot be", () => {
  it("is refused with one sentence", async () => {
    const application = { type: "application", exposure: "internet", tls: "none" } as const;
    await assert.rejects(
      plannedWith({ protocol: "grpc" }, { balancing: application }),
      /shop": balancing\.tls must be a certificate, as grpc has to be spoken to the load balancer over TLS, got "none"/,
    );
    await assert.rejects(
      planned({ balancing: { ...application, sources: [] } }),
      /shop": balancing\.sources must name at least one peer, got \[\]/,
    );
    await assert.rejects(
      planned({
        network: { vpcId: "vpc-1", publicSubnetIds: ["subnet-1"], privateSubnetIds: ["subnet-3", "subnet-4"] },
      }),
      /network\.publicSubnetIds must hold subnets of at least two zones, got 1/,
    );
  });

  it("is not one that admits nobody yet, for callers with a rule of their own", async () => {
    const plan = await planned({ balancing: { type: "application", exposure: "internal", tls: "none", sources: [] } });
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-app-in-tcp-8080-edge",
    ]);
  });
});

describe("a service on EKS without a port", () => {
  it("has no name in the cluster and no load balancer", async () => {
    const plan = await planned({ containers: { worker: { image } }, balancing: "none" });
    assert.deepEqual(plan.ofType("kubernetes:core/v1:Service"), []);
  });
});
