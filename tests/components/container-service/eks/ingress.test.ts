import assert from "node:assert/strict";
import { annotationsOf, planned, plannedWith } from "./planned-service";

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
    const { bucket } = plan.get("shop-logs-bucket").outputs;
    assert.deepEqual(annotationsOf(plan, "shop-ingress")["load-balancer-attributes"]?.split(","), [
      "access_logs.s3.enabled=true",
      `access_logs.s3.bucket=${bucket}`,
      "access_logs.s3.prefix=access",
      "connection_logs.s3.enabled=true",
      `connection_logs.s3.bucket=${bucket}`,
      "connection_logs.s3.prefix=connection",
      "health_check_logs.s3.enabled=true",
      `health_check_logs.s3.bucket=${bucket}`,
      "health_check_logs.s3.prefix=health-check",
      "routing.http.drop_invalid_header_fields.enabled=true",
      "routing.http.desync_mitigation_mode=strictest",
      "deletion_protection.enabled=true",
      "zonal_shift.config.enabled=true",
      "idle_timeout.timeout_seconds=60",
      "client_keep_alive.seconds=3600",
    ]);
  });

  it("does with requests and answers as it is told, and asks a web ACL first", async () => {
    const plan = await planned({
      balancing: {
        type: "application",
        exposure: "internet",
        tls: {
          certificateArn,
          mutual: { mode: "verify", trustStoreArn: "arn:aws:elasticloadbalancing:t", ignoreExpiry: true },
        },
        webAclArn: "arn:acl",
        webAclFailure: "pass",
        http2: false,
        connectionLogs: false,
        healthCheckLogs: false,
        zonalShift: false,
        idleTimeoutSeconds: 30,
        clientKeepAliveSeconds: 60,
        requestHeaders: {
          preserveHost: true,
          forwardedFor: "remove",
          clientPort: true,
          tls: true,
          names: { subject: "X-Client", tlsVersion: "X-Tls" },
        },
        responseHeaders: { frameOptions: "DENY", contentSecurityPolicy: "default-src 'self'", server: true },
      },
    });
    const annotations = annotationsOf(plan, "shop-ingress");
    assert.equal(annotations["wafv2-acl-arn"], "arn:acl");
    assert.deepEqual(JSON.parse(annotations["mutual-authentication"] ?? ""), [
      {
        port: 443,
        mode: "verify",
        trustStore: "arn:aws:elasticloadbalancing:t",
        ignoreClientCertificateExpiry: true,
        advertiseTrustStoreCaNames: "off",
      },
    ]);
    assert.deepEqual(annotations["load-balancer-attributes"]?.split(",").slice(3), [
      "routing.http.drop_invalid_header_fields.enabled=true",
      "routing.http.desync_mitigation_mode=strictest",
      "deletion_protection.enabled=false",
      "zonal_shift.config.enabled=false",
      "idle_timeout.timeout_seconds=30",
      "client_keep_alive.seconds=60",
      "routing.http2.enabled=false",
      "waf.fail_open.enabled=true",
      "routing.http.preserve_host_header.enabled=true",
      "routing.http.xff_header_processing.mode=remove",
      "routing.http.xff_client_port.enabled=true",
      "routing.http.x_amzn_tls_version_and_cipher_suite.enabled=true",
    ]);
    assert.deepEqual(annotations["listener-attributes.HTTPS-443"]?.split(","), [
      "routing.http.request.x_amzn_tls_version.header_name=X-Tls",
      "routing.http.request.x_amzn_mtls_clientcert_subject.header_name=X-Client",
      "routing.http.response.server.enabled=true",
      "routing.http.response.strict_transport_security.header_value=max-age=31536000",
      "routing.http.response.x_content_type_options.header_value=nosniff",
      "routing.http.response.x_frame_options.header_value=DENY",
      "routing.http.response.content_security_policy.header_value=default-src 'self'",
    ]);
  });

  it("passes clients' certificates on without a word, if it is to", async () => {
    const tls = { certificateArn, mutual: { mode: "passthrough" } } as const;
    const plan = await planned({ balancing: { type: "application", exposure: "internet", tls } });
    const annotations = annotationsOf(plan, "shop-ingress");
    assert.equal(annotations["mutual-authentication"], '[{"port":443,"mode":"passthrough"}]');
  });

  it("hides over plain HTTP too what it is", async () => {
    const annotations = annotationsOf(await planned(), "shop-ingress");
    assert.deepEqual(annotations["listener-attributes.HTTP-80"]?.split(","), [
      "routing.http.response.server.enabled=false",
      "routing.http.response.x_content_type_options.header_value=nosniff",
    ]);
    assert.equal(annotations["mutual-authentication"], undefined);
    assert.equal(annotations["wafv2-acl-arn"], undefined);
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
