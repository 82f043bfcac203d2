import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = { type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4 } };
const launches = ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR"];
const ends = ["autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"];
const notification = (groupNames: unknown, notifications: unknown) => ({
  type: "aws:autoscaling/notification:Notification",
  props: { groupNames, notifications, topicArn: "arn:aws:sns:eu-west-1:123456789012:scaling" },
});

export const examples: Examples = {
  denied: [
    {
      title: "a group without notifications, and one with a few",
      resources: { web: group, api: group, tell: notification([ref("api", "name")], launches) },
      says: {
        web: "nobody is told of autoscaling:EC2_INSTANCE_LAUNCH, autoscaling:EC2_INSTANCE_LAUNCH_ERROR, autoscaling:EC2_INSTANCE_TERMINATE",
        api: "nobody is told of autoscaling:EC2_INSTANCE_TERMINATE, autoscaling:EC2_INSTANCE_TERMINATE_ERROR; add",
      },
    },
  ],
  allowed: [
    {
      title: "groups that tell of all four events, in one notification or in two",
      resources: {
        ...{ web: group, api: group, jobs: { ...group, props: { ...group.props, name: "jobs-fleet" } } },
        all: notification([ref("web", "name"), ref("api", "name")], [...launches, ...ends]),
        first: notification(["jobs-fleet"], launches),
        second: notification([ref("jobs", "name")], ends),
      },
    },
  ],
  undecided: [
    {
      title: "events or groups that are not known",
      resources: { web: group, tell: notification([ref("web", "name")], UNKNOWN) },
      says: { web: "what it is notified of" },
    },
    {
      title: "notifications of which the groups are not known",
      resources: { web: group, tell: notification(UNKNOWN, [...launches, ...ends]) },
      says: { web: "what it is notified of" },
    },
  ],
};
