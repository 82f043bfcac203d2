import { hasTag } from "../facts/tags";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

/** The types that run tasks, and where they say how a task is reached. */
const places: Record<string, readonly string[]> = {
  "aws:ecs/service:Service": ["networkConfiguration"],
  "aws:ecs/taskSet:TaskSet": ["networkConfiguration"],
  "aws:cloudwatch/eventTarget:EventTarget": ["ecsTarget", "networkConfiguration"],
  "aws:scheduler/schedule:Schedule": ["target", "ecsParameters", "networkConfiguration"],
};

export const ecsNoPublicIp = rule({
  name: "ecs-no-public-ip",
  displayName: "Tasks of ECS have no public address",
  description: "No service, task set, event rule or schedule gives its tasks public IP addresses.",
  why: "A task with a public address can be reached past the load balancer, as far as its security group lets it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2",
  remediationSteps:
    "Remove assignPublicIp and run the tasks in private subnets, behind a load balancer, with a NAT gateway or VPC endpoints.",
  controls: { fsbp: ["ECS.2", "ECS.16"] },
  settings: {
    allowTags: texts([], "Tags of what may give out public addresses, as `key=value`, or `key` for any value."),
  },
  types: Object.keys(places),
  resource({ resource, settings, deny, undecided }) {
    const path = places[resource.type] ?? [];
    const property = [...path, "assignPublicIp"].join(".");
    const assigned = asBoolean(at(resource.props, ...path, "assignPublicIp"));
    if (assigned === false || assigned === undefined) return;
    const exempt = hasTag(resource, settings.allowTags);
    if (exempt === true) return;
    if (assigned === UNKNOWN) undecided(property);
    else if (exempt === UNKNOWN) undecided("tags");
    else deny(`${property} is true; remove it`);
  },
  remediate(resource, { allowTags }) {
    const [first, ...rest] = [...(places[resource.type] ?? []), "assignPublicIp"] as const;
    const assigned = asBoolean(at(resource.props, first, ...rest));
    return assigned === true && hasTag(resource, allowTags) === false ? [{ path: [first, ...rest], value: false }] : [];
  },
});
