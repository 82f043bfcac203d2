import {
  foreignTemplates,
  isForNodeGroups,
  launchTemplateType,
  templateUserTypes,
  usesTemplate,
} from "../facts/launch-templates";
import { referred } from "../facts/references";
import { asText, at, type Fact, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const types = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  launchTemplateType,
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];

const missing = "iamInstanceProfile is not set; name an instance profile whose role has the permissions that it needs";

const profileKind = { types: ["aws:iam/instanceProfile:InstanceProfile"], keys: [] };

export const ec2InstanceProfile = rule({
  name: "ec2-instance-profile",
  displayName: "Instances have a role",
  description: "Every instance has an instance profile, so that nothing on it needs access keys.",
  why: "Without a role, software that calls AWS needs access keys, which lie on the disk, do not expire and get copied.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html",
  remediationSteps:
    "Make an iam.Role for ec2.amazonaws.com with the permissions that the software needs, and name its iam.InstanceProfile.",
  controls: { cis: ["2.16"] },
  types,
  resource({ resource, deny }) {
    // What a template must say depends on who uses it, so the stack part judges those.
    if (resource.type === launchTemplateType) return;
    if (!profile(resource) && !usesTemplate(resource)) deny(missing);
  },
  stack({ stack, on }) {
    for (const resource of stack.ofType(...new Set([...types, ...templateUserTypes]))) {
      const stated = profile(resource);
      const fromStack = referred(resource, "iamInstanceProfile", profileKind).length > 0;
      if (typeof stated === "string" || fromStack) continue;
      if (resource.type === launchTemplateType && stated === undefined) {
        if (!isForNodeGroups(stack, resource)) on(resource).deny(missing);
        continue;
      }
      // A template of this stack is judged itself.
      if (usesTemplate(resource))
        for (const template of foreignTemplates(stack, resource)) on(resource).undecided(template);
      else if (stated === UNKNOWN) on(resource).undecided("iamInstanceProfile");
    }
  },
});

/** The name or ARN of the instance profile; an empty one, as a state spells "none", is none. */
function profile({ type, props }: Resource): Fact<string> {
  const value = at(props, "iamInstanceProfile");
  if (type !== launchTemplateType) return nonEmpty(value);
  return nonEmpty(at(value, "name")) ?? nonEmpty(at(value, "arn"));
}

function nonEmpty(value: unknown): Fact<string> {
  const text = asText(value);
  return text === "" ? undefined : text;
}
