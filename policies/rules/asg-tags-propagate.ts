import { groupKind, groupType } from "../facts/auto-scaling-groups";
import { foreignTemplates, templatesOf } from "../facts/launch-templates";
import { named } from "../facts/references";
import { asBoolean, asList, asMap, asText, at, few, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

const tagType = "aws:autoscaling/tag:Tag";

export const asgTagsPropagate = rule({
  name: "asg-tags-propagate",
  displayName: "Instances of a group carry tags",
  description: "The instances of an Auto Scaling group get tags, from the group or from its launch template.",
  why: "Instances without tags cannot be told apart in bills and inventories, nor by what patches and backs up by tag.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html",
  remediationSteps:
    'Add tags with propagateAtLaunch true to the group, or tagSpecifications of resourceType "instance" to its launch template; the provider\'s default tags reach neither.',
  controls: {},
  settings: { keys: texts([], "The tag keys that the instances must carry; any one key when empty.") },
  types: [groupType],
  stack({ stack, settings: { keys }, on }) {
    const tagsOf = ownTags(stack);
    for (const group of stack.ofType(groupType)) {
      const known = new Set<string>();
      const doubts = [...launchedTags(group, tagsOf.get(group) ?? [], known), ...templateTags(stack, group, known)];
      const missing = keys.filter((key) => !known.has(key));
      if (keys.length === 0 ? known.size > 0 : missing.length === 0) continue;
      const [doubt] = doubts;
      const what = keys.length === 0 ? "get no tag" : `do not get the tags ${few(missing)}`;
      if (doubt) on(group).undecided(doubt);
      else on(group).deny(`its instances ${what}; add tags with propagateAtLaunch true`);
    }
  },
});

/** The tags that resources of their own add to groups. */
function ownTags(stack: Stack): Map<StackResource, unknown[]> {
  const found = new Map<StackResource, unknown[]>();
  for (const tag of stack.ofType(tagType)) {
    for (const group of named(stack, tag, "autoscalingGroupName", at(tag.props, "autoscalingGroupName"), groupKind)) {
      const others = found.get(group) ?? [];
      others.push(at(tag.props, "tag"));
      found.set(group, others);
    }
  }
  return found;
}

/** Adds the keys that a group gives its instances to `known`, and answers what must be known to find more. */
function launchedTags(group: StackResource, added: readonly unknown[], known: Set<string>): string[] {
  const stated = asList(at(group.props, "tags"));
  let doubt = stated === UNKNOWN;
  for (const tag of [...(stated === UNKNOWN ? [] : stated), ...added]) {
    const key = asText(at(tag, "key"));
    const launched = asBoolean(at(tag, "propagateAtLaunch"));
    if (key === UNKNOWN || launched === UNKNOWN) doubt = true;
    else if (launched && key !== undefined) known.add(key);
  }
  return doubt ? ["tags"] : [];
}

/** The same of its launch templates: of several, what each of them gives. */
function templateTags(stack: Stack, group: StackResource, known: Set<string>): string[] {
  const doubts = foreignTemplates(stack, group);
  const lists = templatesOf(stack, group).flatMap((template) => {
    const specifications = asList(at(template.props, "tagSpecifications"));
    const tags = specifications === UNKNOWN ? UNKNOWN : specifications.map(instanceTags);
    if (tags !== UNKNOWN && !tags.includes(UNKNOWN)) return [new Set(tags.flatMap((map) => Object.keys(map)))];
    doubts.push(`tagSpecifications of its launch template "${template.name}"`);
    return [];
  });
  for (const key of lists[0] ?? []) if (lists.every((list) => list.has(key))) known.add(key);
  return doubts;
}

function instanceTags(specification: unknown): Record<string, unknown> | typeof UNKNOWN {
  const type = at(specification, "resourceType");
  if (type === UNKNOWN) return UNKNOWN;
  return type === "instance" ? asMap(at(specification, "tags")) : {};
}
