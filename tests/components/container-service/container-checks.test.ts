import assert from "node:assert/strict";
import type { Container } from "../../../components/container-service/containers";
import { image, plain, shop, web } from "./shop";

const only = (more: Partial<Container>) => ({ web: { ...web, ...more } });

describe("the containers of a service are refused when", () => {
  const refused: [string, Readonly<Record<string, Container>>][] = [
    ["containers must hold 1 to 10 containers, got 0", {}],
    ['containers must have names of lower-case letters, digits and hyphens, got "Web"', { Web: web }],
    ['containers must not use the name of the log router, got "log-router"', { web, "log-router": { image } }],
    ["containers must not share a port, got 8080", { web, admin: web }],
    ['containers must have one that is essential, got ["web"]', only({ essential: false })],
    [
      "containers must have no more cpu together than the task (256), got 300",
      { web: { ...web, cpu: 200 }, b: { image, cpu: 100 } },
    ],
    [
      "containers must keep no more memory together than the task has (512 MiB), got 600",
      { web: { ...web, memoryMiB: 300 }, b: { image, memoryReservationMiB: 300 } },
    ],
    ["containers.web.port must be a whole number between 1 and 65535, got 0", only({ port: 0 })],
    ["containers.web.memoryMiB must be a whole number between 6 and 512, got 513", only({ memoryMiB: 513 })],
    [
      "containers.web.memoryReservationMiB must be a whole number between 6 and 100, got 200",
      only({ memoryMiB: 100, memoryReservationMiB: 200 }),
    ],
    [
      "containers.web.stopTimeoutSeconds must be a whole number between 0 and 120, got 121",
      only({ stopTimeoutSeconds: 121 }),
    ],
    [
      "containers.web.startTimeoutSeconds must be a whole number between 2 and 120, got 1",
      only({ startTimeoutSeconds: 1 }),
    ],
    [
      "containers.web.restart.resetAfterSeconds must be a whole number between 60 and 1800, got 30",
      only({ restart: { resetAfterSeconds: 30 } }),
    ],
    ['containers.web.environment must have names such as LOG_LEVEL, got "1"', only({ environment: { 1: "one" } })],
    [
      'containers.web.secrets must not repeat a name of environment, got "TOKEN"',
      only({
        environment: { TOKEN: "x" },
        secrets: { TOKEN: { parameterArn: "arn:aws:ssm:eu-west-1:123456789012:parameter/t" } },
      }),
    ],
    [
      "containers.web.ulimits.nofile.soft must be at most hard (1), got 2",
      only({ ulimits: { nofile: { soft: 2, hard: 1 } } }),
    ],
    [
      'containers.web.user must be numbers such as "1000" or "1000:1000", which every engine can tell from root, got "node"',
      only({ user: "node" }),
    ],
    ["containers.web.healthCheck.command must not be empty, got []", only({ healthCheck: { command: [] } })],
    [
      "containers.web.healthCheck.intervalSeconds must be a whole number between 5 and 300, got 1",
      only({ healthCheck: { command: "true", intervalSeconds: 1 } }),
    ],
    [
      'containers.web.dependsOn.b must be another container of the service, got "b"',
      only({ dependsOn: { b: "start" } }),
    ],
    [
      'containers.web.dependsOn.b must not wait for health, as b has no healthCheck, got "healthy"',
      { ...only({ dependsOn: { b: "healthy" } }), b: { image } },
    ],
    [
      'containers.web.dependsOn.b must be start or healthy, as the task ends when b does, got "success"',
      { ...only({ dependsOn: { b: "success" } }), b: { image, essential: true } },
    ],
    [
      'containers.web.dependsOn must not lead back to itself, got "web"',
      {
        ...only({ dependsOn: { b: "start" } }),
        b: { image, dependsOn: { c: "start" } },
        c: { image, dependsOn: { web: "start" } },
      },
    ],
    [
      'containers.web.mounts.data must name a volume of the service, got "data"',
      only({ mounts: { data: { path: "/data" } } }),
    ],
  ];
  for (const [sentence, containers] of refused) {
    it(sentence, () =>
      assert.rejects(shop({ ...plain, containers }), { message: `container service "shop": ${sentence}` }),
    );
  }

  it("a volume would be mounted on the root", () =>
    assert.rejects(
      shop({ ...plain, volumes: { data: { type: "scratch" } }, containers: only({ mounts: { data: { path: "/" } } }) }),
      /containers\.web\.mounts\.data\.path must be an absolute path other than \/, got "\/"/,
    ));
});
