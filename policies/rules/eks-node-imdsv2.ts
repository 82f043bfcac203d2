import { clusterType } from "../facts/eks-endpoints";
import { foreignTemplates, usesTemplate } from "../facts/launch-templates";
import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { asText, at, type Fact, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const clusterKind: Kind = { types: [clusterType], keys: ["name", "id"] };

export const eksNodeImdsv2 = rule({
  name: "eks-node-imdsv2",
  displayName: "Nodes of EKS require metadata tokens",
  description:
    "A node group starts its nodes from a launch template that requires IMDSv2, or from an image that does by itself.",
  why: "A pod that reaches IMDSv1 gets the credentials of its node's role by one plain GET request.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/al2023.html",
  remediationSteps:
    'Use an amiType of AL2023, or give the node group a launch template with metadataOptions.httpTokens "required".',
  controls: { fsbp: ["AutoScaling.3"] },
  types: [],
  subjects: ["aws:eks/nodeGroup:NodeGroup"],
  stack({ stack, on }) {
    for (const group of stack.ofType("aws:eks/nodeGroup:NodeGroup")) {
      const { deny, undecided } = on(group);
      // A template of this stack is judged itself, by ec2-imdsv2.
      if (usesTemplate(group)) {
        for (const template of foreignTemplates(stack, group)) undecided(template);
        continue;
      }
      const type = asText(at(stated(group).props, "amiType"));
      const isBottlerocket = typeof type === "string" && type.startsWith("BOTTLEROCKET_");
      const minor = isBottlerocket ? minorVersion(stack, group) : undefined;
      if (type === UNKNOWN) undecided("amiType");
      else if (minor === UNKNOWN) undecided("the Kubernetes version of its nodes, on which their image depends,");
      else if (!(isBottlerocket ? isLateBottlerocket(minor) : isAl2023(type))) {
        deny(`amiType is ${shown(type)}, whose image takes IMDSv1 too; use AL2023 or a launch template`);
      }
    }
  },
});

/** AL2023 requires tokens from its start, and is what EKS takes where nothing is said. */
function isAl2023(type: string | undefined): boolean {
  return type === undefined || type.startsWith("AL2023_");
}

/** Bottlerocket does since Kubernetes 1.33: https://github.com/bottlerocket-os/bottlerocket/pull/4513 */
function isLateBottlerocket(minor: number | undefined): boolean {
  return minor === undefined || minor >= 33;
}

/** The minor version that a group states, or its cluster; undefined where both leave it to EKS, which takes a late one. */
function minorVersion(stack: Stack, group: StackResource): Fact<number> {
  const own = asText(at(stated(group).props, "version"));
  if (own !== undefined) return minorOf(own);
  const [cluster] = named(stack, group, "clusterName", at(group.props, "clusterName"), clusterKind);
  return cluster ? minorOf(asText(at(stated(cluster).props, "version"))) : UNKNOWN;
}

function minorOf(version: Fact<string>): Fact<number> {
  if (version === undefined || version === UNKNOWN) return version;
  const minor = /^1\.(\d{1,3})\b/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
