import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const group = (...overrides: unknown[]) => ({
  type: "aws:autoscaling/group:Group",
  props: {
    mixedInstancesPolicy: {
      launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("web") }, overrides },
    },
  },
});
const overrides = (...list: unknown[]) => ({ launchTemplateConfigs: [{ overrides: list }] });
const nodes = of("aws:eks/nodeGroup:NodeGroup");
const image = (props: object) => ({ type: "aws:ec2/ami:Ami", props: { ...props } });
const requirements = (stated: object) => ({
  instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 4096 }, ...stated },
});
const environment = (namespace: string, name: string, value: unknown) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: {
    settings: [
      { namespace: "aws:autoscaling:asg", name: "MinSize", value: "2" },
      { namespace, name, value },
    ],
  },
});
const old = "a previous generation; choose a current type";

export const examples: Examples = {
  denied: [
    {
      title: "previous generations in every place",
      resources: {
        app: instance({ instanceType: "m4.large" }),
        web: template({ instanceType: "t1.micro" }),
        conf: of("aws:ec2/launchConfiguration:LaunchConfiguration")({ instanceType: "c4.large" }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ instanceType: "M3.large" }),
        spots: of("aws:ec2/spotFleetRequest:SpotFleetRequest")({
          launchSpecifications: [{ instanceType: "t3.micro" }, { instanceType: "r3.large" }],
          ...overrides({ instanceType: "i2.xlarge" }),
        }),
        fleet: of("aws:ec2/fleet:Fleet")(overrides({ instanceType: "m7g.large" }, { instanceType: "a1.large" })),
        servers: group({ instanceType: "m7i.large" }, { instanceType: "m4.xlarge" }),
        nodes: nodes({ instanceTypes: ["m7g.large", "c3.large"] }),
        jobs: of("aws:batch/computeEnvironment:ComputeEnvironment")({ computeResources: { instanceTypes: ["m4"] } }),
        data: of("aws:emr/cluster:Cluster")({
          masterInstanceGroup: { instanceType: "m4.large" },
          coreInstanceFleet: { instanceTypeConfigs: [{ instanceType: "r4.large" }] },
        }),
        tasks: of("aws:emr/instanceGroup:InstanceGroup")({ instanceType: "p3.2xlarge" }),
        more: of("aws:emr/instanceFleet:InstanceFleet")({ instanceTypeConfigs: [{ instanceType: "g3.4xlarge" }] }),
        build: of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration")({
          instanceTypes: ["c1.medium"],
        }),
        env: environment("aws:ec2:instances", "InstanceTypes", "t3.micro, m4.large"),
        desk: of("aws:cloud9/environmentEC2:EnvironmentEC2")({ instanceType: "m1.small" }),
      },
      says: {
        app: `instanceType is "m4.large", ${old}`,
        web: `instanceType is "t1.micro", ${old}`,
        conf: 'instanceType is "c4.large"',
        spot: 'instanceType is "M3.large"',
        spots: [
          'launchSpecifications[1].instanceType is "r3.large"',
          'launchTemplateConfigs[0].overrides[0].instanceType is "i2.xlarge"',
        ],
        fleet: 'launchTemplateConfigs[0].overrides[1].instanceType is "a1.large"',
        servers: 'mixedInstancesPolicy.launchTemplate.overrides[1].instanceType is "m4.xlarge"',
        nodes: 'instanceTypes[1] is "c3.large"',
        jobs: 'computeResources.instanceTypes[0] is "m4"',
        data: [
          'masterInstanceGroup.instanceType is "m4.large"',
          'coreInstanceFleet.instanceTypeConfigs[0].instanceType is "r4.large"',
        ],
        tasks: 'instanceType is "p3.2xlarge"',
        more: 'instanceTypeConfigs[0].instanceType is "g3.4xlarge"',
        build: 'instanceTypes[0] is "c1.medium"',
        env: 'settings[1].value is "m4.large"',
        desk: 'instanceType is "m1.small"',
      },
    },
    {
      title: "attributes that let in previous generations",
      resources: {
        web: template(requirements({})),
        api: template(requirements({ instanceGenerations: ["current", "previous"] })),
        servers: group(requirements({ allowedInstanceTypes: ["m*"] })),
        fleet: of("aws:ec2/fleet:Fleet")(overrides(requirements({ allowedInstanceTypes: ["m7*.*", "m4.*"] }))),
        tasks: of("aws:ecs/capacityProvider:CapacityProvider")({
          managedInstancesProvider: { instanceLaunchTemplate: requirements({}) },
        }),
      },
      says: {
        web: 'instanceRequirements.instanceGenerations is not set, which lets in previous generations; set it to ["current"]',
        api: 'instanceRequirements.instanceGenerations is ["current","previous"]',
        servers: "mixedInstancesPolicy.launchTemplate.overrides[0].instanceRequirements.instanceGenerations is not set",
        fleet: [
          'launchTemplateConfigs[0].overrides[0].instanceRequirements.allowedInstanceTypes names "m4.*"',
          "instanceGenerations is not set",
        ],
        tasks: "managedInstancesProvider.instanceLaunchTemplate.instanceRequirements.instanceGenerations is not set",
      },
    },
    {
      title: "types that the settings do not allow, or deny",
      settings: { allow: ["m7*.*", "t4g.small"], deny: ["*.metal*"] },
      resources: {
        app: instance({ instanceType: "t4g.large" }),
        big: instance({ instanceType: "m7g.metal" }),
        nodes: nodes({ instanceTypes: ["m7g.large", "c7g.large"] }),
        jobs: of("aws:batch/computeEnvironment:ComputeEnvironment")({
          computeResources: { instanceTypes: ["m7g", "optimal"] },
        }),
        web: template(requirements({ instanceGenerations: ["current"] })),
      },
      says: {
        app: 'instanceType is "t4g.large", which is not allowed; choose one of m7*.*, t4g.small',
        big: 'instanceType is "m7g.metal", which "*.metal*" denies',
        nodes: 'instanceTypes[1] is "c7g.large", which is not allowed',
        jobs: 'computeResources.instanceTypes[1] is "optimal", which is not allowed',
        web: "instanceRequirements.allowedInstanceTypes is not set; name there the types that are allowed",
      },
    },
    {
      title: "a paravirtual image, stated or by default",
      resources: { web: image({ virtualizationType: "paravirtual" }), api: image({}) },
      says: {
        web: 'virtualizationType is "paravirtual", so the image is paravirtual; set it to "hvm"',
        api: "virtualizationType is not set, so the image is paravirtual",
      },
    },
  ],
  allowed: [
    {
      title: "current generations, also such as sound like old ones",
      resources: {
        app: instance({ instanceType: "m7g.large" }),
        old: instance({ instanceType: "t2.micro" }),
        web: template({ instanceType: "m5.large" }),
        nodes: nodes({ instanceTypes: ["c5a.large", "mac2.metal", "x1e.xlarge"] }),
        jobs: of("aws:batch/computeEnvironment:ComputeEnvironment")({
          computeResources: { instanceTypes: ["optimal"] },
        }),
        env: environment("aws:ec2:instances", "InstanceTypes", "t3.micro,t3.small"),
        image: image({ virtualizationType: "hvm" }),
      },
    },
    { title: "a resource that leaves the type to others", resources: { web: template({}), nodes: nodes({}) } },
    {
      title: "attributes of current generations, or of families by name",
      resources: {
        web: template(requirements({ instanceGenerations: ["current"] })),
        servers: group(requirements({ allowedInstanceTypes: ["m7g.*", "m7i.large"] })),
      },
    },
    {
      title: "types that the settings allow",
      settings: { allow: ["m7*.*", "t4g.small"] },
      resources: {
        app: instance({ instanceType: "t4g.small" }),
        nodes: nodes({ instanceTypes: ["m7g.large", "m7i-flex.large"] }),
        jobs: of("aws:batch/computeEnvironment:ComputeEnvironment")({ computeResources: { instanceTypes: ["m7g"] } }),
        web: template(requirements({ allowedInstanceTypes: ["m7g.*"] })),
      },
    },
  ],
  undecided: [
    {
      title: "types that are not known",
      resources: {
        app: instance({ instanceType: UNKNOWN }),
        nodes: nodes({ instanceTypes: UNKNOWN }),
        servers: group({ instanceType: UNKNOWN }),
        fleet: of("aws:ec2/fleet:Fleet")({ launchTemplateConfigs: [{ overrides: UNKNOWN }] }),
        web: template(requirements({ instanceGenerations: UNKNOWN })),
        api: template(requirements({ allowedInstanceTypes: [UNKNOWN] })),
        env: environment("aws:autoscaling:launchconfiguration", "InstanceType", UNKNOWN),
        image: image({ virtualizationType: UNKNOWN }),
      },
      says: {
        app: "instanceType is not known yet",
        nodes: "instanceTypes is not known yet",
        servers: "mixedInstancesPolicy.launchTemplate.overrides[0].instanceType is not known yet",
        fleet: "launchTemplateConfigs[0].overrides is not known yet",
        web: "instanceRequirements.instanceGenerations is not known yet",
        api: "instanceRequirements.allowedInstanceTypes is not known yet",
        env: "settings[1].value is not known yet",
        image: "virtualizationType is not known yet",
      },
    },
  ],
};
