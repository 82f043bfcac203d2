import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ContainerService, type ContainerServiceArgs } from "../../../components/container-service";
import { ServiceBalancer } from "../../../components/service-balancer";
import { record } from "../../../planner/record";
import { image, network, plain, shop, web } from "./shop";

/** Arguments as a program in JavaScript may give them, which no type holds back. */
const wrong = (args: object) => args as Partial<ContainerServiceArgs>;
const eks = { compute: { type: "eks" } } as const;
const bluegreen = { rollout: { type: "blueGreen" } } as const;

/** Plans the service "shop", and counts the resources that it makes. */
function counted(args: ContainerServiceArgs) {
  let made = 0;
  const counting: pulumi.ResourceTransform = ({ custom }) => {
    if (custom) made += 1;
    return undefined;
  };
  const planned = record(
    () => {
      new ContainerService("shop", args, { transforms: [counting] });
    },
    { environment: "dev" },
  );
  return { made: () => made, planned };
}

describe("a container service refuses, in one sentence and before it makes anything,", () => {
  const refused: [string, Partial<ContainerServiceArgs>][] = [
    [
      'cpu must be one that Fargate has with this memory; the nearest is cpu 256 with memoryMiB 1024, got {"cpu":256,"memoryMiB":768}',
      { cpu: 256, memoryMiB: 768 },
    ],
    [
      'cpu must be one that Fargate has with this memory; the nearest is cpu 512 with memoryMiB 1024, got {"cpu":300,"memoryMiB":600}',
      { cpu: 300 },
    ],
    [
      'containers must have one with a port, for the load balancer to send requests to, got ["web"]',
      { containers: { web: { image } } },
    ],
    [
      'containers.web.secrets.TOKEN.secretArn must be the full ARN of a secret: a name alone cannot be granted, got "db"',
      { containers: { web: { ...web, secrets: { TOKEN: { secretArn: "db" } } } } },
    ],
    [
      'containers.web.secrets.TOKEN.parameterArn must be the full ARN of a parameter: a name alone cannot be granted, got "/shop/token"',
      { containers: { web: { ...web, secrets: { TOKEN: { parameterArn: "/shop/token" } } } } },
    ],
    [
      "network.privateSubnetIds must hold subnets of at least two zones, got 1",
      { network: { ...network, privateSubnetIds: [pulumi.output("subnet-private-a")] } },
    ],
    ["maxCount must be at least minCount (4), got 3", { minCount: 4, maxCount: 3 }],
    ["desiredCount must be between minCount (2) and maxCount (10), got 11", { desiredCount: 11 }],
    [
      'rollout.type must be rolling without a load balancer to shift requests, got "blueGreen"',
      wrong({ ...bluegreen, balancing: "none" }),
    ],
    [
      'scaling[0].metric must not be requestsPerTarget with blueGreen, which changes the target group, got "requestsPerTarget"',
      wrong({ ...bluegreen, scaling: [{ type: "target", metric: "requestsPerTarget", target: 100 }] }),
    ],
    [
      'scaling[0].metric must not be requestsPerTarget without an application load balancer, got "requestsPerTarget"',
      wrong({ balancing: "none", scaling: [{ type: "target", metric: "requestsPerTarget", target: 100 }] }),
    ],
    [
      'scaling[1] must differ from the others in its type and its metric or name, got "target-cpu"',
      {
        scaling: [
          { type: "target", target: 40 },
          { type: "target", target: 50 },
        ],
      },
    ],
    [
      'rollout.type must be rolling on eks, which shifts no requests, got "canary"',
      wrong({ ...eks, rollout: { type: "canary" } }),
    ],
    [
      'discovery must be left out on eks, where a service has a name, got "serviceConnect"',
      wrong({ ...eks, discovery: { type: "serviceConnect" } }),
    ],
    [
      "exec must be left out on eks, where kubectl exec is a matter of access entries, got true",
      wrong({ ...eks, exec: true }),
    ],
    [
      'logRouter must be left out on eks, whose add-on collects logs, got {"Name":"s3"}',
      wrong({ ...eks, logRouter: { options: { Name: "s3" } } }),
    ],
    [
      'scaling[0].type must be target or schedule on eks, got "predictive"',
      wrong({ ...eks, scaling: [{ type: "predictive", target: 40 }] }),
    ],
    [
      'scaling[0].metric must be cpu or memory on eks, which knows no others, got "requestsPerTarget"',
      wrong({ ...eks, scaling: [{ type: "target", metric: "requestsPerTarget", target: 100 }] }),
    ],
    [
      'operatingSystem must be linux on eks, got "windows2022Core"',
      wrong({ ...eks, operatingSystem: "windows2022Core" }),
    ],
    [
      "faultInjection must be left out on eks, where it is no matter of the service, got true",
      wrong({ ...eks, faultInjection: true }),
    ],
    [
      "rollout.bakeMinutes must be a whole number between 0 and 1440, got 1441",
      wrong({ rollout: { type: "blueGreen", bakeMinutes: 1441 } }),
    ],
    ["rollout.percent must be a number between 0.1 and 100, got 0", wrong({ rollout: { type: "canary", percent: 0 } })],
    [
      "rollout.stepPercent must be a number between 3 and 100, got 2",
      wrong({ rollout: { type: "linear", stepPercent: 2 } }),
    ],
    [
      "rollout.maxHealthyPercent must be a whole number between 101 and 200, got 100",
      { rollout: { type: "rolling", maxHealthyPercent: 100 } },
    ],
    [
      "rollout.hooks[0].stages must name at least one stage, got []",
      wrong({ rollout: { type: "canary", hooks: [{ type: "pause", stages: [] }] } }),
    ],
    [
      "rollout.hooks[0].timeoutMinutes must be a whole number between 1 and 20160, got 0",
      wrong({ rollout: { type: "canary", hooks: [{ type: "pause", stages: ["preScaleUp"], timeoutMinutes: 0 }] } }),
    ],
    [
      "healthCheckGraceSeconds must be a whole number of seconds between 0 and 28800, got -1",
      { healthCheckGraceSeconds: -1 },
    ],
    [
      "deregistrationDelaySeconds must be a whole number between 0 and 3600, got 3601",
      { deregistrationDelaySeconds: 3601 },
    ],
    [
      'permissions[0].actions must be actions such as "s3:GetObject", got "*"',
      { permissions: [{ actions: ["*"], resources: ["arn:aws:s3:::pictures/*"] }] },
    ],
    [
      "logs.retentionDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 2",
      { logs: { retentionDays: 2 } },
    ],
    [
      'logRouter.options must have the Name of an output plugin, got ["region"]',
      wrong({ logRouter: { options: { region: "eu-west-1" } } }),
    ],
    [
      "volumes must hold at most one ebs volume, got 2",
      { volumes: { a: { type: "ebs", sizeGiB: 1 }, b: { type: "ebs", sizeGiB: 1 } } },
    ],
    [
      "volumes.a.iops must be a whole number between 3000 and 5000, got 6000",
      { volumes: { a: { type: "ebs", sizeGiB: 10, iops: 6000 } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(sentence, async () => {
      const { made, planned } = counted({ ...plain, ...args } as ContainerServiceArgs);
      await assert.rejects(planned, { message: `container service "shop": ${sentence}` });
      assert.equal(made(), 0);
    });
  }

  it("nothing of a service that is right", async () => {
    const { made, planned } = counted(plain);
    await planned;
    assert.ok(made() > 20);
  });

  for (const tagless of ["shop", "shop:latest", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop"]) {
    it(`the image ${tagless}, which may be another tomorrow`, () =>
      assert.rejects(
        shop({ ...plain, containers: { web: { image: tagless, port: 8080 } } }),
        /^Error: container service "shop": containers\.web\.image must .+, got /,
      ));
  }

  it("one task in prod, which a zone would take with it", () =>
    assert.rejects(shop({ ...plain, minCount: 1 }, "prod"), {
      message: 'container service "shop": minCount must be at least 2 in prod to survive the loss of a zone, got 1',
    }));

  it("requests that another service of the load balancer has", () =>
    assert.rejects(
      record(() => {
        const balancer = new ServiceBalancer("front", {
          type: "application",
          network,
          exposure: "internal",
          tls: "none",
        });
        const balancing = { type: "shared", balancer, paths: ["/api/*"] } as const;
        new ContainerService("shop", { ...plain, balancing });
        new ContainerService("cart", { ...plain, balancing });
      }),
      /container service "cart": balancing.* must .*shop/,
    ));

  for (const name of ["Shop", "shop_1", "s".repeat(21), "1shop"]) {
    it(`the name ${name}`, () =>
      assert.rejects(
        record(() => {
          new ContainerService(name, plain);
        }),
        {
          message: `container service "${name}": name must be at most 20 lower-case letters, digits and hyphens, got "${name}"`,
        },
      ));
  }
});
