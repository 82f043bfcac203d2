import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (instanceType: unknown) => ({
  type: "aws:ec2/instance:Instance",
  props: { ami: "ami-1", instanceType },
});
const nodes = (instanceTypes: unknown) => ({ type: "aws:eks/nodeGroup:NodeGroup", props: { instanceTypes } });

export const examples: Examples = {
  denied: [
    {
      title: "x86 types with a twin",
      resources: { a: instance("t3.micro"), b: nodes(["m7g.large", "m5.large", "c6in.4xlarge"]) },
      says: {
        a: 'instanceType is "t3.micro"; set it to "t4g.micro" with an arm64 image',
        b: ['instanceTypes[1] is "m5.large"; set it to "m7g.large"', 'set it to "c7gn.4xlarge"'],
      },
    },
  ],
  allowed: [
    { title: "Graviton types", resources: { a: instance("t4g.micro"), b: instance("x2gd.large") } },
    {
      title: "x86 types without a twin of their size or kind",
      resources: {
        a: instance("m5.24xlarge"),
        b: instance("c5.9xlarge"),
        c: instance("p5.48xlarge"),
        d: instance("m5.metal"),
      },
    },
  ],
  undecided: [
    {
      title: "a type or a list of types that is not known",
      resources: { a: instance(UNKNOWN), b: nodes(UNKNOWN) },
      says: { a: "instanceType", b: "instanceTypes" },
    },
  ],
};
