import assert from "node:assert/strict";
import type { Discovery } from "../../../../components/container-service/discovery";
import { plain, shop } from "../shop";

const find = (discovery: Discovery) => shop({ ...plain, balancing: "none", callers: ["10.0.0.0/16"], discovery });

describe("how a service on ECS is found", () => {
  it("is by nothing but its load balancer if nothing is said", async () => {
    const { inputs } = (await shop()).get("shop-service");
    assert.deepEqual(
      [inputs.serviceConnectConfiguration, inputs.serviceRegistries, inputs.vpcLatticeConfigurations],
      [undefined, undefined, undefined],
    );
  });

  it("can be a short name in the cluster's namespace, with each request logged", async () => {
    const plan = await find({ type: "serviceConnect" });
    assert.deepEqual(plan.get("shop-service").inputs.serviceConnectConfiguration, {
      enabled: true,
      namespace: plan.get("shop-namespace").outputs.arn,
      services: [{ portName: "web", discoveryName: "shop", clientAlias: [{ dnsName: "shop", port: 8080 }] }],
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": plan.get("shop-logs").outputs.name,
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "service-connect",
          mode: "non-blocking",
          "max-buffer-size": "25m",
        },
      },
      accessLogConfiguration: { format: "JSON", includeQueryParameters: "DISABLED" },
    });
  });

  it("can have another name and port, time limits, and TLS by a private authority", async () => {
    const authorityArn = "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/a";
    const plan = await find({
      type: "serviceConnect",
      alias: "catalogue",
      port: 80,
      idleTimeoutSeconds: 60,
      requestTimeoutSeconds: 5,
      tls: { authorityArn },
      accessLog: "none",
    });
    const stated = Object(plan.get("shop-service").inputs.serviceConnectConfiguration);
    assert.deepEqual(stated.services, [
      {
        portName: "web",
        discoveryName: "catalogue",
        clientAlias: [{ dnsName: "catalogue", port: 80 }],
        timeout: { idleTimeoutSeconds: 60, perRequestTimeoutSeconds: 5 },
        tls: {
          issuerCertAuthority: { awsPcaAuthorityArn: authorityArn },
          roleArn: plan.get("shop-tls-role").outputs.arn,
        },
      },
    ]);
    assert.equal(stated.accessLogConfiguration, undefined);
  });

  it("can be a caller alone", async () => {
    const stated = Object(
      (await find({ type: "serviceConnect", clientOnly: true })).get("shop-service").inputs.serviceConnectConfiguration,
    );
    assert.deepEqual([stated.enabled, stated.services], [true, undefined]);
  });

  it("can be a name in a private zone, with the port for who asks for it", async () => {
    const plan = await find({ type: "cloudMap", namespaceId: "ns-1", alias: "catalogue", ttlSeconds: 5 });
    const { inputs } = plan.get("shop-discovery");
    assert.equal(inputs.name, "catalogue");
    assert.deepEqual(inputs.dnsConfig, {
      namespaceId: "ns-1",
      routingPolicy: "MULTIVALUE",
      dnsRecords: [
        { type: "A", ttl: 5 },
        { type: "SRV", ttl: 5 },
      ],
    });
    assert.deepEqual(plan.get("shop-service").inputs.serviceRegistries, {
      registryArn: plan.get("shop-discovery").outputs.arn,
      containerName: "web",
      containerPort: 8080,
    });
    assert.equal(
      plan.get("shop", "tierwork:index:ContainerService").outputs.discoveryArn,
      plan.get("shop-discovery").outputs.arn,
    );
  });

  it("can be a target group of VPC Lattice", async () => {
    const targetGroupArn = "arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0";
    const plan = await find({ type: "vpcLattice", targetGroupArn });
    assert.deepEqual(plan.get("shop-service").inputs.vpcLatticeConfigurations, [
      { portName: "web", targetGroupArn, roleArn: plan.get("shop-lattice-role").outputs.arn },
    ]);
  });

  const refused: [string, Discovery][] = [
    [
      'discovery.alias must be a name of lower-case letters, digits and hyphens, got "A"',
      { type: "serviceConnect", alias: "A" },
    ],
    ["discovery.port must be a whole number between 1 and 65535, got 0", { type: "serviceConnect", port: 0 }],
    [
      "discovery.idleTimeoutSeconds must be a whole number of seconds, 0 or more, got -1",
      { type: "serviceConnect", idleTimeoutSeconds: -1 },
    ],
    [
      "discovery.ttlSeconds must be a whole number of seconds, 0 or more, got -1",
      { type: "cloudMap", namespaceId: "ns-1", ttlSeconds: -1 },
    ],
  ];
  for (const [sentence, discovery] of refused) {
    it(`is refused: ${sentence}`, () =>
      assert.rejects(find(discovery), { message: `container service "shop": ${sentence}` }));
  }

  it("is refused without a port to be found on", () =>
    assert.rejects(
      shop({
        ...plain,
        balancing: "none",
        containers: { worker: { image: plain.containers.web.image } },
        discovery: { type: "cloudMap", namespaceId: "ns-1" },
      }),
      /discovery must be left out or clientOnly, as no container has a port, got "cloudMap"/,
    ));
});
