import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = { type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 6 } };
const schedule = (props: object) => ({
  type: "aws:autoscaling/schedule:Schedule",
  props: { scheduledActionName: "night", autoscalingGroupName: ref("web", "name"), recurrence: "0 20 * * *", ...props },
});
const environment = "dev";

export const examples: Examples = {
  denied: [
    {
      title: "a group without a schedule, or with one for the day alone",
      environment,
      resources: {
        web: group,
        other: group,
        day: schedule({ minSize: 4, maxSize: 8, desiredCapacity: 4 }),
      },
      says: {
        web: "no recurring schedule takes it to 0 instances or its minimum; add one for the night",
        other: "no recurring schedule",
      },
    },
    {
      title: "a group that sleeps once",
      environment,
      resources: {
        web: group,
        once: schedule({ recurrence: undefined, startTime: "2027-01-01T20:00:00Z", desiredCapacity: 0 }),
      },
      says: { web: "no recurring schedule" },
    },
  ],
  allowed: [
    {
      title: "a group that goes to none at night",
      environment,
      resources: { web: group, night: schedule({ minSize: 0, maxSize: 0, desiredCapacity: 0 }) },
    },
    {
      title: "a group that goes to its minimum at night",
      environment,
      resources: { web: group, night: schedule({ minSize: -1, maxSize: -1, desiredCapacity: 2 }) },
    },
    { title: "a group of production", resources: { web: group } },
  ],
  undecided: [
    {
      title: "a schedule whose sizes, or whose group, are not known",
      environment,
      resources: { web: group, night: schedule({ desiredCapacity: UNKNOWN }) },
      says: { web: "what a schedule does" },
    },
    {
      title: "a group beside a schedule for a group that is not known",
      environment,
      resources: { web: group, night: schedule({ autoscalingGroupName: UNKNOWN, desiredCapacity: 0 }) },
      says: { web: "what a schedule does" },
    },
  ],
};
