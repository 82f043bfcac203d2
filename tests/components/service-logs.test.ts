import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../components/argument-checks";
import { type LogGroupPlace, logGroup, readLogs, type ServiceLogs } from "../../components/service-logs";
import type { StackLogs } from "../../components/stack-logs";
import { record } from "../../planner/record";
import { read, sources } from "../house";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const keyIn = (region: string) => `arn:aws:kms:${region}:123456789012:key/1234abcd`;

interface Made {
  readonly environment?: "dev" | "prod";
  readonly stack?: StackLogs;
  readonly place?: LogGroupPlace;
}

const made = async (...args: Parameters<typeof plan>) => (await plan(...args)).get("shop-logs").inputs;

function plan(args: ServiceLogs, { environment = "prod", stack, place }: Made = {}) {
  return record(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
      logGroup("shop-logs", readLogs(check, args), parent, place);
    },
    { environment, ...(stack && { config: { "tierwork:logs": JSON.stringify(stack) } }) },
  );
}

const inProd = {
  retentionInDays: 365,
  logGroupClass: "STANDARD",
  deletionProtectionEnabled: true,
  tags: { Name: "shop-logs" },
};

describe("the logs of a service", () => {
  it("are kept for a year in prod, where AWS refuses to delete them, and for two weeks in dev", async () => {
    assert.deepEqual(await made({}), inProd);
    assert.deepEqual(await made({}, { environment: "dev" }), {
      ...inProd,
      retentionInDays: 14,
      deletionProtectionEnabled: false,
    });
  });

  it("are in a group of the class, with the key, and as safe as is said", async () => {
    const kmsKeyArn = keyIn("eu-west-1");
    const args = { retentionDays: 30, logClass: "infrequentAccess", kmsKeyArn, deletionProtection: false } as const;
    assert.deepEqual(await made(args), {
      retentionInDays: 30,
      logGroupClass: "INFREQUENT_ACCESS",
      kmsKeyId: kmsKeyArn,
      deletionProtectionEnabled: false,
      tags: { Name: "shop-logs" },
    });
  });

  it("are as the stack says where the component says nothing", async () => {
    const stack = { retentionDays: 90, kmsKeyArn: keyIn("eu-west-1"), deletionProtection: false };
    assert.deepEqual(await made({}, { stack }), {
      retentionInDays: 90,
      logGroupClass: "STANDARD",
      kmsKeyId: stack.kmsKeyArn,
      deletionProtectionEnabled: false,
      tags: { Name: "shop-logs" },
    });
    const own = {
      retentionDays: 7,
      kmsKeyArn: keyIn("eu-west-1").replace("1234abcd", "other"),
      deletionProtection: true,
    };
    const { retentionInDays, kmsKeyId, deletionProtectionEnabled } = await made(own, { stack });
    assert.deepEqual([retentionInDays, kmsKeyId, deletionProtectionEnabled], [7, own.kmsKeyArn, true]);
  });

  it("have the stack's key only where it is: in its own region", async () => {
    const stack = { kmsKeyArn: keyIn("us-east-1") };
    assert.equal((await made({}, { stack })).kmsKeyId, undefined);
    const place = { name: "/aws/route53/example.com", region: "us-east-1" };
    const { kmsKeyId, name, region } = await made({}, { stack, place });
    assert.deepEqual([kmsKeyId, name, region], [stack.kmsKeyArn, place.name, place.region]);
    assert.equal((await made({}, { stack: { kmsKeyArn: keyIn("eu-west-1") }, place })).kmsKeyId, undefined);
  });

  it("are watched for what is not as usual, if the service or the stack says so and the class allows it", async () => {
    const type = "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector";
    const watched = await plan({ anomalyDetection: true });
    assert.deepEqual(watched.get("shop-logs-anomalies").inputs, {
      detectorName: "shop-logs",
      logGroupArnLists: [watched.get("shop-logs").outputs.arn],
      evaluationFrequency: "FIFTEEN_MIN",
      enabled: true,
      tags: { Name: "shop-logs-anomalies" },
    });
    const stack = { anomalyDetection: true };
    assert.equal((await plan({}, { stack })).ofType(type).length, 1);
    assert.equal((await plan({ logClass: "infrequentAccess" }, { stack })).ofType(type).length, 0);
    assert.equal((await plan({ anomalyDetection: false }, { stack })).ofType(type).length, 0);
    assert.equal((await plan({})).ofType(type).length, 0);
    await assert.rejects(plan({ logClass: "infrequentAccess", anomalyDetection: true }), {
      message: "logs.anomalyDetection must be left out with infrequentAccess, got true",
    });
  });

  it("are made in one place, whichever component they are of", () => {
    const makers = sources.filter(
      (file) => file.startsWith("components/") && read(file).includes("cloudwatch.LogGroup("),
    );
    assert.deepEqual(makers, ["components/service-logs.ts"]);
  });

  it("are refused with a retention that CloudWatch has not", async () => {
    await assert.rejects(made({ retentionDays: 2 }), {
      message: /^logs\.retentionDays must be one of 1, 3, 5.*got 2$/,
    });
  });
});
