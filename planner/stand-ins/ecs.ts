import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text, type Words } from "./words";

/** The cluster that an input names, by name or by ARN; ECS has one called "default" for who names none. */
function clusterOf({ inputs }: Words, property = "cluster"): string {
  return text(inputs[property], property in inputs ? undefined : "default").replace(/^.*:cluster\//, "");
}

/** Stand-ins of ECS. */
export const ecs: Readonly<Record<string, Maker>> = {
  "aws:ecs/cluster:Cluster": ({ named, arn }) => {
    const name = named();
    return { id: arn("ecs", `cluster/${name}`), arn: arn("ecs", `cluster/${name}`), name };
  },
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": sameAs("clusterName"),
  "aws:ecs/capacityProvider:CapacityProvider": ({ named, arn }) => {
    const name = named();
    return { id: arn("ecs", `capacity-provider/${name}`), arn: arn("ecs", `capacity-provider/${name}`), name };
  },
  "aws:ecs/taskDefinition:TaskDefinition": ({ inputs, arn }) => {
    const family = text(inputs.family);
    const withoutRevision = arn("ecs", `task-definition/${family}`);
    return { id: family, arn: `${withoutRevision}:1`, arnWithoutRevision: withoutRevision, revision: 1 };
  },
  "aws:ecs/service:Service": (words) => {
    const name = words.named();
    const arn = words.arn("ecs", `service/${clusterOf(words)}/${name}`);
    return { id: arn, arn, name };
  },
  "aws:ecs/taskSet:TaskSet": (words) => {
    const { inputs, hex, arn } = words;
    const service = text(inputs.service).replace(/^.*\//, "");
    const taskSetId = `ecs-svc/${BigInt(`0x${hex(15)}`)}`;
    return {
      id: `${taskSetId},${text(inputs.service)},${text(inputs.cluster)}`,
      taskSetId,
      arn: arn("ecs", `task-set/${clusterOf(words)}/${service}/${taskSetId}`),
    };
  },
  "aws:ecs/expressGatewayService:ExpressGatewayService": (words) => {
    const { hex, region } = words;
    const serviceName = words.named("serviceName");
    const arn = words.arn("ecs", `service/${clusterOf(words)}/${serviceName}`);
    return {
      id: arn,
      serviceArn: arn,
      serviceName,
      ingressPaths: [{ accessType: "PUBLIC", endpoint: `https://${serviceName}-${hex(12)}.ecs.${region}.on.aws` }],
    };
  },
  "aws:ecs/daemon:Daemon": (words) => {
    const name = words.named();
    const arn = words.arn("ecs", `daemon/${clusterOf(words, "clusterArn")}/${name}`);
    return { id: arn, arn, name };
  },
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": ({ inputs, arn }) => {
    const own = arn("ecs", `daemon-task-definition/${text(inputs.family)}:1`);
    return { id: own, arn: own, revision: 1 };
  },
  "aws:ecs/accountSettingDefault:AccountSettingDefault": ({ partition }) => {
    const principalArn = `arn:${partition}:iam::${ACCOUNT_ID}:root`;
    return { id: principalArn, principalArn };
  },
  "aws:ecs/tag:Tag": ({ inputs }) => ({ id: `${text(inputs.resourceArn)},${text(inputs.key)}` }),
};
