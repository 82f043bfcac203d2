import type { ChangeEffect, Changing, EffectRow } from "../change-effect";
import { oneLine } from "../format/visible";
import type { PlannedResource } from "../plan";

const source = "https://www.pulumi.com/registry/packages/aws/api-docs/autoscaling/group/#groupinstancerefresh";

const group = "aws:autoscaling/group:Group";

export const autoscalingEffects: readonly EffectRow[] = [
  {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    inputs: [
      "blockDeviceMappings",
      "cpuOptions",
      "creditSpecification",
      "ebsOptimized",
      "iamInstanceProfile",
      "imageId",
      "instanceType",
      "keyName",
      "metadataOptions",
      "monitoring",
      "networkInterfaces",
      "placement",
      "userData",
      "vpcSecurityGroupIds",
    ],
    effect: ({ after, plan }) =>
      rolledOut(plan.ofType(group).filter(({ dependencies }) => dependencies.includes(after.urn))),
    source,
  },
  {
    type: group,
    inputs: ["launchTemplate", "mixedInstancesPolicy"],
    effect: ({ after }: Changing) => rolledOut([after]),
    source,
  },
];

/** What the servers of groups become when what they are launched from changes. */
function rolledOut(groups: readonly PlannedResource[]): Omit<ChangeEffect, "source"> {
  const refreshed = groups.filter(({ inputs }) => inputs.instanceRefresh !== undefined);
  if (refreshed.length === 0 || refreshed.length < groups.length) {
    return { kind: "inPlace", words: "for servers that start from now on; those that run stay as they are" };
  }
  const names = refreshed.map(({ name }) => oneLine(name)).join(" and ");
  return { kind: "rolledOut", words: `rolled out by the instance refresh of ${names}, server by server` };
}
