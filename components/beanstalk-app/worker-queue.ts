import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSet } from "../alarm-set";
import { deadLetterAlarm } from "../lambda-function/alarms";
import type { WorkerTier } from "./worker";

/** Where a worker's messages come from. */
export interface WorkerMessages {
  readonly url: pulumi.Input<string>;
  /** The queue that was made; undefined where it is somebody else's, and so are its alarms. */
  readonly own: OwnQueue | undefined;
}

interface OwnQueue {
  readonly messages: aws.sqs.Queue;
  readonly retentionSeconds: number;
  /** Where those go that failed to the last. */
  readonly deadLetters: aws.sqs.Queue;
}

/**
 * The queue that is given, or one that is made. Elastic Beanstalk would make one too, but tell nobody the name of its
 * dead letters, which somebody must look at.
 */
export function workerQueue(
  name: string,
  { queue = { type: "own" }, visibilityTimeoutSeconds = 300 }: WorkerTier,
  parent: pulumi.Resource,
): WorkerMessages {
  if (queue.type === "given") return { url: queue.url, own: undefined };
  const { maxRetries = 10, retentionSeconds = 345600 } = queue;
  const deadLetters = new aws.sqs.Queue(
    `${name}-dead-letters`,
    // Two weeks, the most that SQS allows: from when a message was first sent.
    { messageRetentionSeconds: 1209600, sqsManagedSseEnabled: true, tags: { Name: `${name}-dead-letters` } },
    { parent },
  );
  const messages = new aws.sqs.Queue(
    `${name}-messages`,
    {
      messageRetentionSeconds: retentionSeconds,
      visibilityTimeoutSeconds,
      sqsManagedSseEnabled: true,
      redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: maxRetries }),
      tags: { Name: `${name}-messages` },
    },
    { parent },
  );
  tlsOnly(`${name}-dead-letters-policy`, deadLetters, parent);
  tlsOnly(`${name}-messages-policy`, messages, parent);
  return { url: messages.url, own: { messages, retentionSeconds, deadLetters } };
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html */
function tlsOnly(name: string, queue: aws.sqs.Queue, parent: pulumi.Resource): void {
  new aws.sqs.QueuePolicy(
    name,
    {
      queueUrl: queue.url,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sqs:*",
            Resource: queue.arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    },
    { parent },
  );
}

/** The alarms of messages that failed to the last, and of those that nobody takes. */
export function workerAlarms(alarms: AlarmSet, { messages, retentionSeconds, deadLetters }: OwnQueue): void {
  deadLetterAlarm(alarms, "dead-letters", deadLetters.name);
  // Time to mend it before messages are lost.
  const waitingSeconds = Math.min(3600, retentionSeconds / 2);
  alarms.alarm("waiting", {
    alarmDescription: `A message has waited for more than ${waitingSeconds} s: workers fail, or are too few`,
    namespace: "AWS/SQS",
    metricName: "ApproximateAgeOfOldestMessage",
    dimensions: { QueueName: messages.name },
    statistic: "Maximum",
    period: 300,
    evaluationPeriods: 3,
    comparisonOperator: "GreaterThanThreshold",
    threshold: waitingSeconds,
    // An empty queue says nothing, in the end.
    treatMissingData: "notBreaching",
  });
}
