import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const vpc = { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } };
const subnet = { type: "aws:ec2/subnet:Subnet", props: { vpcId: ref("net") } };
const log = (props: Record<string, unknown>) => ({ type: "aws:ec2/flowLog:FlowLog", props });

export const examples: Examples = {
  denied: [
    {
      title: "a VPC without a flow log",
      resources: { net: vpc, other: vpc, log: log({ vpcId: ref("other"), trafficType: "ALL" }) },
      says: { net: "it has no flow log of trafficType ALL or REJECT; add one" },
    },
    {
      title: "a flow log that leaves out rejected traffic",
      resources: { net: vpc, log: log({ vpcId: ref("net"), trafficType: "ACCEPT" }) },
      says: { net: "it has no flow log of trafficType ALL or REJECT" },
    },
    {
      title: "a VPC with a flow log for one subnet of two",
      resources: { net: vpc, a: subnet, b: subnet, log: log({ subnetId: ref("a"), trafficType: "ALL" }) },
      says: { net: "it has no flow log" },
    },
    {
      title: "a traffic type that the settings do not accept",
      resources: { net: vpc, log: log({ vpcId: ref("net"), trafficType: "REJECT" }) },
      settings: { trafficTypes: ["ALL"] },
      says: { net: "it has no flow log of trafficType ALL; add one" },
    },
  ],
  allowed: [
    {
      title: "a VPC whose rejected traffic is recorded",
      resources: { net: vpc, log: log({ vpcId: ref("net"), trafficType: "REJECT" }) },
    },
    {
      title: "a VPC with a flow log for each subnet",
      resources: {
        net: vpc,
        a: subnet,
        b: subnet,
        "log-a": log({ subnetId: ref("a"), trafficType: "ALL" }),
        "log-b": log({ subnetId: ref("b"), trafficType: "ALL" }),
      },
    },
  ],
  undecided: [
    {
      title: "a flow log whose traffic type is not known",
      resources: { net: vpc, log: log({ vpcId: ref("net"), trafficType: UNKNOWN }) },
      says: { net: "trafficType of its flow log is not known yet" },
    },
  ],
};
