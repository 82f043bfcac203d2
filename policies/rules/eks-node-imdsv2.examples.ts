import { type Examples, ref } from "../examples";

const nodes = (props: object) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { clusterName: "main", ...props } });
const cluster = (props: object) => ({ type: "aws:eks/cluster:Cluster", props: { ...props } });
const template = (props: object) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "images that take IMDSv1 too",
      resources: {
        linux: nodes({ amiType: "AL2_x86_64" }),
        windows: nodes({ amiType: "WINDOWS_CORE_2022_x86_64", version: "1.34" }),
        rocket: nodes({ amiType: "BOTTLEROCKET_ARM_64", version: "1.32" }),
      },
      says: {
        linux: 'amiType is "AL2_x86_64", whose image takes IMDSv1 too; use AL2023 or a launch template',
        windows: 'amiType is "WINDOWS_CORE_2022_x86_64"',
        rocket: 'amiType is "BOTTLEROCKET_ARM_64"',
      },
    },
    {
      title: "nodes that are as old as their cluster",
      resources: {
        main: cluster({ version: 1.32 }),
        rocket: nodes({ clusterName: ref("main", "name"), amiType: "BOTTLEROCKET_x86_64" }),
      },
      says: { rocket: 'amiType is "BOTTLEROCKET_x86_64"' },
    },
  ],
  allowed: [
    {
      title: "images that require tokens by themselves",
      resources: {
        main: cluster({ version: "1.34" }),
        late: cluster({}),
        linux: nodes({ amiType: "AL2023_ARM_64_STANDARD" }),
        unsaid: nodes({}),
        rocket: nodes({ clusterName: ref("main", "name"), amiType: "BOTTLEROCKET_x86_64" }),
        newer: nodes({ amiType: "BOTTLEROCKET_x86_64", version: "1.33" }),
        other: nodes({ clusterName: ref("late", "name"), amiType: "BOTTLEROCKET_x86_64" }),
      },
    },
    {
      title: "nodes that are started from a template of the stack, which ec2-imdsv2 judges",
      resources: {
        web: template({ metadataOptions: { httpTokens: "required" } }),
        windows: nodes({ amiType: "WINDOWS_FULL_2022_x86_64", launchTemplate: { id: ref("web"), version: "1" } }),
      },
    },
  ],
  undecided: [
    {
      title: "a template that is not in the stack",
      resources: { linux: nodes({ amiType: "AL2_x86_64", launchTemplate: { id: "lt-0f", version: "1" } }) },
      says: { linux: 'the launch template "lt-0f", which this stack does not define,' },
    },
    {
      title: "an image or a version that is not known",
      resources: {
        setting: { type: "pulumi:pulumi:StackReference", props: { name: "org/base/prod" } },
        linux: nodes({ amiType: ref("setting", "outputs") }),
        rocket: nodes({ amiType: "BOTTLEROCKET_x86_64" }),
        other: nodes({ amiType: "BOTTLEROCKET_x86_64", version: ref("setting", "outputs") }),
      },
      says: {
        linux: "amiType is not known yet",
        rocket: "the Kubernetes version of its nodes, on which their image depends, is not known yet",
        other: "the Kubernetes version of its nodes",
      },
    },
  ],
};
