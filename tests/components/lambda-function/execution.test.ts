import assert from "node:assert/strict";
import { LambdaFunction, type LambdaFunctionArgs } from "../../../components/lambda-function";
import { record } from "../../../planner/record";

const code = { type: "folder", path: "components", runtime: "nodejs24.x", handler: "index.handler" } as const;
const python = { ...code, runtime: "python3.13" };
const network = { vpcId: "vpc-1", publicSubnetIds: [], privateSubnetIds: ["subnet-a", "subnet-b"] };
const capacityProviderArn = "arn:aws:lambda:eu-west-1:123456789012:capacity-provider:shop";
const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.2.3";
const make = (args: Partial<LambdaFunctionArgs>) => record(() => void new LambdaFunction("orders", { code, ...args }));
const made = async (args: Partial<LambdaFunctionArgs>) => (await make(args)).get("orders-function").inputs;

describe("how a function runs", () => {
  it("is as it is told", async () => {
    const inputs = await made({
      architecture: "x86_64",
      memoryMiB: 1769,
      timeoutSeconds: 900,
      ephemeralStorageMiB: 10240,
      reservedConcurrency: 0,
    });
    assert.deepEqual(inputs.architectures, ["x86_64"]);
    assert.deepEqual([inputs.memorySize, inputs.timeout, inputs.ephemeralStorage], [1769, 900, { size: 10240 }]);
    assert.equal(inputs.reservedConcurrentExecutions, 0);
  });

  it("starts from a snapshot where the runtime can", async () => {
    assert.deepEqual((await made({ code: python, snapStart: true })).snapStart, { applyOn: "PublishedVersions" });
  });

  it("may be on instances of a capacity provider, with as many environments as are named", async () => {
    const plan = await make({
      managedInstances: {
        capacityProviderArn,
        memoryGiBPerVcpu: 4,
        maxConcurrency: 64,
        minEnvironments: 2,
        maxEnvironments: 8,
      },
    });
    const { capacityProviderConfig, memorySize } = plan.get("orders-function").inputs;
    assert.deepEqual(capacityProviderConfig, {
      lambdaManagedInstancesCapacityProviderConfig: {
        capacityProviderArn,
        executionEnvironmentMemoryGibPerVcpu: 4,
        perExecutionEnvironmentMaxConcurrency: 64,
      },
    });
    assert.equal(memorySize, 2048);
    assert.deepEqual(plan.get("orders-environments").inputs, {
      functionName: plan.get("orders-function").outputs.name,
      qualifier: "1",
      functionScalingConfig: { minExecutionEnvironments: 2, maxExecutionEnvironments: 8 },
    });
  });

  it("may be durable, with leave to keep checkpoints of its own executions alone", async () => {
    const plan = await make({ durable: { executionTimeoutSeconds: 86400 } });
    assert.deepEqual(plan.get("orders-function").inputs.durableConfig, {
      executionTimeout: 86400,
      retentionPeriod: 14,
    });
    assert.deepEqual(JSON.parse(String(plan.get("orders-role-own").inputs.policy)).Statement.at(-1), {
      Sid: "DurableExecution",
      Effect: "Allow",
      Action: ["lambda:CheckpointDurableExecution", "lambda:GetDurableExecutionState"],
      Resource: "arn:aws:lambda:*:123456789012:function:orders-function-*:*",
    });
  });

  it("may keep tenants apart", async () => {
    assert.deepEqual((await made({ tenantIsolation: true })).tenancyConfig, { tenantIsolationMode: "PER_TENANT" });
  });

  it("may be an image, or an object of a bucket", async () => {
    const ofImage = await made({ code: { type: "image", image, command: ["app.handler"] } });
    assert.deepEqual(
      [ofImage.packageType, ofImage.imageUri, ofImage.imageConfig, ofImage.runtime],
      ["Image", image, { commands: ["app.handler"] }, undefined],
    );
    const { runtime, handler } = code;
    const ofObject = await made({
      code: { type: "object", bucket: "builds", key: "orders.zip", version: "v7", runtime, handler },
    });
    assert.deepEqual(
      [ofObject.s3Bucket, ofObject.s3Key, ofObject.s3ObjectVersion, ofObject.runtime],
      ["builds", "orders.zip", "v7", "nodejs24.x"],
    );
  });

  describe("is refused", () => {
    const fileSystem = { accessPointArn: "arn:ap", fileSystemArn: "arn:fs", mountPath: "/mnt/menu" };
    const managedInstances = { capacityProviderArn };
    const cases: [Partial<LambdaFunctionArgs>, string][] = [
      [{ memoryMiB: 64 }, "memoryMiB must be a whole number between 128 and 10240, got 64"],
      [{ timeoutSeconds: 901 }, "timeoutSeconds must be a whole number between 1 and 900, got 901"],
      [{ ephemeralStorageMiB: 100 }, "ephemeralStorageMiB must be a whole number between 512 and 10240, got 100"],
      [
        { provisionedConcurrency: 5, reservedConcurrency: 2 },
        "provisionedConcurrency must be at most reservedConcurrency (2), got 5",
      ],
      [
        { snapStart: true },
        'snapStart must be left out but for Java 11, Python 3.12 or .NET 8 and later, got "nodejs24.x"',
      ],
      [
        { snapStart: true, code: { ...python, runtime: "python3.9" } },
        'snapStart must be left out but for Java 11, Python 3.12 or .NET 8 and later, got "python3.9"',
      ],
      [
        { snapStart: true, code: { type: "image", image } },
        'snapStart must be left out but for Java 11, Python 3.12 or .NET 8 and later, got "image"',
      ],
      [
        { snapStart: true, code: python, provisionedConcurrency: 1 },
        "provisionedConcurrency must be left out with snapStart, got true",
      ],
      [
        { snapStart: true, code: python, ephemeralStorageMiB: 1024 },
        "ephemeralStorageMiB must be 512 with snapStart, got 1024",
      ],
      [
        { snapStart: true, code: python, vpc: { network }, fileSystem },
        "fileSystem must be left out with snapStart, got true",
      ],
      [
        { tenantIsolation: true, provisionedConcurrency: 1 },
        "provisionedConcurrency must be left out with tenantIsolation, got 1",
      ],
      [{ managedInstances, memoryMiB: 1024 }, "memoryMiB must be a whole number between 2048 and 32768, got 1024"],
      [
        { managedInstances, vpc: { network } },
        "vpc must be left out with managedInstances, whose capacity provider decides the network, got true",
      ],
      [
        { managedInstances: { ...managedInstances, minEnvironments: 4, maxEnvironments: 3 } },
        "managedInstances.maxEnvironments must be a whole number, at least minEnvironments (4), got 3",
      ],
      [
        { managedInstances: { ...managedInstances, memoryGiBPerVcpu: 9 } },
        "managedInstances.memoryGiBPerVcpu must be between 2 and 8, got 9",
      ],
      [
        { durable: { executionTimeoutSeconds: 0 } },
        "durable.executionTimeoutSeconds must be a whole number between 1 and 31622400, got 0",
      ],
      [{ fileSystem }, "vpc must be given with fileSystem, which is reached within a network, got nothing"],
      [
        { vpc: { network }, fileSystem: { ...fileSystem, mountPath: "/data" } },
        'fileSystem.mountPath must be /mnt/ and a name of letters, digits, -, _ and ., got "/data"',
      ],
      [
        { vpc: { network: { ...network, privateSubnetIds: ["subnet-a"] } } },
        'vpc.network.privateSubnetIds must hold subnets of at least two zones, got ["subnet-a"]',
      ],
      [
        { vpc: { network, subnets: "isolated" } },
        "vpc.network.isolatedSubnetIds must hold subnets of at least two zones, got []",
      ],
      [
        { vpc: { network, egress: [{ to: "0.0.0.0/0", port: 443 }] } },
        'vpc.egress must not repeat a rule (HTTPS to anywhere is one already), got "tcp 443 to 0.0.0.0/0"',
      ],
      [{ code: { ...code, path: "nowhere" } }, 'code.path must be a folder or an archive, got "nowhere"'],
      [{ code: { ...code, layers: Array(6).fill("arn:layer") } }, "code.layers must hold at most 5 layers, got 6"],
      [
        { code: { type: "image", image }, codeSigning: { profileVersionArns: ["arn:p"] } },
        "codeSigning must be left out for an image, which Lambda cannot check, got true",
      ],
      [{ environment: { "1st": "x" } }, 'environment must have names of two or more letters, digits and _, got "1st"'],
      [
        { release: { type: "canary", percent: 100 } },
        "release.percent must be a whole number between 1 and 99, got 100",
      ],
      [
        { release: { type: "linear", everyMinutes: 0 } },
        "release.everyMinutes must be a whole number of minutes between 1 and 2880, got 0",
      ],
      [{ asynchronous: { maxRetries: 3 } }, "asynchronous.maxRetries must be 0, 1 or 2, got 3"],
      [
        { asynchronous: { maxAgeSeconds: 30 } },
        "asynchronous.maxAgeSeconds must be a whole number of seconds between 60 and 21600, got 30",
      ],
      [
        { permissions: [{ actions: ["*"], resources: ["*"] }] },
        'permissions[0].actions must be actions such as "s3:GetObject", got "*"',
      ],
      [{ alarms: { errorPercent: 0 } }, "alarms.errorPercent must be more than 0 and at most 100, got 0"],
    ];
    for (const [args, sentence] of cases) {
      it(sentence, () => assert.rejects(make(args), { message: `function "orders": ${sentence}` }));
    }

    it("under a name that AWS would not take", () =>
      assert.rejects(
        record(() => new LambdaFunction("o".repeat(45), { code })),
        /name must be a letter and at most 43 letters, digits and hyphens, as its parts are called after it/,
      ));
  });
});
