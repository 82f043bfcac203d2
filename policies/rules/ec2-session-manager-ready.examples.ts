import { type Examples, ref } from "../examples";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const role = (props: object = {}) => ({ type: "aws:iam/role:Role", props: { ...props } });
const profile = (name: string) => ({
  type: "aws:iam/instanceProfile:InstanceProfile",
  props: { role: ref(name, "name") },
});
const attachment = (props: object) => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  props: { role: ref("web", "name"), ...props },
});
const withProfile = { iamInstanceProfile: ref("profile", "name") };
const core = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const logs = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
const allow = (...actions: string[]) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });
const base = { web: role(), profile: profile("web"), app: instance(withProfile) };

export const examples: Examples = {
  denied: [
    {
      title: "a role without the policy, in every place",
      resources: {
        ...base,
        logs: attachment({ policyArn: logs }),
        api: template({ iamInstanceProfile: { name: ref("profile", "name") } }),
        old: of("aws:ec2/launchConfiguration:LaunchConfiguration")(withProfile),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")(withProfile),
        fleet: of("aws:ec2/spotFleetRequest:SpotFleetRequest")({
          launchSpecifications: [{ iamInstanceProfileArn: ref("profile", "arn") }],
        }),
      },
      says: {
        app: 'its role "web" lacks AmazonSSMManagedInstanceCore; attach that',
        api: 'its role "web" lacks AmazonSSMManagedInstanceCore',
        old: 'its role "web"',
        spot: 'its role "web"',
        fleet: 'its role "web"',
      },
    },
    {
      title: "a policy that is attached to another role, or does not reach far enough",
      resources: {
        ...base,
        other: role(),
        core: attachment({ role: ref("other", "name"), policyArn: core }),
        inline: {
          type: "aws:iam/rolePolicy:RolePolicy",
          props: { role: ref("web"), policy: allow("ssm:UpdateInstanceInformation") },
        },
      },
      says: { app: 'its role "web" lacks AmazonSSMManagedInstanceCore' },
    },
  ],
  allowed: [
    { title: "a role with the policy", resources: { ...base, core: attachment({ policyArn: core }) } },
    {
      title: "the policy of another partition, in the role itself",
      resources: {
        ...base,
        web: role({ managedPolicyArns: [logs, "arn:aws-cn:iam::aws:policy/AmazonSSMManagedInstanceCore"] }),
      },
    },
    {
      title: "every other way to give it to a role",
      resources: {
        a: role(),
        b: role(),
        c: role({ inlinePolicies: [{ policy: allow("ssm:*", "ssmmessages:*") }] }),
        d: role(),
        custom: { type: "aws:iam/policy:Policy", props: { policy: allow("ssm*:*") } },
        all: {
          type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
          props: { roleName: ref("a", "name"), policyArns: [core] },
        },
        shared: {
          type: "aws:iam/policyAttachment:PolicyAttachment",
          props: { roles: [ref("b", "name")], policyArn: core },
        },
        own: attachment({ role: ref("d", "name"), policyArn: ref("custom", "arn") }),
        pa: profile("a"),
        pb: profile("b"),
        pc: profile("c"),
        pd: profile("d"),
        ia: instance({ iamInstanceProfile: ref("pa", "name") }),
        ib: instance({ iamInstanceProfile: ref("pb", "name") }),
        ic: instance({ iamInstanceProfile: ref("pc", "name") }),
        id: instance({ iamInstanceProfile: ref("pd", "name") }),
      },
    },
    {
      title: "instances that the account's default role lets be managed",
      resources: {
        ...base,
        hosts: {
          type: "aws:ssm/serviceSetting:ServiceSetting",
          props: {
            settingId: "/ssm/managed-instance/default-ec2-instance-management-role",
            settingValue: "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
          },
        },
      },
    },
    {
      title: "instances without a role, which ec2-instance-profile judges",
      resources: { app: instance({ iamInstanceProfile: "" }), web: template({}) },
    },
  ],
  undecided: [
    {
      title: "a profile that is not in the stack",
      resources: { app: instance({ iamInstanceProfile: "golden" }) },
      says: { app: "what the role of iamInstanceProfile may do is not known yet" },
    },
    {
      title: "a policy of which nothing is known",
      resources: {
        ...base,
        elsewhere: { type: "pulumi:pulumi:StackReference", props: { name: "org/base/prod" } },
        own: attachment({ policyArn: ref("elsewhere", "outputs") }),
      },
      says: { app: "what the role of iamInstanceProfile may do is not known yet" },
    },
  ],
};
