import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });
const task = (...containers: object[]) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { family: "web", containerDefinitions: JSON.stringify(containers) },
});
const web = { name: "web", image: "web:1" };
const healthCheck = { command: ["CMD-SHELL", "curl -f http://localhost:8080/health"] };

export const examples: Examples = {
  denied: [
    {
      title: "a service that tells nobody how it is",
      resources: { task: task(web), web: service({ taskDefinition: ref("task", "arn") }) },
      says: { web: "neither a load balancer nor a healthCheck of its containers tells its health; add one" },
    },
    {
      title: "a check in a container that does not matter",
      resources: {
        task: task(web, { name: "sidecar", essential: false, healthCheck }),
        web: service({ taskDefinition: ref("task", "arn"), loadBalancers: [] }),
      },
      says: { web: "neither a load balancer nor a healthCheck" },
    },
  ],
  allowed: [
    {
      title: "a service behind a load balancer, also one whose task is not in the stack",
      resources: { web: service({ taskDefinition: "web:1", loadBalancers: [{ containerName: "web" }] }) },
    },
    {
      title: "a check in an essential container",
      resources: { task: task({ ...web, healthCheck }), web: service({ taskDefinition: ref("task", "arn") }) },
    },
    {
      title: "a task that is named by its family",
      resources: { task: task({ ...web, healthCheck }), web: service({ taskDefinition: "web" }) },
    },
  ],
  undecided: [
    {
      title: "a task that is not in the stack",
      resources: { web: service({ taskDefinition: "other:1" }) },
      says: { web: "the containers of its task definition is not known yet" },
    },
    {
      title: "load balancers that are not known",
      resources: {
        group: { type: "aws:lb/targetGroup:TargetGroup", props: {} },
        task: task(web),
        web: service({ taskDefinition: ref("task", "arn"), loadBalancers: ref("group", "list") }),
      },
      says: { web: "loadBalancers is not known yet" },
    },
    {
      title: "containers that are not known",
      resources: {
        task: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } },
        web: service({ taskDefinition: ref("task", "arn") }),
      },
      says: { web: "the containers of its task definition" },
    },
  ],
};
