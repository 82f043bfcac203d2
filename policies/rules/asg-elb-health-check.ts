import { groupKind, groupType } from "../facts/auto-scaling-groups";
import { named } from "../facts/references";
import { asList, asNumber, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule, type Verdicts } from "../rule";

const attachmentTypes = [
  "aws:autoscaling/attachment:Attachment",
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment",
];

export const asgElbHealthCheck = rule({
  name: "asg-elb-health-check",
  displayName: "Groups behind a load balancer use its health checks",
  description:
    "An Auto Scaling group behind a load balancer replaces the instances that the load balancer finds unhealthy.",
  why: "Otherwise a group asks only whether the machine runs: a server whose application hangs gets no requests, and is never replaced.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1",
  remediationSteps:
    'Set healthCheckType to "ELB", and healthCheckGracePeriod to the seconds that an instance needs to start (300 if not set).',
  controls: { fsbp: ["AutoScaling.1"] },
  types: [groupType],
  resource({ resource, deny, undecided }) {
    const balanced = isBalanced(resource);
    if (balanced === true) judge(resource, { deny, undecided });
    else if (balanced === UNKNOWN && !checksByElb(resource)) undecided("whether a load balancer stands before it");
  },
  stack({ stack, on }) {
    const attachments = stack
      .ofType(...attachmentTypes)
      .filter(({ props }) => at(props, "trafficSource", "type") !== "vpc-lattice");
    const groups = attachments.flatMap((attachment) => {
      const name = at(attachment.props, "autoscalingGroupName");
      return named(stack, attachment, "autoscalingGroupName", name, groupKind);
    });
    for (const group of new Set(groups)) if (isBalanced(group) !== true) judge(group, on(group));
  },
  remediate(resource) {
    if (isBalanced(resource) !== true) return [];
    const changes: Change[] = [];
    const type = asText(at(resource.props, "healthCheckType"));
    if (type !== UNKNOWN && !checksByElb(resource)) {
      // What is checked beside EC2 itself, such as EBS, stays.
      const others = (type ?? "").split(",").filter((part) => !["", "EC2"].includes(part.trim().toUpperCase()));
      changes.push({ path: ["healthCheckType"], value: others.length > 0 ? `${type},ELB` : "ELB" });
    }
    if (asNumber(at(resource.props, "healthCheckGracePeriod")) === 0) {
      changes.push({ path: ["healthCheckGracePeriod"], value: usualGraceSeconds });
    }
    return changes;
  },
});

/** What it is when it is not set. */
const usualGraceSeconds = 300;

function judge(group: Resource, { deny, undecided }: Verdicts): void {
  const { props } = group;
  const byElb = checksByElb(group);
  if (byElb === UNKNOWN) undecided("healthCheckType");
  else if (!byElb) deny(`healthCheckType is ${shown(at(props, "healthCheckType"))}; set it to "ELB"`);
  const grace = asNumber(at(props, "healthCheckGracePeriod"));
  if (grace === UNKNOWN) undecided("healthCheckGracePeriod");
  else if (grace === 0) {
    deny("healthCheckGracePeriod is 0; set it to the seconds that an instance needs to start, or leave it at 300");
  }
}

/** The type may list several, such as `EC2,EBS,ELB`; when it is not set only EC2 itself is asked. */
function checksByElb({ props }: Resource): boolean | Unknown {
  const type = asText(at(props, "healthCheckType"));
  if (type === UNKNOWN) return UNKNOWN;
  return (type ?? "").split(",").some((part) => part.trim().toUpperCase() === "ELB");
}

/** True when the group itself names a load balancer. VPC Lattice has a health check type of its own. */
function isBalanced({ props }: Resource): boolean | Unknown {
  const lists = ["targetGroupArns", "loadBalancers", "trafficSources"].map((property) => asList(at(props, property)));
  const stated = lists.map((list) =>
    list === UNKNOWN ? UNKNOWN : list.some((source) => at(source, "type") !== "vpc-lattice"),
  );
  if (stated.includes(true)) return true;
  return stated.includes(UNKNOWN) ? UNKNOWN : false;
}
