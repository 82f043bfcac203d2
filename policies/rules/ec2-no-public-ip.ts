import { instanceAddresses } from "../facts/elastic-addresses";
import { specificationTypes } from "../facts/launch-specifications";
import { foreignTemplates, launchTemplateType } from "../facts/launch-templates";
import { written } from "../facts/property-paths";
import { leavesToSubnets, statedAddresses, subnetUserTypes, unsaidByDefault } from "../facts/public-addresses";
import { stated } from "../facts/stated";
import { givesAddresses } from "../facts/subnet-addresses";
import { findSubnets, namesOf } from "../facts/subnet-references";
import { hasTag } from "../facts/tags";
import { asBoolean, at, few, UNKNOWN, type Unknown } from "../facts/value";
import { workloadSubnets } from "../facts/workload-subnets";
import type { Resource, StackResource } from "../resource";
import { rule, type Stack, type Verdicts } from "../rule";
import { texts } from "../settings";

export const ec2NoPublicIp = rule({
  name: "ec2-no-public-ip",
  displayName: "Instances have no public address",
  description: "No instance gets a public IPv4 address: by what starts it, by its subnet, or as an Elastic IP.",
  why: "An instance with a public address is one security group rule away from the whole internet.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-9",
  remediationSteps:
    "Set associatePublicIpAddress to false, run the instance in a private subnet, and let others reach it through a load balancer, or Session Manager.",
  controls: { fsbp: ["EC2.9", "EC2.25", "AutoScaling.5"] },
  settings: {
    allowTags: texts([], "Tags of what may have a public address, as `key=value`, or `key` for any value."),
  },
  types: specificationTypes,
  resource({ resource, settings, ...verdicts }) {
    const { members, unknownLists } = statedAddresses(resource);
    const given = members.filter(({ value }) => asBoolean(value) === true);
    const vague = members.filter(({ value }) => value === UNKNOWN).map(({ place }) => written(place));
    const findings = [
      ...given.map(({ place }) => `${written(place)} is true; set it to false`),
      ...unsaidByDefault(resource).map(
        (path) =>
          `${written(path)} is not set and no subnetId is named, so it gets a public address of the default VPC; set it to false`,
      ),
    ];
    judge(resource, settings.allowTags, { findings, doubts: [...vague, ...unknownLists] }, verdicts);
  },
  stack({ stack, settings, on }) {
    for (const user of stack.ofType(...subnetUserTypes)) {
      if (statedAddresses(stated(user)).members.length > 0) continue;
      const foreign = foreignTemplates(stack, user);
      const places = foreign.length === 0 && leavesToSubnets(stack, user) ? workloadSubnets(stack, user) : [];
      const found = places.map((place) => findSubnets(place, "gives out public addresses", givesAddresses));
      const open = found.flatMap(({ subnets }) => subnets);
      const finding = `its subnets give out public addresses (${namesOf(open)}); set associatePublicIpAddress to false`;
      const doubts = [...foreign, ...found.flatMap(({ doubt }) => doubt ?? [])];
      judge(user, settings.allowTags, { findings: open.length > 0 ? [finding] : [], doubts }, on(user));
    }
    for (const [resource, finding] of elasticFindings(stack)) {
      judge(resource, settings.allowTags, { findings: [finding], doubts: [] }, on(resource));
    }
  },
  remediate(resource, { allowTags }) {
    if (isExempt(resource, allowTags) !== false) return [];
    const given = statedAddresses(resource).members.filter(({ value }) => asBoolean(value) === true);
    // A launch template spells it as text.
    const value = resource.type === launchTemplateType ? "false" : false;
    return [...given.map(({ place }) => place), ...unsaidByDefault(resource)].map((path) => ({ path, value }));
  },
});

/** What a resource does wrong, and what is not known of it. */
interface Judged {
  readonly findings: readonly string[];
  readonly doubts: readonly string[];
}

function judge(
  resource: Resource,
  allowTags: readonly string[],
  { findings, doubts }: Judged,
  { deny, undecided }: Verdicts,
): void {
  if (findings.length + doubts.length === 0) return;
  const exempt = isExempt(resource, allowTags);
  if (exempt === true) return;
  if (exempt === UNKNOWN) undecided("tags");
  else if (findings.length > 0) for (const finding of findings) deny(finding);
  else for (const doubt of doubts) undecided(doubt);
}

/** What forwards the traffic of others, such as a NAT instance, must have a public address. */
function isExempt(resource: Resource, allowTags: readonly string[]): boolean | Unknown {
  return asBoolean(at(resource.props, "sourceDestCheck")) === false || hasTag(resource, allowTags);
}

/** What is wrong with instances that have an Elastic IP, or with the address where its instance is not in the stack. */
function elasticFindings(stack: Stack): Map<StackResource, string> {
  const labels = new Map<StackResource, Set<string>>();
  const findings = new Map<StackResource, string>();
  for (const { source, label, instances } of instanceAddresses(stack)) {
    if (instances.length === 0) findings.set(source, "it gives an instance a public address; release it");
    for (const instance of instances) labels.set(instance, (labels.get(instance) ?? new Set()).add(label));
  }
  for (const [instance, known] of labels) {
    findings.set(instance, `it has the public address of ${few([...known])}; release that`);
  }
  return findings;
}
