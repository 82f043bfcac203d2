import { ACCOUNT_ID, markedUuid } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** Stand-ins of what is around a workload: logs, alarms, topics, keys and parameters. */
export const operations: Readonly<Record<string, Maker>> = {
  "aws:cloudwatch/logGroup:LogGroup": ({ named, arn }) => {
    const name = named("name", 512);
    return { id: name, name, arn: arn("logs", `log-group:${name}`) };
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("cloudwatch", `alarm:${name}`) };
  },
  "aws:sns/topic:Topic": ({ named, arn, inputs }) => {
    const fifo = inputs.fifoTopic === true && typeof inputs.name !== "string" ? ".fifo" : "";
    const name = `${named("name", 256 - fifo.length)}${fifo}`;
    return { id: arn("sns", name), arn: arn("sns", name), name, owner: ACCOUNT_ID };
  },
  "aws:sns/topicPolicy:TopicPolicy": sameAs("arn"),
  "aws:sns/topicSubscription:TopicSubscription": ({ inputs, hex }) => {
    const own = `${text(inputs.topic)}:${markedUuid(hex(64))}`;
    return { id: own, arn: own };
  },
  "aws:kms/key:Key": ({ hex, arn }) => {
    const id = markedUuid(hex(64));
    return { id, keyId: id, arn: arn("kms", `key/${id}`) };
  },
  "aws:kms/alias:Alias": ({ named, arn, inputs }) => {
    const name = typeof inputs.name === "string" ? inputs.name : `alias/${named()}`;
    return { id: name, name, arn: arn("kms", name) };
  },
  "aws:ssm/parameter:Parameter": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("ssm", `parameter/${name.replace(/^\//, "")}`), version: 1 };
  },
};
