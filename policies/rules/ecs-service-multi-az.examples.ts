import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });
const inSubnets = (...subnets: unknown[]) => service({ networkConfiguration: { subnets } });
const inZone = (availabilityZone: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const a = inZone("eu-west-1a");
const b = inZone("eu-west-1b");
const overZones = { type: "spread", field: "attribute:ecs.availability-zone" };

export const examples: Examples = {
  denied: [
    {
      title: "a service and a task set in one subnet",
      resources: {
        a,
        web: inSubnets(ref("a")),
        green: { type: "aws:ecs/taskSet:TaskSet", props: { networkConfiguration: { subnets: ["subnet-1"] } } },
      },
      says: {
        web: "networkConfiguration.subnets names 1 subnet; give it subnets of 2 zones",
        green: "networkConfiguration.subnets names 1 subnet",
      },
    },
    {
      title: "two subnets of one zone",
      resources: { a, b: inZone("eu-west-1a"), web: inSubnets(ref("a"), ref("b")) },
      says: { web: "networkConfiguration.subnets covers only eu-west-1a" },
    },
    {
      title: "a service on EC2 that fills one host after the other",
      resources: { web: service({ orderedPlacementStrategies: [{ type: "binpack", field: "memory" }] }) },
      says: { web: "orderedPlacementStrategies spread over no zones; begin with" },
    },
    {
      title: "a service that is kept in one zone",
      resources: {
        web: service({
          placementConstraints: [{ type: "memberOf", expression: "attribute:ecs.availability-zone == eu-west-1a" }],
        }),
      },
      says: { web: "a placement constraint keeps it in one zone (attribute:ecs.availability-zone == eu-west-1a)" },
    },
  ],
  allowed: [
    { title: "subnets of two zones", resources: { a, b, web: inSubnets(ref("a"), ref("b")) } },
    {
      title: "subnets of two zones beside security groups",
      resources: {
        ...{ a, b, group: { type: "aws:ec2/securityGroup:SecurityGroup", props: {} } },
        web: service({
          networkConfiguration: { subnets: [ref("a"), ref("b")], securityGroups: [ref("group")] },
        }),
      },
    },
    {
      title: "services on EC2 that are spread over zones first, or say nothing, or run on every host",
      resources: {
        spread: service({ orderedPlacementStrategies: [overZones, { type: "binpack", field: "memory" }] }),
        silent: service({}),
        everywhere: service({ schedulingStrategy: "DAEMON" }),
      },
    },
    {
      title: "a constraint that names several zones",
      resources: {
        web: service({
          placementConstraints: [{ expression: "attribute:ecs.availability-zone in [eu-west-1a, eu-west-1b]" }],
        }),
      },
    },
    {
      title: "one subnet where one zone is enough",
      settings: { min: 1 },
      resources: { web: inSubnets("subnet-1") },
    },
  ],
  undecided: [
    {
      title: "subnets that are not in the stack",
      resources: { web: inSubnets("subnet-1", "subnet-2") },
      says: { web: "the zones of its subnets is not known yet" },
    },
    {
      title: "a network that is not known",
      resources: { web: service({ networkConfiguration: UNKNOWN }) },
      says: { web: "the zones of its subnets" },
    },
    {
      title: "a placement that is not known",
      resources: { web: service({ orderedPlacementStrategies: [{ type: "spread", field: UNKNOWN }] }) },
      says: { web: "orderedPlacementStrategies" },
    },
  ],
};
