import { fifoName } from "./events";
import { ACCOUNT_ID, markedUuid } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** Stand-ins of what is around a workload: logs, alarms, topics, keys, parameters and secrets. */
export const operations: Readonly<Record<string, Maker>> = {
  "aws:cloudwatch/logGroup:LogGroup": ({ named, arn }) => {
    const name = named("name", 512);
    return { id: name, name, arn: arn("logs", `log-group:${name}`) };
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("cloudwatch", `alarm:${name}`) };
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": ({ inputs, arn }) => {
    const name = text(inputs.alarmName);
    return { id: name, arn: arn("cloudwatch", `alarm:${name}`) };
  },
  "aws:cloudwatch/alarmMuteRule:AlarmMuteRule": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("cloudwatch", `alarm-mute-rule:${name}`) };
  },
  "aws:cloudwatch/dashboard:Dashboard": ({ inputs, globalArn }) => {
    const name = text(inputs.dashboardName);
    return { id: name, dashboardArn: globalArn("cloudwatch", `dashboard/${name}`) };
  },
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": ({ hex, arn }) => {
    const own = arn("logs", `anomaly-detector:${markedUuid(hex(64))}`);
    return { id: own, arn: own };
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": ({ named }) => ({ id: named(), name: named() }),
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": sameAs("policyName"),
  "aws:cloudwatch/logStream:LogStream": ({ inputs, named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("logs", `log-group:${text(inputs.logGroupName)}:log-stream:${name}`) };
  },
  "aws:sns/topic:Topic": (words) => {
    const { arn, inputs } = words;
    const name = fifoName(words, inputs.fifoTopic === true, 256);
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
  "aws:ssm/document:Document": ({ named, arn }) => {
    const name = named();
    const versions = { latestVersion: "1", defaultVersion: "1" };
    return { id: name, name, arn: arn("ssm", `document/${name}`), owner: ACCOUNT_ID, ...versions };
  },
  "aws:ssm/association:Association": ({ hex, arn }) => {
    const associationId = markedUuid(hex(64));
    return { id: associationId, associationId, arn: arn("ssm", `association/${associationId}`) };
  },
  "aws:secretsmanager/secret:Secret": ({ named, arn, hex }) => {
    const name = named("name", 512);
    // Secrets Manager adds six characters of its own to the name.
    const own = arn("secretsmanager", `secret:${name}-${hex(6)}`);
    return { id: own, arn: own, name };
  },
  "aws:secretsmanager/secretVersion:SecretVersion": ({ inputs, hex }) => {
    const secret = text(inputs.secretId);
    const versionId = markedUuid(hex(64));
    return { id: `${secret}|${versionId}`, arn: secret, secretArn: secret, versionId };
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": sameAs("secretArn"),
  "aws:secretsmanager/secretRotation:SecretRotation": sameAs("secretId"),
};
