import assert from "node:assert/strict";
import { containers, image, plain, shop, web } from "../shop";

const sidecar = { image: "public.ecr.aws/nginx/nginx:1.29", memoryMiB: 64, memoryReservationMiB: 32, cpu: 64 };

describe("the containers of a task", () => {
  it("are confined if nothing is said: read-only, not root, no capabilities, an init process", async () => {
    assert.deepEqual(containers(await shop()).web, {
      name: "web",
      image,
      essential: true,
      portMappings: [{ name: "web", containerPort: 8080, hostPort: 8080, protocol: "tcp", appProtocol: "http" }],
      environment: [],
      secrets: [],
      dependsOn: [],
      ulimits: [],
      mountPoints: [],
      stopTimeout: 30,
      versionConsistency: "enabled",
      user: "1000:1000",
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"], add: [] } },
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": (await shop()).get("shop-logs", "aws:cloudwatch/logGroup:LogGroup").outputs.name,
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "web",
          mode: "non-blocking",
          "max-buffer-size": "25m",
        },
      },
    });
  });

  it("gain no privileges on instances, where Docker takes the option", async () => {
    const docker = containers(await shop({ ...plain, compute: { type: "ec2" } })).web?.dockerSecurityOptions;
    assert.deepEqual(docker, ["no-new-privileges"]);
    const managed = { type: "ec2", capacity: "managedInstances" } as const;
    for (const compute of [managed, plain.compute]) {
      assert.equal(containers(await shop({ ...plain, compute })).web?.dockerSecurityOptions, undefined);
    }
  });

  it("lose a protection only by its name", async () => {
    const weak = { ...web, user: "0", readOnlyRoot: false, initProcess: false, addCapabilities: ["SYS_PTRACE"] };
    const { web: stated } = containers(await shop({ ...plain, containers: { web: weak } }));
    assert.equal(stated?.user, "0");
    assert.equal(stated?.readonlyRootFilesystem, false);
    assert.deepEqual(stated?.linuxParameters, {
      initProcessEnabled: false,
      capabilities: { drop: ["ALL"], add: ["SYS_PTRACE"] },
    });
  });

  it("stand side by side, wait for each other, and share the task's size", async () => {
    const plan = await shop({
      ...plain,
      cpu: 512,
      containers: {
        web: { ...web, dependsOn: { proxy: "healthy", migrate: "success" } },
        proxy: { ...sidecar, healthCheck: { command: ["wget", "-q", "localhost"], retries: 5 } },
        migrate: { image, command: ["migrate"], entryPoint: ["node"] },
      },
    });
    const { web: stated, proxy, migrate } = containers(plan);
    assert.deepEqual(stated?.dependsOn, [
      { containerName: "proxy", condition: "HEALTHY" },
      { containerName: "migrate", condition: "SUCCESS" },
    ]);
    assert.deepEqual([proxy?.cpu, proxy?.memory, proxy?.memoryReservation], [64, 64, 32]);
    assert.deepEqual([stated?.essential, proxy?.essential, migrate?.essential], [true, false, false]);
    assert.deepEqual([migrate?.command, migrate?.entryPoint], [["migrate"], ["node"]]);
    assert.deepEqual(proxy?.portMappings, []);
    assert.deepEqual(proxy?.healthCheck, {
      command: ["CMD", "wget", "-q", "localhost"],
      interval: 30,
      timeout: 5,
      retries: 5,
      startPeriod: 0,
    });
    assert.deepEqual([plan.get("shop-task").inputs.cpu, plan.get("shop-task").inputs.memory], ["512", "1024"]);
  });

  it("can be watched by a line for the shell, limited, restarted in place, and left unpinned", async () => {
    const careful = {
      ...web,
      protocol: "http2",
      healthCheck: { command: "curl -f localhost", startSeconds: 30 },
      ulimits: { nofile: { soft: 1024, hard: 65536 } },
      restart: { ignoredExitCodes: [0], resetAfterSeconds: 60 },
      startTimeoutSeconds: 60,
      stopTimeoutSeconds: 120,
      pinDigest: false,
    } as const;
    const balancing = { type: "network", exposure: "internal", tls: "none" } as const;
    const { web: stated } = containers(await shop({ ...plain, balancing, containers: { web: careful } }));
    assert.deepEqual(Object(stated?.healthCheck).command, ["CMD-SHELL", "curl -f localhost"]);
    assert.deepEqual(stated?.ulimits, [{ name: "nofile", softLimit: 1024, hardLimit: 65536 }]);
    assert.deepEqual(stated?.restartPolicy, { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 });
    assert.deepEqual([stated?.startTimeout, stated?.stopTimeout], [60, 120]);
    assert.equal(stated?.versionConsistency, "disabled");
    assert.equal(Object(stated?.portMappings)[0].appProtocol, "http2");
  });

  it("read settings and secrets in an order of their own, a key of a JSON secret by its colon form", async () => {
    const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
    const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/token";
    const stated = async (environment: Record<string, string>) =>
      containers(
        await shop({
          ...plain,
          containers: {
            web: {
              ...web,
              environment,
              secrets: { TOKEN: { parameterArn }, DB_PASSWORD: { secretArn, key: "password" }, DB: { secretArn } },
            },
          },
        }),
      ).web;
    const one = await stated({ LOG_LEVEL: "info", CACHE: "on" });
    assert.deepEqual(one?.environment, [
      { name: "CACHE", value: "on" },
      { name: "LOG_LEVEL", value: "info" },
    ]);
    assert.deepEqual(one?.secrets, [
      { name: "DB", valueFrom: secretArn },
      { name: "DB_PASSWORD", valueFrom: `${secretArn}:password::` },
      { name: "TOKEN", valueFrom: parameterArn },
    ]);
    assert.deepEqual(await stated({ CACHE: "on", LOG_LEVEL: "info" }), one);
  });

  it("have any port of the instance in bridge mode, so that many fit on one", async () => {
    const { web: stated } = containers(await shop({ ...plain, compute: { type: "ec2", networkMode: "bridge" } }));
    assert.equal(Object(stated?.portMappings)[0].hostPort, 0);
  });

  it("say nothing of Linux on Windows", async () => {
    const plan = await shop({ ...plain, operatingSystem: "windows2022Core", architecture: "x86_64", cpu: 1024 });
    const { web: stated } = containers(plan);
    assert.deepEqual(plan.get("shop-task").inputs.runtimePlatform, {
      cpuArchitecture: "X86_64",
      operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    });
    assert.deepEqual(
      [stated?.user, stated?.readonlyRootFilesystem, stated?.linuxParameters],
      [undefined, undefined, undefined],
    );
  });

  it("write to a log router that runs as root beside them, whose own words stay in the log group", async () => {
    const options = { Name: "kinesis_firehose", delivery_stream: "logs" };
    const plan = await shop({ ...plain, logRouter: { options } });
    const { web: stated, "log-router": router } = containers(plan);
    assert.deepEqual(stated?.logConfiguration, { logDriver: "awsfirelens", options });
    assert.deepEqual(router?.firelensConfiguration, {
      type: "fluentbit",
      options: { "enable-ecs-log-metadata": "true" },
    });
    assert.equal(router?.image, "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable");
    assert.equal(router?.user, "0");
    assert.equal(Object(router?.logConfiguration).logDriver, "awslogs");
  });
});
