import type { JsonObject } from "../plan";
import { isObject, UNKNOWN } from "../wire";
import type { Answers } from "./question";
import { ACCOUNT_ID, markedHex, partitionOf } from "./setting";
import { type Maker, text, type Words } from "./words";

/** Stand-ins of Elastic Beanstalk. */
export const beanstalk: Readonly<Record<string, Maker>> = {
  "aws:elasticbeanstalk/application:Application": ({ named, arn }) => {
    const name = named("name", 100);
    return { id: name, name, arn: arn("elasticbeanstalk", `application/${name}`) };
  },
  "aws:elasticbeanstalk/applicationVersion:ApplicationVersion": ({ inputs, named, arn }) => {
    const name = named("name", 100);
    const path = `applicationversion/${text(inputs.application)}/${name}`;
    return { id: name, name, arn: arn("elasticbeanstalk", path) };
  },
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": ({ named }) => {
    const name = named("name", 100);
    return { id: name, name };
  },
  "aws:elasticbeanstalk/environment:Environment": (words) => {
    const { inputs, hex, named, arn } = words;
    const id = `e-${hex(10)}`;
    const name = named("name", 40);
    return {
      id,
      name,
      arn: arn("elasticbeanstalk", `environment/${text(inputs.application)}/${name}`),
      autoscalingGroups: [`awseb-${id}-stack-AWSEBAutoScalingGroup-${hex(12)}`],
      ...(inputs.tier === "Worker" ? workerOutputs(words, id) : webOutputs(words, name)),
    };
  },
};

function workerOutputs({ region, dnsSuffix, hex, inputs }: Words, id: string): JsonObject {
  const given = optionOf(inputs, "aws:elasticbeanstalk:sqsd", "WorkerQueueURL");
  const own = `https://sqs.${region}.${dnsSuffix}/${ACCOUNT_ID}/awseb-${id}-stack-AWSEBWorkerQueue-${hex(12)}`;
  return { queues: [given ?? own], loadBalancers: [] };
}

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customdomains.html */
function webOutputs(words: Words, name: string): JsonObject {
  const { inputs, region, hex, dnsSuffix } = words;
  const prefix = text(inputs.cnamePrefix, name);
  const shared = optionOf(inputs, "aws:elbv2:loadbalancer", "SharedLoadBalancer");
  const isSingle = optionOf(inputs, "aws:elasticbeanstalk:environment", "EnvironmentType") === "SingleInstance";
  const kind = optionOf(inputs, "aws:elasticbeanstalk:environment", "LoadBalancerType") === "network" ? "net" : "app";
  const balancer = `awseb-AWSEB-${hex(12).toUpperCase()}`;
  const own = words.arn("elasticloadbalancing", `loadbalancer/${kind}/${balancer}/${hex(16)}`);
  return {
    cname: `${prefix}.${hex(8)}.${region}.elasticbeanstalk.com`,
    queues: [],
    loadBalancers: isSingle ? [] : [shared ?? own],
    // An address of a single instance could be any; a shared load balancer has a name of its own.
    endpointUrl: isSingle || shared ? UNKNOWN : `${balancer}-${hex(10)}.${region}.elb.${dnsSuffix}`,
  };
}

function optionOf({ settings }: JsonObject, namespace: string, name: string): string | undefined {
  const found = Array.isArray(settings)
    ? settings.find((setting) => isObject(setting) && setting.namespace === namespace && setting.name === name)
    : undefined;
  return isObject(found) && typeof found.value === "string" ? found.value : undefined;
}

/** Look-ups of Elastic Beanstalk. */
export const beanstalkLookUps: Answers = {
  // Which version a branch has changes by the month: this one has the form of any, and is none.
  "aws:elasticbeanstalk/getSolutionStack:getSolutionStack": ({ inputs, setting: { region } }) => {
    const name = text(inputs.nameRegex)
      .replace(/^\^|\$$/g, "")
      .replace("[0-9.]+", "0.0.0")
      .replace(/\\\./g, ".");
    return { id: region, region, name: /[\\^$*+?()[\]{}|]/.test(name) ? UNKNOWN : name };
  },
  "aws:elasticbeanstalk/getHostedZone:getHostedZone": ({ setting: { region } }) => ({
    id: `Z${markedHex(`elasticbeanstalk ${region}`, 13).toUpperCase()}`,
    region,
  }),
  "aws:elasticbeanstalk/getApplication:getApplication": ({ inputs, setting: { region } }) => {
    const name = text(inputs.name);
    const arn = `arn:${partitionOf(region).partition}:elasticbeanstalk:${region}:${ACCOUNT_ID}:application/${name}`;
    return { id: name, name, arn, description: UNKNOWN, appversionLifecycle: UNKNOWN };
  },
};
