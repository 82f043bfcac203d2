import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize: 4, ...props } });
const template = (props: object = {}) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const mixed = (onDemandPercentageAboveBaseCapacity: unknown) =>
  group({
    mixedInstancesPolicy: {
      instancesDistribution: { onDemandPercentageAboveBaseCapacity },
      launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("template") } },
    },
  });
const plain = group({ launchTemplate: { id: ref("template") } });
const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { cluster: "main", ...props } });
const on = (...providers: unknown[]) =>
  service({ capacityProviderStrategies: providers.map((capacityProvider) => ({ capacityProvider, weight: 1 })) });
const nodes = (props: object) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { clusterName: "main", ...props } });
const environment = "dev";

export const examples: Examples = {
  denied: [
    {
      title: "what runs on On-Demand capacity alone in dev",
      environment,
      resources: {
        template: template(),
        a: plain,
        b: mixed(100),
        c: service({ launchType: "FARGATE" }),
        d: on("FARGATE"),
        e: nodes({}),
      },
      says: {
        a: "all its instances are On-Demand ones; let mixedInstancesPolicy ask for Spot Instances too",
        b: "all its instances are On-Demand ones",
        c: "all its tasks run on FARGATE; add FARGATE_SPOT to capacityProviderStrategies",
        d: "all its tasks run on FARGATE",
        e: 'its instances are On-Demand ones; set capacityType to "SPOT"',
      },
    },
  ],
  allowed: [
    {
      title: "what runs on Spot capacity in part",
      environment,
      resources: {
        template: template(),
        a: mixed(50),
        b: on("FARGATE", "FARGATE_SPOT"),
        c: nodes({ capacityType: "SPOT" }),
      },
    },
    {
      title: "a group whose template asks for Spot Instances",
      environment,
      resources: { template: template({ instanceMarketOptions: { marketType: "spot" } }), a: plain },
    },
    {
      title: "services on instances, whose group is judged itself",
      environment,
      resources: { a: service({ launchType: "EC2" }), b: on("main-instances"), c: service({}) },
    },
    { title: "production", resources: { template: template(), a: plain, b: on("FARGATE"), c: nodes({}) } },
  ],
  undecided: [
    {
      title: "a share, a template or providers that are not known",
      environment,
      resources: {
        template: template(),
        share: mixed(UNKNOWN),
        foreign: group({ launchTemplate: { id: "lt-1" } }),
        list: service({ capacityProviderStrategies: UNKNOWN }),
        provider: on(UNKNOWN),
        nodes: nodes({ capacityType: UNKNOWN }),
      },
      says: {
        share: "whether it asks for Spot Instances",
        foreign: 'the launch template "lt-1"',
        list: "its capacity providers",
        provider: "its capacity providers",
        nodes: "capacityType",
      },
    },
  ],
};
