import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const allowed = of("aws:ec2/allowedImagesSettings:AllowedImagesSettings");
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const copy = of("aws:ec2/amiCopy:AmiCopy");
const image = of("aws:ec2/ami:Ami");
const settings = { images: ["ami-0a1b*", "resolve:ssm:/aws/service/*"] };
const elsewhere = { type: "pulumi:pulumi:StackReference", props: { name: "org/images/prod" } };

export const examples: Examples = {
  denied: [
    {
      title: "an account that restricts nothing",
      resources: {
        off: allowed({ state: "disabled" }),
        audit: allowed({ state: "audit-mode", imageCriterions: [{ imageProviders: ["amazon"] }] }),
      },
      says: {
        off: 'state is "disabled", which refuses no image; set it to "enabled"',
        audit: 'state is "audit-mode", which refuses no image',
      },
    },
    {
      title: "a criterion that lets in images of anyone",
      resources: {
        account: allowed({
          state: "enabled",
          imageCriterions: [{ imageProviders: ["amazon"] }, { imageNames: ["ubuntu/*"] }],
        }),
      },
      says: { account: "imageCriterions[1].imageProviders is not set, which lets in images of anyone" },
    },
    {
      title: "providers that the settings do not name",
      settings: { owners: ["amazon", "111122223333"] },
      resources: {
        account: allowed({
          state: "enabled",
          imageCriterions: [{ imageProviders: ["amazon", "aws-marketplace", 444455556666] }],
        }),
      },
      says: {
        account: 'imageCriterions[0].imageProviders names "aws-marketplace", "444455556666", none of owners',
      },
    },
    {
      title: "images that the settings do not list, in every place",
      settings,
      resources: {
        app: instance({ ami: "ami-0f" }),
        web: template({ imageId: "resolve:ssm:/mine/latest" }),
        old: of("aws:ec2/launchConfiguration:LaunchConfiguration")({ imageId: "ami-0f" }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ ami: "ami-0f" }),
        fleet: of("aws:ec2/spotFleetRequest:SpotFleetRequest")({
          launchSpecifications: [{ ami: "ami-0a1b2c" }, { ami: "ami-0f" }],
        }),
        jobs: of("aws:batch/computeEnvironment:ComputeEnvironment")({ computeResources: { imageId: "ami-0f" } }),
        data: of("aws:emr/cluster:Cluster")({ customAmiId: "ami-0f" }),
        copy: copy({ sourceAmiId: "ami-0f" }),
      },
      says: {
        app: 'ami is "ami-0f", which is not one of images; start from one of those',
        web: 'imageId is "resolve:ssm:/mine/latest"',
        old: 'imageId is "ami-0f"',
        spot: 'ami is "ami-0f"',
        fleet: 'launchSpecifications[1].ami is "ami-0f"',
        jobs: 'computeResources.imageId is "ami-0f"',
        data: 'customAmiId is "ami-0f"',
        copy: 'sourceAmiId is "ami-0f"',
      },
    },
  ],
  allowed: [
    {
      title: "an account that refuses all but some providers",
      resources: {
        account: allowed({
          state: "enabled",
          imageCriterions: [{ imageProviders: ["amazon", "123456789012"] }, { marketplaceProductCodes: ["abc"] }],
        }),
      },
    },
    { title: "any image, when the settings list none", resources: { app: instance({ ami: "ami-0f" }) } },
    {
      title: "images that the settings list, and the stack's own",
      settings,
      resources: {
        app: instance({ ami: "ami-0a1b2c3d" }),
        web: template({ imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64" }),
        golden: image({ virtualizationType: "hvm" }),
        api: template({ imageId: ref("golden") }),
        copy: copy({ sourceAmiId: ref("golden") }),
        old: instance({ launchTemplate: { id: ref("web") } }),
      },
    },
  ],
  undecided: [
    {
      title: "an account's restriction that is not known",
      resources: {
        state: allowed({ state: UNKNOWN }),
        list: allowed({ state: "enabled", imageCriterions: UNKNOWN }),
        providers: allowed({ state: "enabled", imageCriterions: [{ imageProviders: UNKNOWN }] }),
      },
      says: {
        state: "state is not known yet",
        list: "imageCriterions is not known yet",
        providers: "imageCriterions[0].imageProviders is not known yet",
      },
    },
    {
      title: "an image of another stack, when the settings list images",
      settings,
      resources: { elsewhere, app: instance({ ami: ref("elsewhere", "outputs") }) },
      says: { app: "ami is not known yet" },
    },
  ],
};
