import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const profile = { type: "aws:iam/instanceProfile:InstanceProfile", props: { role: "web" } };

const nodeGroup = (props: Record<string, unknown>) => ({ type: "aws:eks/nodeGroup:NodeGroup", props });

export const examples: Examples = {
  denied: [
    {
      title: "no profile in every place",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        web: template({ imageId: "ami-1" }),
        old: configuration({ imageId: "ami-1" }),
        spot: spot({ instanceType: "t3.micro" }),
      },
      says: {
        app: "iamInstanceProfile is not set",
        web: "iamInstanceProfile is not set",
        old: "iamInstanceProfile is not set",
        spot: "iamInstanceProfile is not set",
      },
    },
    {
      title: "an empty profile",
      resources: { app: instance({ iamInstanceProfile: "" }), web: template({ iamInstanceProfile: { name: "" } }) },
      says: { app: "iamInstanceProfile is not set", web: "iamInstanceProfile is not set" },
    },
    {
      title: "the template, not the instance that uses it",
      resources: { web: template({}), app: instance({ launchTemplate: { id: ref("web") } }) },
      says: { web: "iamInstanceProfile is not set" },
    },
    {
      title: "a template that an Auto Scaling group uses beside a node group",
      resources: {
        web: template({}),
        nodes: nodeGroup({ launchTemplate: { id: ref("web"), version: "1" } }),
        servers: { type: "aws:autoscaling/group:Group", props: { launchTemplate: { id: ref("web") } } },
      },
      says: { web: "iamInstanceProfile is not set" },
    },
  ],
  allowed: [
    {
      title: "a template of an EKS node group, which names the nodes' role itself",
      resources: { web: template({}), nodes: nodeGroup({ launchTemplate: { id: ref("web"), version: "1" } }) },
    },
    {
      title: "a profile by name or ARN",
      resources: {
        app: instance({ iamInstanceProfile: "web" }),
        web: template({ iamInstanceProfile: { arn: "arn:aws:iam::123456789012:instance-profile/web" } }),
        api: template({ iamInstanceProfile: { name: "web" } }),
        old: configuration({ iamInstanceProfile: "web" }),
        spot: spot({ iamInstanceProfile: "web" }),
      },
    },
    {
      title: "a profile that the stack makes",
      resources: {
        profile,
        app: instance({ iamInstanceProfile: ref("profile", "name") }),
        web: template({ iamInstanceProfile: { arn: ref("profile", "arn") } }),
      },
    },
    {
      title: "an instance whose template names the profile",
      resources: {
        profile,
        web: template({ iamInstanceProfile: { name: ref("profile", "name") } }),
        app: instance({ launchTemplate: { id: ref("web") } }),
      },
    },
  ],
  undecided: [
    {
      title: "a profile that comes from elsewhere",
      resources: {
        app: instance({ iamInstanceProfile: UNKNOWN }),
        web: template({ iamInstanceProfile: { name: UNKNOWN } }),
      },
      says: { app: "iamInstanceProfile is not known yet", web: "iamInstanceProfile is not known yet" },
    },
    {
      title: "an instance from a template that is not in the stack",
      resources: { app: instance({ launchTemplate: { name: "golden" } }) },
      says: { app: 'the launch template "golden", which this stack does not define,' },
    },
  ],
};
