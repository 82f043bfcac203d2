import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (props: object, container: object = {}) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image: "web:1", ...container }]), ...props },
});
const role = { type: "aws:iam/role:Role", props: {} };
const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const secrets = { secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:eu-west-1:123456789012:parameter/token" }] };

export const examples: Examples = {
  denied: [
    {
      title: "a task on Fargate, and one with secrets, that nobody can start",
      resources: { fargate: task({ requiresCompatibilities: ["FARGATE"] }), secret: task({}, secrets) },
      says: {
        fargate: "it runs on Fargate without executionRoleArn; name a role",
        secret: 'container "web" has secrets, and the task no executionRoleArn; name a role',
      },
    },
    {
      title: "one role for both, by name or by reference",
      resources: {
        named: task({ taskRoleArn: arn("web"), executionRoleArn: arn("web") }),
        role,
        referred: task({ taskRoleArn: ref("role", "arn"), executionRoleArn: ref("role", "arn") }),
      },
      says: {
        named: "taskRoleArn and executionRoleArn are the same role; give each its own",
        referred: "taskRoleArn and executionRoleArn are the same role",
      },
    },
  ],
  allowed: [
    {
      title: "a role for each",
      resources: {
        ...{ role, agent: role },
        named: task({ taskRoleArn: arn("web"), executionRoleArn: arn("agent") }),
        referred: task({ taskRoleArn: ref("role", "arn"), executionRoleArn: ref("agent", "arn") }),
      },
    },
    {
      title: "an application without rights, and a task that its host starts",
      resources: {
        fargate: task({ requiresCompatibilities: ["FARGATE"], executionRoleArn: arn("agent") }),
        ec2: task({ requiresCompatibilities: ["EC2"] }),
      },
    },
  ],
  undecided: [
    {
      title: "roles that come from elsewhere",
      resources: { web: task({ taskRoleArn: UNKNOWN, executionRoleArn: UNKNOWN }) },
      says: { web: "whether taskRoleArn and executionRoleArn are different is not known yet" },
    },
    {
      title: "where a task without an execution role runs",
      resources: { web: task({ requiresCompatibilities: UNKNOWN }) },
      says: { web: "requiresCompatibilities is not known yet" },
    },
  ],
};
