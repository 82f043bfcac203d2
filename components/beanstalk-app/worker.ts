import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Capacity } from "./capacity";
import { checkChoice } from "./choice";
import { checkPath } from "./health-check";
import { checkNumber, type Options } from "./options";

/**
 * No requests from outside: a daemon on each instance takes messages from a queue and posts them to the application,
 * which answers 200 when it is done with one. A `cron.yaml` in the bundle puts messages there by the clock.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html
 */
export interface WorkerTier {
  readonly type: "worker";
  /** Where messages come from. @default a queue that is made, with one for what fails to the last, which has an alarm */
  readonly queue?: WorkerQueue;
  /** The path that messages are posted to. @default "/" */
  readonly path?: string;
  /** The path that is asked whether the application is well. @default "/health" */
  readonly healthCheckPath?: string;
  /** What a message is. @default "application/json" */
  readonly mimeType?: string;
  /** Messages that an instance handles at once, 1–100. @default 50 */
  readonly connections?: number;
  /** Seconds to connect to the application, 1–60. @default 5 */
  readonly connectTimeoutSeconds?: number;
  /** Seconds that the application may take for a message, 1–36000, less than visibilityTimeoutSeconds. @default 299 */
  readonly inactivityTimeoutSeconds?: number;
  /** Seconds for which a message that is being handled is hidden from others, 0–43200. @default 300 */
  readonly visibilityTimeoutSeconds?: number;
  /** Seconds until a message that failed is tried again, 0–43200. @default 2 */
  readonly errorVisibilityTimeoutSeconds?: number;
  /** How many instances there are. @default 2 to 4 in dev, 3 to 6 in prod */
  readonly capacity?: Capacity;
}

export type WorkerQueue =
  | {
      readonly type: "own";
      /** How often a message is tried before it goes to the queue of dead letters, 1–100. @default 10 */
      readonly maxRetries?: number;
      /** Seconds for which a message is kept, 60–1209600. @default 345600, four days */
      readonly retentionSeconds?: number;
    }
  | {
      /** One of yours, with its own retries and dead letters. A FIFO queue takes no `cron.yaml`. */
      readonly type: "given";
      readonly url: pulumi.Input<string>;
      /** The ARN of the KMS key that encrypts it, to be granted. @default SQS's own key, which needs no grant */
      readonly kmsKeyArn?: pulumi.Input<string>;
    };

export function readWorker(
  check: ArgumentCheck,
  tier: WorkerTier,
): (queueUrl: pulumi.Input<string> | undefined) => Options {
  const { queue = { type: "own" }, path = "/", healthCheckPath = "/health", mimeType = "application/json" } = tier;
  const { connections = 50, connectTimeoutSeconds = 5, inactivityTimeoutSeconds = 299 } = tier;
  const { visibilityTimeoutSeconds = 300, errorVisibilityTimeoutSeconds = 2 } = tier;
  checkPath(check, "tier.path", path);
  checkPath(check, "tier.healthCheckPath", healthCheckPath);
  check(/^[\w.+-]+\/[\w.+-]+$/.test(mimeType), "tier.mimeType", 'must be a type such as "application/json"', mimeType);
  const numbers: readonly [string, string, number][] = [
    ["connections", "HttpConnections", connections],
    ["connectTimeoutSeconds", "ConnectTimeout", connectTimeoutSeconds],
    ["inactivityTimeoutSeconds", "InactivityTimeout", inactivityTimeoutSeconds],
    ["visibilityTimeoutSeconds", "VisibilityTimeout", visibilityTimeoutSeconds],
    ["errorVisibilityTimeoutSeconds", "ErrorVisibilityTimeout", errorVisibilityTimeoutSeconds],
  ];
  for (const [argument, option, value] of numbers) {
    checkNumber(check, `tier.${argument}`, ["aws:elasticbeanstalk:sqsd", option], value);
  }
  checkQueue(check, queue);
  const isShorter = inactivityTimeoutSeconds < visibilityTimeoutSeconds;
  const limit = `must be less than visibilityTimeoutSeconds (${visibilityTimeoutSeconds}), lest another instance takes the message too`;
  check(isShorter, "tier.inactivityTimeoutSeconds", limit, inactivityTimeoutSeconds);
  return (queueUrl) => ({
    // A group that grows, without a load balancer.
    "aws:elasticbeanstalk:environment": { EnvironmentType: "LoadBalanced" },
    "aws:elasticbeanstalk:application": { "Application Healthcheck URL": healthCheckPath },
    "aws:elasticbeanstalk:sqsd": {
      HttpPath: path,
      MimeType: mimeType,
      HttpConnections: connections,
      ConnectTimeout: connectTimeoutSeconds,
      InactivityTimeout: inactivityTimeoutSeconds,
      VisibilityTimeout: visibilityTimeoutSeconds,
      ErrorVisibilityTimeout: errorVisibilityTimeoutSeconds,
      WorkerQueueURL: queueUrl,
    },
  });
}

function checkQueue(check: ArgumentCheck, queue: WorkerQueue): void {
  checkChoice(check, "tier.queue.type", ["own", "given"], queue.type);
  if (queue.type === "given") {
    const { url } = queue;
    const isUrl = typeof url !== "string" || /^https:\/\/[^/]+\/\d{12}\/[\w-]+(\.fifo)?$/.test(url);
    check(isUrl, "tier.queue.url", "must be the URL of a queue of SQS", url);
    return;
  }
  const { maxRetries = 10, retentionSeconds = 345600 } = queue;
  checkNumber(check, "tier.queue.maxRetries", ["aws:elasticbeanstalk:sqsd", "MaxRetries"], maxRetries);
  checkNumber(check, "tier.queue.retentionSeconds", ["aws:elasticbeanstalk:sqsd", "RetentionPeriod"], retentionSeconds);
}
