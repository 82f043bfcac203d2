import { type Examples, ref } from "../examples";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const fleet = of("aws:ec2/spotFleetRequest:SpotFleetRequest");
const batch = of("aws:batch/computeEnvironment:ComputeEnvironment");
const cluster = of("aws:emr/cluster:Cluster");
const builder = of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");
const environment = (value: unknown) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { settings: [{ namespace: "aws:autoscaling:launchconfiguration", name: "EC2KeyName", value }] },
});
const key = { type: "aws:ec2/keyPair:KeyPair", props: { publicKey: "ssh-ed25519 AAAA ops" } };
const elsewhere = { type: "pulumi:pulumi:StackReference", props: { name: "org/base/prod" } };

export const examples: Examples = {
  denied: [
    {
      title: "a key pair in every place",
      resources: {
        app: instance({ keyName: "ops" }),
        web: template({ keyName: "ops" }),
        old: configuration({ keyName: "ops" }),
        spot: spot({ keyName: "ops" }),
        fleet: fleet({ launchSpecifications: [{ ami: "ami-1" }, { keyName: "ops" }] }),
        jobs: batch({ computeResources: { type: "EC2", ec2KeyPair: "ops" } }),
        data: cluster({ ec2Attributes: { keyName: "ops" } }),
        build: builder({ keyPair: "ops" }),
        env: environment("ops"),
      },
      says: {
        app: 'keyName is "ops"; remove it and use Session Manager',
        web: 'keyName is "ops"',
        old: 'keyName is "ops"',
        spot: 'keyName is "ops"',
        fleet: 'launchSpecifications[1].keyName is "ops"',
        jobs: 'computeResources.ec2KeyPair is "ops"',
        data: 'ec2Attributes.keyName is "ops"',
        build: 'keyPair is "ops"',
        env: 'settings[0].value is "ops"',
      },
    },
    {
      title: "a key pair of the stack",
      resources: {
        key,
        app: instance({ keyName: ref("key", "keyName") }),
        web: template({ keyName: ref("key", "keyName") }),
        jobs: batch({ computeResources: { ec2KeyPair: ref("key", "keyName") } }),
        env: environment(ref("key", "keyName")),
      },
      says: {
        app: "keyName is ",
        web: "remove it and use Session Manager",
        jobs: "computeResources.ec2KeyPair is ",
        env: "settings[0].value is ",
      },
    },
  ],
  allowed: [
    {
      title: "no key pair, absent or empty",
      resources: {
        app: instance({ keyName: "" }),
        web: template({ imageId: "ami-1" }),
        fleet: fleet({ launchSpecifications: [{ ami: "ami-1" }] }),
        jobs: batch({ type: "MANAGED" }),
        data: cluster({ ec2Attributes: { instanceProfile: "emr" } }),
      },
    },
    { title: "a key pair that no instance has", resources: { key, app: instance({}) } },
  ],
  undecided: [
    {
      title: "a name that comes from elsewhere",
      resources: {
        elsewhere,
        app: instance({ keyName: ref("elsewhere", "outputs") }),
        fleet: fleet({ launchSpecifications: [{ keyName: ref("elsewhere", "outputs") }] }),
      },
      says: { app: "keyName is not known yet", fleet: "launchSpecifications[0].keyName is not known yet" },
    },
    {
      title: "lists that come from elsewhere",
      resources: {
        elsewhere,
        fleet: fleet({ launchSpecifications: ref("elsewhere", "outputs") }),
        env: { type: "aws:elasticbeanstalk/environment:Environment", props: { settings: ref("elsewhere", "outputs") } },
      },
      says: { fleet: "launchSpecifications is not known yet", env: "settings is not known yet" },
    },
  ],
};
