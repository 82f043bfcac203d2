import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const credits = (cpuCredits: unknown) => ({ creditSpecification: { cpuCredits } });

export const examples: Examples = {
  denied: [
    {
      title: "burstable types that do not say it, in every place",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        web: template({ instanceType: "t4g.small", creditSpecification: {} }),
        spot: spot({ instanceType: "t2.large" }),
        odd: instance({ instanceType: "t3a.nano", ...credits("") }),
      },
      says: {
        app: 'creditSpecification.cpuCredits is not set for the type "t3.micro"; set it to "standard" or "unlimited"',
        web: 'creditSpecification.cpuCredits is not set for the type "t4g.small"',
        spot: 'creditSpecification.cpuCredits is not set for the type "t2.large"',
        odd: 'creditSpecification.cpuCredits is "" for the type "t3a.nano"',
      },
    },
  ],
  allowed: [
    {
      title: "either choice",
      resources: {
        app: instance({ instanceType: "t3.micro", ...credits("standard") }),
        web: template({ instanceType: "t4g.small", ...credits("unlimited") }),
        any: template({ instanceType: UNKNOWN, ...credits("unlimited") }),
      },
    },
    {
      title: "types that have no credits",
      resources: { app: instance({ instanceType: "m7g.large" }), old: instance({ instanceType: "t1.micro" }) },
    },
    {
      title: "an instance that has its choice, or its type, from a template",
      resources: {
        web: template({ instanceType: "t3.micro", ...credits("standard") }),
        app: instance({ instanceType: "t3.large", launchTemplate: { id: ref("web") } }),
        api: instance({ launchTemplate: { id: ref("web") } }),
        any: template({}),
      },
    },
  ],
  undecided: [
    {
      title: "a type or a choice that is not known",
      resources: {
        app: instance({ instanceType: UNKNOWN }),
        web: template({ instanceType: "t3.micro", ...credits(UNKNOWN) }),
      },
      says: { app: "instanceType is not known yet", web: "creditSpecification.cpuCredits is not known yet" },
    },
  ],
};
