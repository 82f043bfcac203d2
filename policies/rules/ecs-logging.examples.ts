import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (...containers: object[]) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify(containers) },
});
const web = { name: "web", image: "web:1" };
const awslogs = { logDriver: "awslogs", options: { "awslogs-group": "/shop/web", "awslogs-region": "eu-west-1" } };

export const examples: Examples = {
  denied: [
    {
      title: "the container without logs, not the one beside it",
      resources: { task: task({ ...web, logConfiguration: awslogs }, { name: "sidecar", image: "sidecar:1" }) },
      says: { task: 'container "sidecar" has no logConfiguration; add one' },
    },
    {
      title: "logs that stay on the host",
      resources: { task: task({ ...web, logConfiguration: { logDriver: "json-file" } }) },
      says: { task: 'container "web" has the log driver "json-file"; use awslogs' },
    },
    {
      title: "logs for CloudWatch without a log group",
      resources: { task: task({ ...web, logConfiguration: { logDriver: "awslogs", options: {} } }) },
      says: { task: 'container "web" has the log driver "awslogs" without awslogs-group' },
    },
    {
      title: "a driver that the house does not want",
      settings: { drivers: ["awslogs"] },
      resources: { task: task({ ...web, logConfiguration: { logDriver: "awsfirelens" } }) },
      says: { task: 'has the log driver "awsfirelens"; use awslogs' },
    },
  ],
  allowed: [
    { title: "logs in CloudWatch", resources: { task: task({ ...web, logConfiguration: awslogs }) } },
    {
      title: "logs through a router that keeps its own",
      resources: {
        task: task(
          { ...web, logConfiguration: { logDriver: "awsfirelens" } },
          { name: "router", firelensConfiguration: { type: "fluentbit" }, logConfiguration: awslogs },
        ),
      },
    },
  ],
  undecided: [
    {
      title: "definitions that are not known",
      resources: { task: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } } },
      says: { task: "the list of its containers" },
    },
    {
      title: "a daemon whose log driver is not known",
      resources: {
        daemon: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { containerDefinitions: [{ name: "agent", logConfiguration: UNKNOWN }] },
        },
      },
      says: { daemon: 'logConfiguration of container "agent"' },
    },
  ],
};
