import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const group = of("aws:autoscaling/group:Group");
const accountDefault = of("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults");
const required = { metadataOptions: { httpTokens: "required" } };

export const examples: Examples = {
  denied: [
    {
      title: "an instance that says nothing of its metadata (missed by awsguard and compliance-policies)",
      resources: { app: instance({ instanceType: "t3.micro" }) },
      says: { app: 'metadataOptions.httpTokens is not set; set httpTokens to "required"' },
    },
    {
      title: "tokens that are optional",
      resources: { app: instance({ metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" } }) },
      says: { app: 'metadataOptions.httpTokens is "optional"' },
    },
    {
      title: "a launch template, a launch configuration and a spot request",
      resources: {
        web: template({ metadataOptions: { httpPutResponseHopLimit: 1 } }),
        old: configuration({ imageId: "ami-1" }),
        spot: spot({ metadataOptions: { httpTokens: "optional" } }),
      },
      says: { web: "httpTokens is not set", old: "httpTokens is not set", spot: 'httpTokens is "optional"' },
    },
    {
      title: "an instance that weakens its template",
      resources: {
        web: template(required),
        app: instance({ launchTemplate: { id: ref("web") }, metadataOptions: { httpTokens: "optional" } }),
      },
      says: { app: 'metadataOptions.httpTokens is "optional"' },
    },
    {
      title: "the template, not the instance that uses it",
      resources: { web: template({}), app: instance({ launchTemplate: { name: ref("web", "name") } }) },
      says: { web: "httpTokens is not set" },
    },
    {
      title: "an account default that is accepted but not in the stack",
      settings: { acceptAccountDefault: true },
      resources: { app: instance({}) },
      says: { app: "the stack's account default is not set" },
    },
    {
      title: "an account default of another region, or without tokens",
      settings: { acceptAccountDefault: true },
      resources: {
        defaults: accountDefault({ httpTokens: "required", region: "us-east-1" }),
        weak: accountDefault({ httpTokens: "optional" }),
        web: template({}),
      },
      says: { web: 'the stack\'s account default is "optional"' },
    },
  ],
  allowed: [
    {
      title: "required tokens in every place",
      resources: {
        app: instance(required),
        web: template(required),
        old: configuration(required),
        spot: spot(required),
      },
    },
    {
      title: "a metadata service that is off",
      resources: { app: instance({ metadataOptions: { httpEndpoint: "disabled" } }) },
    },
    {
      title: "an instance and a group whose template requires tokens",
      resources: {
        web: template({ ...required, name: "web-template" }),
        app: instance({ launchTemplate: { id: ref("web"), version: "$Latest" } }),
        byName: instance({ launchTemplate: { name: "web-template" } }),
        fleet: group({ launchTemplate: { id: ref("web") } }),
      },
    },
    {
      title: "a group that mixes instances from templates of the stack",
      resources: {
        web: template(required),
        arm: template(required),
        fleet: group({
          mixedInstancesPolicy: {
            launchTemplate: {
              launchTemplateSpecification: { launchTemplateId: ref("web") },
              overrides: [
                { instanceType: "m7g.large", launchTemplateSpecification: { launchTemplateId: ref("arm") } },
                { instanceType: "m7i.large" },
              ],
            },
          },
        }),
      },
    },
    {
      title: "metadata of which nothing is said where the stack sets the account default",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ httpTokens: "required" }), app: instance({}), web: template({}) },
      remediedAnyway: ["app", "web"],
    },
  ],
  undecided: [
    {
      title: "tokens that come from another resource",
      resources: {
        app: instance({ metadataOptions: { httpTokens: UNKNOWN } }),
        web: template({ metadataOptions: UNKNOWN }),
      },
      says: { app: "metadataOptions.httpTokens is not known yet", web: "metadataOptions.httpTokens is not known yet" },
    },
    {
      title: "a metadata service that may be off",
      resources: { app: instance({ metadataOptions: { httpEndpoint: UNKNOWN } }) },
      says: { app: "metadataOptions.httpEndpoint" },
    },
    {
      title: "templates that are not in the stack",
      resources: {
        app: instance({ launchTemplate: { id: "lt-0123456789abcdef0" } }),
        fleet: group({ launchTemplate: UNKNOWN }),
        spots: {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          props: { launchTemplateConfigs: [{ launchTemplateSpecification: { id: "lt-0f", version: "1" } }] },
        },
        mixed: group({
          mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateName: "golden" } } },
        }),
      },
      says: {
        app: 'the launch template "lt-0123456789abcdef0", which this stack does not define,',
        fleet: "launchTemplate is not known yet",
        spots: 'the launch template "lt-0f"',
        mixed: 'the launch template "golden"',
      },
    },
    {
      title: "an account default that is not known",
      settings: { acceptAccountDefault: true },
      resources: { defaults: accountDefault({ httpTokens: UNKNOWN }), app: instance({}) },
      remediedAnyway: ["app"],
      says: { app: "the httpTokens of the stack's InstanceMetadataDefaults" },
    },
  ],
};
