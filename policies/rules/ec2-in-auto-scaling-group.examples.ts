import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ...props } });
const settings = { allowTags: ["role=bastion", "licensed"] };

export const examples: Examples = {
  denied: [
    {
      title: "an instance or a spot request by itself",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        spot: { type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest", props: { instanceType: "t3.micro" } },
      },
      says: { app: "it stands by itself; start it from an Auto Scaling group", spot: "it stands by itself" },
    },
    {
      title: "an instance with other tags than the settings allow",
      settings,
      resources: { app: instance({ tags: { role: "web", Name: "licensed" } }) },
      says: { app: "it stands by itself" },
    },
  ],
  allowed: [
    {
      title: "the instances of an Auto Scaling group",
      resources: {
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { instanceType: "t3.micro" } },
        fleet: { type: "aws:autoscaling/group:Group", props: { launchTemplate: { id: ref("web") } } },
      },
    },
    {
      title: "instances with a tag of the settings, their own or the provider's",
      settings,
      provider: { defaultTags: { tags: { owner: "ops", licensed: "yes" } } },
      resources: { door: instance({ tags: { role: "bastion" } }), app: instance({}) },
    },
  ],
  undecided: [
    {
      title: "tags that are not known",
      settings,
      resources: { app: instance({ tags: UNKNOWN }), api: instance({ tags: { role: UNKNOWN } }) },
      says: { app: "tags is not known yet", api: "tags is not known yet" },
    },
  ],
};
