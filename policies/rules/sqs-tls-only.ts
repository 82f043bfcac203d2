import { attachedPolicies, policedQueues } from "../facts/messaging";
import { refusedWithoutTls } from "../facts/tls-refusals";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const sqsTlsOnly = rule({
  name: "sqs-tls-only",
  displayName: "Queues refuse requests without TLS",
  description: "The policy of every queue of SQS denies everyone sqs:* when the request comes without TLS.",
  why: "What is sent or received over plain HTTP can be read and changed on its way.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html#enforce-encryption-data-in-transit",
  remediationSteps:
    "Add an aws.sqs.QueuePolicy with a statement that denies sqs:* to everyone where aws:SecureTransport is false.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const policiesOf = attachedPolicies(stack, policedQueues);
    for (const queue of stack.ofType(...policedQueues.kind.types)) {
      const isRefused = refusedWithoutTls(policiesOf(queue), "sqs:*");
      if (isRefused === UNKNOWN) on(queue).undecided("its policy");
      else if (!isRefused) on(queue).deny("no policy of it denies sqs:* where aws:SecureTransport is false; add one");
    }
  },
});
