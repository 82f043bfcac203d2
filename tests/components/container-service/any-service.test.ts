import assert from "node:assert/strict";
import fc from "fast-check";
import { ContainerService, type ContainerServiceArgs } from "../../../components/container-service";
import type { Compute } from "../../../components/container-service/compute";
import type { Container } from "../../../components/container-service/containers";
import { isViolation } from "../../../planner/finding";
import { judge } from "../../../planner/judge";
import { record } from "../../../planner/record";
import { policies, readContext } from "../../../policies/catalogue";
import { image, network } from "./shop";

const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

const engines: Readonly<Record<string, fc.Arbitrary<Compute>>> = {
  fargate: fc.record({
    type: fc.constant("fargate" as const),
    spot: fc.option(fc.record({ spotPercent: fc.integer({ min: 1, max: 100 }) }), { nil: undefined }),
  }),
  "ECS on EC2": fc.oneof(
    fc.record({
      type: fc.constant("ec2" as const),
      networkMode: fc.constantFrom("awsvpc" as const, "bridge" as const),
      ami: fc.constantFrom("al2023" as const, "bottlerocket" as const),
    }),
    fc.constant({ type: "ec2", capacity: "managedInstances" } as const),
  ),
  EKS: fc.constant({ type: "eks" } as const),
};

const secrets: Container["secrets"][] = [{}, { DB_PASSWORD: { secretArn: arn } }];
const mounts: Container["mounts"][] = [{}, { tmp: { path: "/tmp" } }];
const container: fc.Arbitrary<Container> = fc.record({
  image: fc.constant(image),
  environment: fc.dictionary(fc.stringMatching(/^[A-Z]{1,8}$/), fc.string({ maxLength: 20 }), { maxKeys: 3 }),
  secrets: fc.constantFrom(...secrets),
  command: fc.option(fc.array(fc.string({ minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
  stopTimeoutSeconds: fc.integer({ min: 0, max: 120 }),
  healthCheck: fc.option(fc.constant({ command: ["true"] }), { nil: undefined }),
  mounts: fc.constantFrom(...mounts),
});

/** Everything but what the engine is. */
const common = fc.record({
  web: container,
  sidecars: fc.array(container, { maxLength: 2 }),
  port: fc.integer({ min: 1, max: 65535 }),
  size: fc.constantFrom([256, 512], [512, 1024], [1024, 4096], [2048, 8192]),
  balancing: fc.constantFrom(
    "none" as const,
    { type: "application", exposure: "internet", tls: { certificateArn } } as const,
    { type: "application", exposure: "internal", tls: { certificateArn } } as const,
    { type: "network", exposure: "internal", tls: { certificateArn } } as const,
  ),
  scaling: fc.constantFrom(
    [],
    [{ type: "target", metric: "memory", target: 60 } as const],
    [{ type: "schedule", name: "night", recurrence: "0 22 * * 1-5", minCount: 2 } as const],
  ),
  minCount: fc.integer({ min: 2, max: 6 }),
  extra: fc.nat(10),
  graceSeconds: fc.integer({ min: 0, max: 600 }),
});

type Common = typeof common extends fc.Arbitrary<infer Value> ? Value : never;

function argsOf(compute: Compute, service: Common): ContainerServiceArgs {
  const { web, sidecars, port, size, minCount, extra, graceSeconds, balancing, scaling } = service;
  const [cpu, memoryMiB] = size;
  const beside = Object.fromEntries(sidecars.map((sidecar, index) => [`sidecar-${index}`, sidecar]));
  return {
    network,
    compute,
    containers: { web: { ...web, port }, ...beside },
    volumes: { tmp: { type: "scratch" } },
    cpu,
    memoryMiB,
    balancing,
    scaling,
    minCount,
    maxCount: minCount + extra,
    healthCheckGraceSeconds: graceSeconds,
  };
}

const tags = JSON.stringify({ tags: { Project: "shop", Environment: "prod", Owner: "shop" } });

describe("any valid service", () => {
  for (const [engine, compute] of Object.entries(engines)) {
    it(`plans on ${engine}, and no policy would stop it`, async () => {
      const property = fc.asyncProperty(compute, common, async (engineOf, service) => {
        const plan = await record(
          () => {
            new ContainerService("shop", argsOf(engineOf, service));
          },
          { environment: "prod", config: { "aws:defaultTags": tags } },
        );
        const { findings } = await judge(plan, policies(readContext(new Date("2026-11-21T00:00:00Z"))));
        assert.deepEqual(findings.filter(isViolation), []);
      });
      await fc.assert(property, { numRuns: 12 });
    });
  }
});
