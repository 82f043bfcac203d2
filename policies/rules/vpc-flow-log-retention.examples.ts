import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = { retentionInDays: 14 }) => ({
  type: "aws:cloudwatch/logGroup:LogGroup",
  props: { ...props },
});
const log = (props: object = {}) => ({
  type: "aws:ec2/flowLog:FlowLog",
  props: {
    vpcId: "vpc-1",
    trafficType: "ALL",
    logDestination: ref("group", "arn"),
    iamRoleArn: ref("role", "arn"),
    ...props,
  },
});
const role = { type: "aws:iam/role:Role", props: { assumeRolePolicy: "{}" } };
const policy = (Action: unknown, Resource: unknown = "arn:aws:logs:eu-west-1:123456789012:log-group:flow:*") => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  props: {
    role: ref("role", "name"),
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] },
  },
});
const write = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"];

export const examples: Examples = {
  denied: [
    {
      title: "a flow log whose records never expire",
      resources: { group: group({}), role, may: policy(write), log: log() },
      says: { log: "its log group keeps records for ever; set its retentionInDays" },
    },
    {
      title: "a role that may do more than write there",
      resources: { group: group(), role, may: policy([...write, "logs:DeleteLogGroup", "s3:*"]), log: log() },
      says: { log: "its role may do logs:deleteloggroup, do s3:*; allow it to write to its log group alone" },
    },
    {
      title: "a role that may write to every log group",
      resources: {
        group: group(),
        role,
        may: policy(write, ["*", "arn:aws:logs:eu-west-1:*:log-group:*:*"]),
        log: log(),
      },
      says: { log: "its role may write to every log group; allow" },
    },
    {
      title: "a role that may write to every log group by a pattern",
      resources: { group: group(), role, may: policy(write, "arn:aws:logs:*:*:*"), log: log() },
      says: { log: "its role may write to every log group; allow" },
    },
    {
      title: "a role with a policy of AWS's own",
      resources: {
        group: group(),
        role,
        may: {
          type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          props: { role: ref("role", "name"), policyArn: "arn:aws:iam::aws:policy/CloudWatchLogsFullAccess" },
        },
        log: log(),
      },
      says: { log: "its role may use all that arn:aws:iam::aws:policy/CloudWatchLogsFullAccess allows" },
    },
  ],
  allowed: [
    {
      title: "a flow log with a retention and a narrow role",
      resources: { group: group(), role, may: policy(write), log: log() },
    },
    {
      title: "a role that may list every log group, which has no narrower resource",
      resources: { group: group(), role, may: policy("logs:DescribeLogGroups", "*"), log: log() },
    },
    {
      title: "flow logs to a bucket, or to a log group of another stack",
      resources: {
        a: log({ logDestinationType: "s3", logDestination: "arn:aws:s3:::logs", iamRoleArn: undefined }),
        b: log({
          logDestination: "arn:aws:logs:eu-west-1:123456789012:log-group:flow",
          iamRoleArn: "arn:aws:iam::123456789012:role/flow",
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a retention that is not known",
      resources: { group: group({ retentionInDays: UNKNOWN }), role, may: policy(write), log: log() },
      says: { log: "retentionInDays of its log group" },
    },
    {
      title: "a role of which not all is known",
      resources: { group: group(), role, may: policy(UNKNOWN), log: log() },
      says: { log: "what its role may do" },
    },
  ],
};
