import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ...props } });
const template = (props: object) => ({ type: "aws:ec2/launchTemplate:LaunchTemplate", props: { ...props } });
const fromTemplate = { launchTemplate: { id: ref("web") } };

export const examples: Examples = {
  denied: [
    {
      title: "an instance that is not protected",
      resources: {
        app: instance({ instanceType: "t3.micro" }),
        api: instance({ disableApiStop: "false", instanceMarketOptions: { marketType: "capacity-block" } }),
      },
      says: { app: "disableApiStop is not set; set it to true", api: "disableApiStop is false; set it to true" },
    },
    {
      title: "an instance that weakens its template",
      resources: {
        web: template({ disableApiStop: true }),
        app: instance({ ...fromTemplate, disableApiStop: false }),
      },
      says: { app: "disableApiStop is false" },
    },
    {
      title: "an instance whose template does not protect it",
      resources: {
        web: template({ disableApiStop: false }),
        plain: template({}),
        app: instance(fromTemplate),
        api: instance({ launchTemplate: { id: ref("plain"), version: "1" } }),
      },
      beyondRemedy: ["app", "api"],
      says: {
        app: 'disableApiStop is true neither here nor in the launch template "web"; set it to true',
        api: 'in the launch template "plain"; set it to true',
      },
    },
  ],
  allowed: [
    {
      title: "an instance that is protected, by itself or by its template",
      resources: {
        web: template({ disableApiStop: "true" }),
        app: instance({ disableApiStop: true }),
        api: instance(fromTemplate),
      },
    },
    {
      title: "the instances of an Auto Scaling group",
      resources: {
        web: template({ instanceType: "t3.micro" }),
        fleet: { type: "aws:autoscaling/group:Group", props: { launchTemplate: { id: ref("web") } } },
      },
    },
    {
      title: "spot instances, which cannot be protected",
      resources: {
        spot: { type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest", props: { instanceType: "t3.micro" } },
        app: instance({ instanceMarketOptions: { marketType: "spot" } }),
        web: template({ instanceMarketOptions: { marketType: "spot" } }),
        api: instance(fromTemplate),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known yet",
      resources: {
        app: instance({ disableApiStop: UNKNOWN }),
        api: instance({ instanceMarketOptions: UNKNOWN }),
        web: template({ disableApiStop: UNKNOWN }),
        old: instance(fromTemplate),
      },
      says: {
        app: "disableApiStop is not known yet",
        api: "instanceMarketOptions.marketType is not known yet",
        old: 'disableApiStop of the launch template "web" is not known yet',
      },
    },
    {
      title: "an instance whose template is not in the stack",
      resources: { app: instance({ launchTemplate: { id: "lt-0f" } }) },
      says: { app: 'the launch template "lt-0f", which this stack does not define,' },
    },
  ],
};
