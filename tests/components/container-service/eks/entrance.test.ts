import assert from "node:assert/strict";
import { annotationsOf, image, planned, plannedWith } from "./planned-service";

const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
const another = "arn:aws:acm:eu-west-1:123456789012:certificate/1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

describe("the application load balancer of a service on EKS", () => {
  it("is made by Auto Mode's controller, in public subnets if it is on the internet", async () => {
    const plan = await planned();
    assert.deepEqual(plan.get("shop-class-params").inputs.spec, {
      scheme: "internet-facing",
      subnets: { ids: ["subnet-1", "subnet-2"] },
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } },
    });
    assert.equal(plan.get("shop-class-params").inputs.apiVersion, "eks.amazonaws.com/v1");
    assert.deepEqual(plan.get("shop-class").inputs.spec, {
      controller: "eks.amazonaws.com/alb",
      parameters: { apiGroup: "eks.amazonaws.com", kind: "IngressClassParams", name: "shop" },
    });
    assert.equal(Object(plan.get("shop-ingress").inputs.spec).ingressClassName, "shop");
  });

  it("stands in private subnets if it is internal", async () => {
    const plan = await planned({ balancing: { type: "application", exposure: "internal", tls: "none" } });
    const { scheme, subnets } = Object(plan.get("shop-class-params").inputs.spec);
    assert.deepEqual([scheme, subnets], ["internal", { ids: ["subnet-3", "subnet-4"] }]);
  });

  it("sends every path to the service's pods, and asks them how they are", async () => {
    const plan = await planned({ healthCheck: { path: "/up", matcher: "200-204" } });
    assert.deepEqual(Object(plan.get("shop-ingress").inputs.spec).rules, [
      {
        http: {
          paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "shop", port: { number: 8080 } } } }],
        },
      },
    ]);
    const annotations = annotationsOf(plan, "shop-ingress");
    assert.equal(annotations["target-type"], "ip");
    assert.equal(annotations["healthcheck-path"], "/up");
    assert.equal(annotations["success-codes"], "200-204");
    assert.equal(annotations["healthcheck-interval-seconds"], "15");
    assert.equal(annotations["unhealthy-threshold-count"], "3");
    assert.deepEqual(Object(plan.get("shop-service").inputs.spec), {
      type: "ClusterIP",
      selector: { "app.kubernetes.io/name": "shop" },
      ports: [{ name: "app", port: 8080, targetPort: 8080, protocol: "TCP", appProtocol: "http" }],
    });
  });

  it("speaks TLS 1.3, and on port 80 only says so", async () => {
    const tls = { certificateArn, additionalCertificateArns: { "www.example.com": another } };
    const plan = await planned({ balancing: { type: "application", exposure: "internet", tls } });
    const annotations = annotationsOf(plan, "shop-ingress");
    assert.equal(annotations["listen-ports"], '[{"HTTP":80},{"HTTPS":443}]');
    assert.equal(annotations["ssl-redirect"], "443");
    assert.equal(annotations["ssl-policy"], "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    assert.equal(annotations["certificate-arn"], `${certificateArn},${another}`);
  });

  it("serves plain HTTP only if that is said", async () => {
    const annotations = annotationsOf(await planned(), "shop-ingress");
    assert.equal(annotations["listen-ports"], '[{"HTTP":80}]');
    assert.equal(annotations["ssl-redirect"], undefined);
  });

  it("is strict about requests, logs them, and cannot be deleted in prod", async () => {
    const plan = await planned({}, "prod");
    assert.deepEqual(annotationsOf(plan, "shop-ingress")["load-balancer-attributes"]?.split(","), [
      `access_logs.s3.bucket=${plan.get("shop-logs-bucket").outputs.bucket}`,
      "access_logs.s3.enabled=true",
      "deletion_protection.enabled=true",
      "routing.http.desync_mitigation_mode=strictest",
      "routing.http.drop_invalid_header_fields.enabled=true",
    ]);
  });

  it("gives requests under way their time, and brings clients back to their pod if it is to", async () => {
    const attributesFor = async (args: object) =>
      annotationsOf(await planned(args), "shop-ingress")["target-group-attributes"]?.split(",");
    assert.deepEqual(await attributesFor({}), ["deregistration_delay.timeout_seconds=30", "stickiness.enabled=false"]);
    assert.deepEqual(
      await attributesFor({
        deregistrationDelaySeconds: 5,
        stickiness: { type: "loadBalancerCookie", durationSeconds: 600 },
      }),
      [
        "deregistration_delay.timeout_seconds=5",
        "stickiness.enabled=true",
        "stickiness.type=lb_cookie",
        "stickiness.lb_cookie.duration_seconds=600",
      ],
    );
    assert.deepEqual(await attributesFor({ stickiness: { type: "appCookie", cookieName: "basket" } }), [
      "deregistration_delay.timeout_seconds=30",
      "stickiness.enabled=true",
      "stickiness.type=app_cookie",
      "stickiness.app_cookie.cookie_name=basket",
      "stickiness.app_cookie.duration_seconds=86400",
    ]);
  });

  it("speaks HTTP/2 or gRPC with pods that do", async () => {
    const balancing = { type: "application", exposure: "internet", tls: { certificateArn } } as const;
    const versionOf = async (protocol: "http2" | "grpc") =>
      annotationsOf(await plannedWith({ protocol }, { balancing }), "shop-ingress")["backend-protocol-version"];
    assert.equal(await versionOf("http2"), "HTTP2");
    assert.equal(await versionOf("grpc"), "GRPC");
  });
});

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
