import assert from "node:assert/strict";
import type { WorkerTier } from "../../../components/beanstalk-app/worker";
import { app, optionsOf, settingsOf, statements, worker } from "./planned-app";

const sqsd = "aws:elasticbeanstalk:sqsd";
const make = (tier: Partial<WorkerTier> = {}) => app({ tier: { ...worker, ...tier } });
const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs";

describe("a worker environment", () => {
  it("takes messages from a queue that Elastic Beanstalk makes, and lets nobody in", async () => {
    const plan = await make();
    assert.equal(plan.get("shop-env").inputs.tier, "Worker");
    assert.deepEqual(optionsOf(plan, sqsd), {
      ConnectTimeout: "5",
      ErrorVisibilityTimeout: "2",
      HttpConnections: "50",
      HttpPath: "/",
      InactivityTimeout: "299",
      MaxRetries: "10",
      MimeType: "application/json",
      RetentionPeriod: "345600",
      VisibilityTimeout: "300",
    });
    assert.deepEqual(plan.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), []);
    assert.equal(optionsOf(plan, "aws:ec2:vpc").Subnets, "subnet-private-a,subnet-private-b");
    assert.equal(plan.get("shop").outputs.queueUrl, Object(plan.get("shop-env").outputs.queues)[0]);
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
      MaxRetries: "3",
      MimeType: "text/plain",
      RetentionPeriod: "86400",
      VisibilityTimeout: "900",
    });
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:application"), { "Application Healthcheck URL": "/up" });
  });

  it("takes messages from a queue of yours, whose retries are its own, and may use its key", async () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/k";
    const plan = await make({ queue: { type: "given", url, kmsKeyArn } });
    const { WorkerQueueURL, MaxRetries, RetentionPeriod } = optionsOf(plan, sqsd);
    assert.deepEqual([WorkerQueueURL, MaxRetries, RetentionPeriod], [url, undefined, undefined]);
    assert.equal(plan.get("shop").outputs.queueUrl, url);
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
