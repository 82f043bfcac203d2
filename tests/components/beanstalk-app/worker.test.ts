import assert from "node:assert/strict";
import type { WorkerTier } from "../../../components/beanstalk-app/worker";
import { app, optionsOf, settingsOf, statements, worker } from "./planned-app";

const sqsd = "aws:elasticbeanstalk:sqsd";
const make = (tier: Partial<WorkerTier> = {}) => app({ tier: { ...worker, ...tier } });
const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs";

describe("a worker environment", () => {
  it("takes messages from a queue that is made for it, and lets nobody in", async () => {
    const plan = await make();
    assert.equal(plan.get("shop-env").inputs.tier, "Worker");
    assert.deepEqual(optionsOf(plan, sqsd), {
      ConnectTimeout: "5",
      ErrorVisibilityTimeout: "2",
      HttpConnections: "50",
      HttpPath: "/",
      InactivityTimeout: "299",
      MimeType: "application/json",
      VisibilityTimeout: "300",
      WorkerQueueURL: plan.get("shop-messages").outputs.url,
    });
    assert.deepEqual(plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
    assert.equal(optionsOf(plan, "aws:ec2:vpc").Subnets, "subnet-private-a,subnet-private-b");
    assert.equal(plan.get("shop").outputs.queueUrl, plan.get("shop-messages").outputs.url);
  });

  it("has a group that grows, but states nothing of a load balancer, which AWS would not give back", async () => {
    const plan = await make();
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:environment").EnvironmentType, "LoadBalanced");
    assert.equal(optionsOf(plan, "aws:autoscaling:asg").MinSize, "2");
    const ofBalancers = /^aws:(elb|elbv2|elasticbeanstalk:environment:process)/;
    assert.deepEqual(
      settingsOf(plan).filter(({ namespace, name }) => ofBalancers.test(namespace) || name.startsWith("ELB")),
      [],
    );
    assert.deepEqual(plan.ofType("aws:lb/listener:Listener"), []);
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:application"), { "Application Healthcheck URL": "/health" });
  });

  it("posts what it is told, where it is told", async () => {
    const plan = await make({
      ...{ path: "/jobs", mimeType: "text/plain", connections: 5, connectTimeoutSeconds: 10, healthCheckPath: "/up" },
      ...{ inactivityTimeoutSeconds: 600, visibilityTimeoutSeconds: 900, errorVisibilityTimeoutSeconds: 30 },
      queue: { type: "own", maxRetries: 3, retentionSeconds: 86400 },
    });
    assert.deepEqual(optionsOf(plan, sqsd), {
      ConnectTimeout: "10",
      ErrorVisibilityTimeout: "30",
      HttpConnections: "5",
      HttpPath: "/jobs",
      InactivityTimeout: "600",
      MimeType: "text/plain",
      VisibilityTimeout: "900",
      WorkerQueueURL: plan.get("shop-messages").outputs.url,
    });
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:application"), { "Application Healthcheck URL": "/up" });
    const { messageRetentionSeconds, visibilityTimeoutSeconds, redrivePolicy } = plan.get("shop-messages").inputs;
    assert.deepEqual([messageRetentionSeconds, visibilityTimeoutSeconds], [86400, 900]);
    assert.equal(JSON.parse(String(redrivePolicy)).maxReceiveCount, 3);
  });

  it("keeps what failed to the last in a queue of its own, encrypted, and calls somebody to it", async () => {
    const plan = await make();
    const dead = plan.get("shop-dead-letters");
    assert.deepEqual(plan.get("shop-messages").inputs, {
      messageRetentionSeconds: 345600,
      visibilityTimeoutSeconds: 300,
      sqsManagedSseEnabled: true,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.outputs.arn, maxReceiveCount: 10 }),
      tags: { Name: "shop-messages" },
    });
    assert.deepEqual(dead.inputs, {
      messageRetentionSeconds: 1209600,
      sqsManagedSseEnabled: true,
      tags: { Name: "shop-dead-letters" },
    });
    for (const queue of ["shop-messages", "shop-dead-letters"]) {
      const { queueUrl, policy } = plan.get(`${queue}-policy`).inputs;
      assert.equal(queueUrl, plan.get(queue).outputs.url);
      const [{ Effect, Condition }] = JSON.parse(String(policy)).Statement;
      assert.deepEqual([Effect, Condition], ["Deny", { Bool: { "aws:SecureTransport": "false" } }]);
    }
    const { metricName, dimensions, threshold, alarmActions } = plan.get("shop-env-dead-letters").inputs;
    assert.deepEqual(
      [metricName, dimensions, threshold],
      ["ApproximateNumberOfMessagesVisible", { QueueName: dead.outputs.name }, 0],
    );
    assert.deepEqual(alarmActions, [plan.get("shop").outputs.alarmTopicArn]);
  });

  it("calls somebody when a message waits for an hour, or for half as long as it is kept", async () => {
    const waiting = async (retentionSeconds?: number) => {
      const plan = await make({ queue: { type: "own", retentionSeconds } });
      const { metricName, dimensions, threshold } = plan.get("shop-env-waiting").inputs;
      assert.equal(metricName, "ApproximateAgeOfOldestMessage");
      assert.deepEqual(dimensions, { QueueName: plan.get("shop-messages").outputs.name });
      return threshold;
    };
    assert.deepEqual([await waiting(), await waiting(600)], [3600, 300]);
  });

  it("takes messages from a queue of yours, whose retries are its own, and may use its key", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
    const plan = await make({ queue: { type: "given", url, kmsKeyArn } });
    const { WorkerQueueURL, MaxRetries, RetentionPeriod } = optionsOf(plan, sqsd);
    assert.deepEqual([WorkerQueueURL, MaxRetries, RetentionPeriod], [url, undefined, undefined]);
    assert.equal(plan.get("shop").outputs.queueUrl, url);
    assert.deepEqual(plan.ofType("aws:sqs/queue:Queue"), []);
    assert.deepEqual(statements(plan, "shop-role-own"), [
      { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [kmsKeyArn] },
    ]);
  });

  const timeout =
    "tier.inactivityTimeoutSeconds must be less than visibilityTimeoutSeconds (300), lest another instance takes the message too";
  const refused: [string, Partial<WorkerTier>][] = [
    ['tier.path must be a path such as "/health", got "jobs"', { path: "jobs" }],
    ['tier.healthCheckPath must be a path such as "/health", got ""', { healthCheckPath: "" }],
    ['tier.mimeType must be a type such as "application/json", got "json"', { mimeType: "json" }],
    ["tier.connections must be a whole number between 1 and 100, got 101", { connections: 101 }],
    ["tier.connectTimeoutSeconds must be a whole number between 1 and 60, got 0", { connectTimeoutSeconds: 0 }],
    [`${timeout}, got 300`, { inactivityTimeoutSeconds: 300 }],
    [
      "tier.inactivityTimeoutSeconds must be a whole number between 1 and 36000, got 36001",
      { inactivityTimeoutSeconds: 36001, visibilityTimeoutSeconds: 43200 },
    ],
    [
      "tier.visibilityTimeoutSeconds must be a whole number between 0 and 43200, got 43201",
      { visibilityTimeoutSeconds: 43201 },
    ],
    [
      "tier.errorVisibilityTimeoutSeconds must be a whole number between 0 and 43200, got -1",
      { errorVisibilityTimeoutSeconds: -1 },
    ],
    [
      "tier.queue.maxRetries must be a whole number between 1 and 100, got 0",
      { queue: { type: "own", maxRetries: 0 } },
    ],
    [
      "tier.queue.retentionSeconds must be a whole number between 60 and 1209600, got 59",
      { queue: { type: "own", retentionSeconds: 59 } },
    ],
    ['tier.queue.url must be the URL of a queue of SQS, got "jobs"', { queue: { type: "given", url: "jobs" } }],
  ];
  for (const [sentence, tier] of refused) {
    it(`is refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(tier), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
