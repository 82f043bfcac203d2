import { deadLetterQueues, redriveOf, redrivePolicyType } from "../facts/dead-letter-queues";
import { isGiven } from "../facts/given";
import { policedQueues, queueType } from "../facts/messaging";
import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { asNumber, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const sqsDeadLetter = rule({
  name: "sqs-dead-letter",
  displayName: "Queues set aside what fails",
  description:
    "Every queue of SQS moves a message that was received too often to another queue, unless it is such a queue itself.",
  why: "A message that always fails is otherwise received again and again until it expires, and is then lost.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  remediationSteps: "Set redrivePolicy, or add an aws.sqs.RedrivePolicy, with deadLetterTargetArn and maxReceiveCount.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const isDeadLetterQueue = deadLetterQueues(stack);
    const besides = new Map<string, unknown[]>();
    let isVague = false;
    for (const redrive of stack.ofType(redrivePolicyType)) {
      const queues = named(stack, redrive, "queueUrl", at(redrive.props, "queueUrl"), policedQueues.kind);
      for (const { urn } of queues) besides.set(urn, [...(besides.get(urn) ?? []), at(redrive.props, "redrivePolicy")]);
      if (queues.length === 0 && at(redrive.props, "queueUrl") === UNKNOWN) isVague = true;
    }
    for (const queue of stack.ofType(queueType)) {
      if (isDeadLetterQueue(queue)) continue;
      const own = at(stated(queue).props, "redrivePolicy");
      const policies = [own, ...(besides.get(queue.urn) ?? [])].filter(
        (policy) => policy !== undefined && policy !== "",
      );
      const faults = policies.map(fault);
      if (policies.length > 0 && faults.includes(undefined)) continue;
      if (isVague) on(queue).undecided("the queueUrl of a RedrivePolicy");
      else
        on(queue).deny(`${faults[0] ?? "redrivePolicy is not set"}; name a queue for what fails and a maxReceiveCount`);
    }
  },
});

/** What is wrong with a redrive policy. One that waits for the ARN of its queue is there; what is no JSON AWS refuses. */
function fault(policy: unknown): string | undefined {
  const redrive = redriveOf(policy);
  if (redrive === UNKNOWN || redrive === undefined) return undefined;
  if (!isGiven(at(redrive, "deadLetterTargetArn"))) return "redrivePolicy names no deadLetterTargetArn";
  const count = asNumber(at(redrive, "maxReceiveCount"));
  if (count === UNKNOWN || (count !== undefined && count >= 1)) return undefined;
  return `maxReceiveCount of redrivePolicy is ${shown(count)}`;
}
