import type { EffectRow } from "../change-effect";
import { oneLine } from "../format/visible";

export const ecsEffects: readonly EffectRow[] = [
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    inputs: ["containerDefinitions", "cpu", "executionRoleArn", "memory", "runtimePlatform", "taskRoleArn", "volumes"],
    effect: ({ after, plan }) => {
      const services = plan
        .ofType("aws:ecs/service:Service")
        .filter(({ propertyDependencies: { taskDefinition } }) => taskDefinition?.includes(after.urn));
      const names = services.map(({ name }) => oneLine(name)).join(" and ");
      return services.length === 0
        ? { kind: "replaced", words: "a new revision, which nothing here runs by itself" }
        : { kind: "rolledOut", words: `a new revision, rolled out by ${names}, task by task` };
    },
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definitions.html",
  },
];
