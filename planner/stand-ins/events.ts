import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text, type Words } from "./words";

/** The names of FIFO topics and queues end in `.fifo`. */
export function fifoName({ inputs, named }: Words, isFifo: boolean, maxLength: number): string {
  const ending = isFifo && typeof inputs.name !== "string" ? ".fifo" : "";
  return `${named("name", maxLength - ending.length)}${ending}`;
}

/** A bus other than the default one is part of the names on it. */
function onBus(inputs: Words["inputs"], separator: string, name: string): string {
  return "eventBusName" in inputs && inputs.eventBusName !== "default"
    ? `${text(inputs.eventBusName)}${separator}${name}`
    : name;
}

/** Stand-ins of queues, EventBridge and its scheduler. */
export const events: Readonly<Record<string, Maker>> = {
  "aws:sqs/queue:Queue": (words) => {
    const { inputs, arn, region, dnsSuffix } = words;
    const name = fifoName(words, inputs.fifoQueue === true, 80);
    const url = `https://sqs.${region}.${dnsSuffix}/${ACCOUNT_ID}/${name}`;
    return { id: url, url, name, arn: arn("sqs", name) };
  },
  "aws:sqs/queuePolicy:QueuePolicy": sameAs("queueUrl"),
  "aws:sqs/redrivePolicy:RedrivePolicy": sameAs("queueUrl"),
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": sameAs("queueUrl"),
  "aws:cloudwatch/eventBus:EventBus": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("events", `event-bus/${name}`) };
  },
  "aws:cloudwatch/eventRule:EventRule": ({ inputs, named, arn }) => {
    const name = named("name", 64);
    return { id: onBus(inputs, "/", name), name, arn: arn("events", `rule/${onBus(inputs, "/", name)}`) };
  },
  "aws:cloudwatch/eventTarget:EventTarget": ({ inputs, named }) => {
    const targetId = named("targetId", 64);
    return { id: onBus(inputs, "-", `${text(inputs.rule)}-${targetId}`), targetId };
  },
  "aws:scheduler/scheduleGroup:ScheduleGroup": ({ named, arn }) => {
    const name = named("name", 64);
    return { id: name, name, arn: arn("scheduler", `schedule-group/${name}`) };
  },
  "aws:scheduler/schedule:Schedule": ({ inputs, named, arn }) => {
    const group = text(inputs.groupName, "groupName" in inputs ? undefined : "default");
    const name = named("name", 64);
    return { id: `${group}/${name}`, name, arn: arn("scheduler", `schedule/${group}/${name}`) };
  },
};
