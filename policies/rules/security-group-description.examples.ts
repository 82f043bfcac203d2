import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: Record<string, unknown>) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props });

export const examples: Examples = {
  denied: [
    {
      title: "a group without a description",
      resources: { web: group({}) },
      says: { web: 'description is not set, so it will be "Managed by Pulumi"; say what the group is for' },
    },
    {
      title: "the words of the provider, and none",
      resources: {
        pulumi: group({ description: "Managed by Pulumi" }),
        terraform: group({ description: "Managed by Terraform" }),
        blank: group({ description: " " }),
      },
      says: {
        pulumi: 'description is "Managed by Pulumi"; say what the group is for',
        terraform: 'description is "Managed by Terraform"',
        blank: 'description is " "; say in 1 characters or more',
      },
    },
    {
      title: "a description shorter than the settings ask",
      settings: { minLength: 10 },
      resources: { web: group({ description: "web" }) },
      says: { web: 'description is "web"; say in 10 characters or more what the group is for' },
    },
  ],
  allowed: [
    {
      title: "a description of the group",
      resources: { web: group({ description: "Load balancer: the world in, the app out" }) },
    },
    {
      title: "a default group, whose description is AWS's",
      resources: { own: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", props: {} } },
    },
  ],
  undecided: [
    {
      title: "a description that is not known",
      resources: { web: group({ description: UNKNOWN }) },
      says: { web: "description is not known yet" },
    },
  ],
};
