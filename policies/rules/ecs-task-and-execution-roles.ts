import { judgeContainers, taskTypes } from "../facts/container-definitions";
import { referred } from "../facts/references";
import { asList, asText, at, UNKNOWN } from "../facts/value";
import type { Resource, StackResource } from "../resource";
import { rule } from "../rule";

const roleKind = { types: ["aws:iam/role:Role"], keys: ["arn"] };

export const ecsTaskAndExecutionRoles = rule({
  name: "ecs-task-and-execution-roles",
  displayName: "Tasks and their agent have roles of their own",
  description: "The role that starts a task is there where it is needed, and is not the role of the application.",
  why: "With one role for both, the application may do what only the start of a task needs, such as read every secret; with none, such a task does not start.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html",
  remediationSteps:
    "Set executionRoleArn to a role that may pull the image, write logs and read the secrets, and taskRoleArn to another one that may do what the application does.",
  controls: {},
  types: taskTypes,
  resource({ resource, deny, undecided }) {
    if (at(resource.props, "executionRoleArn") !== undefined) return;
    const compatible = asList(at(resource.props, "requiresCompatibilities"));
    if (compatible === UNKNOWN) undecided("requiresCompatibilities");
    else if (compatible.includes("FARGATE")) deny("it runs on Fargate without executionRoleArn; name a role");
    else judgeSecrets(resource, { deny, undecided });
  },
  stack({ stack, on }) {
    for (const task of stack.ofType(...taskTypes)) {
      const roles = [at(task.props, "taskRoleArn"), at(task.props, "executionRoleArn")].map(asText);
      const [own, starting] = roles;
      if (own === undefined || starting === undefined) continue;
      const same = own !== UNKNOWN && starting !== UNKNOWN ? own === starting : haveSameRole(task);
      if (same === UNKNOWN) on(task).undecided("whether taskRoleArn and executionRoleArn are different");
      else if (same) on(task).deny("taskRoleArn and executionRoleArn are the same role; give each its own");
    }
  },
});

/** The agent reads a container's secrets with the execution role. */
function judgeSecrets(
  resource: Resource,
  { deny, undecided }: { deny(text: string): void; undecided(text: string): void },
) {
  judgeContainers(resource, { undecided }, ({ place, read }) => {
    const secrets = asList(read("secrets"));
    if (secrets === UNKNOWN) undecided(`secrets of ${place}`);
    else if (secrets.length > 0) deny(`${place} has secrets, and the task no executionRoleArn; name a role`);
  });
}

function haveSameRole(task: StackResource): boolean | typeof UNKNOWN {
  const [own, ...others] = referred(task, "taskRoleArn", roleKind);
  const [starting, ...more] = referred(task, "executionRoleArn", roleKind);
  if (!own || !starting || others.length > 0 || more.length > 0) return UNKNOWN;
  return own === starting;
}
