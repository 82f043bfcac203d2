import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDistribution, type DistributionArgs, distribution } from "./image-pipeline/distribution";
import { infrastructure } from "./image-pipeline/infrastructure";
import { lifecyclePolicy } from "./image-pipeline/lifecycle";
import { type Place, parentImage } from "./image-pipeline/parent";
import { recipe } from "./image-pipeline/recipe";
import { executionRole } from "./image-pipeline/roles";
import { type BuildSchedule, checkSchedule, scheduleInput } from "./image-pipeline/schedule";
import { checkSteps, type ImageStep } from "./image-pipeline/steps";
import type { NetworkRef } from "./network-ref";
import {
  type Architecture,
  checkMachineImage,
  commonArchitecture,
  imageId,
  type MachineImage,
  rootDeviceOf,
} from "./server-group/machine-image";
import { checkVolumes, type Volume } from "./server-group/volumes";

/** Arguments of {@link ImagePipeline}. */
export interface ImagePipelineArgs extends DistributionArgs {
  /** The network in which images are built; its private subnets must have a way to the internet, or to AWS's endpoints. */
  readonly network: NetworkRef;
  /** What is done to the parent, by names of yours, in this order. At most 20. */
  readonly steps: Readonly<Record<string, ImageStep>>;
  /** What the images are made from. @default the newest Amazon Linux 2023 */
  readonly parent?: MachineImage;
  /** The types of instance on which images are built and tested; their architecture is the images'. @default ["t4g.medium"] */
  readonly instanceTypes?: readonly string[];
  /** The root disk that servers have from the image, encrypted. @default 16 GiB */
  readonly rootVolume?: Volume;
  /** When images are built. @default Sundays at three, UTC, if there is something new */
  readonly schedule?: BuildSchedule | "manual";
  /** Minutes that the tests may take, 60–1440. @default 90 */
  readonly testMinutes?: number;
  /** Whether Amazon Inspector looks for vulnerabilities; it must be active in the account. @default false */
  readonly scanning?: boolean;
  /** How many of the newest images are kept, 1–1000, here and in each region of a copy. @default 5 */
  readonly keepImages?: number;
  /** The ARN of a topic that is told how each build ends; Image Builder must be allowed to publish there. @default none */
  readonly topicArn?: pulumi.Input<string>;
  /** The name of the parameter that holds the newest image's id. @default "/images/STACK/NAME" */
  readonly parameterName?: string;
}

/**
 * Builds machine images by EC2 Image Builder: installs what servers need, tests it on a server that booted from the
 * image, and writes the id of the newest one into a parameter. Servers that start from it are up in seconds, not minutes.
 * Until the first build is done the parameter holds the parent's id.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/what-is-image-builder.html
 *
 * @example
 * import { ImagePipeline } from "./components/image-pipeline";
 * import { Network } from "./components/network";
 * import { WebTier } from "./components/web-tier";
 *
 * const network = new Network("net", { zones: 2 });
 * const images = new ImagePipeline("shop-image", {
 *   network,
 *   steps: {
 *     update: { managed: "update-linux" },
 *     nginx: { build: ["dnf install -y nginx", "systemctl enable nginx"], test: ["curl --fail http://localhost/"] },
 *   },
 * });
 * const shop = new WebTier("shop", { network, exposure: "internet", tls: "none", ami: images.machineImage });
 */
export class ImagePipeline extends pulumi.ComponentResource {
  /** The image for servers: the newest one, by the parameter. */
  readonly machineImage: Extract<MachineImage, { type: "ssmParameter" }>;
  /** The name of the parameter that holds the newest image's id, once there is one. */
  readonly parameterName: pulumi.Output<string>;
  /** The ARN of the pipeline, for `aws imagebuilder start-image-pipeline-execution`. */
  readonly pipelineArn: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes, or images are shared that nobody else could use. */
  constructor(name: string, args: ImagePipelineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ImagePipeline", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "image pipeline", name);
    const { parent: from = { type: "amazonLinux2023" }, instanceTypes = ["t4g.medium"], steps } = args;
    const { rootVolume = { sizeGiB: 16 }, testMinutes = 90, keepImages = 5, scanning = false } = args;
    const { schedule = { recurrence: "0 3 * * SUN" }, topicArn, network } = args;
    const { parameterName = `/images/${pulumi.getStack()}/${name}` } = args;
    const architecture = commonArchitecture(check, instanceTypes);
    checkMachineImage(check, from, architecture);
    checkVolumes(check, rootVolume, {}, rootDeviceOf(from));
    checkArguments(check, name, { testMinutes, keepImages, parameterName });
    checkSteps(check, steps);
    checkSchedule(check, schedule);
    checkDistribution(check, args);

    const { partition } = aws.getPartitionOutput({}, { parent: this });
    const { region } = aws.getRegionOutput({}, { parent: this });
    const place: Place = { partition, region };
    const parameter = newestImage(name, parameterName, { from, architecture }, this);
    const made = recipe(
      name,
      { steps, from: parentImage(from, architecture, place, this), rootDevice: rootDeviceOf(from), rootVolume },
      place,
      this,
    );
    // Ubuntu's packages come over HTTP.
    const overHttp = from.type === "ubuntu";
    const built = infrastructure(name, { network, instanceTypes, overHttp, topicArn, partition }, this);
    const pipeline = new aws.imagebuilder.ImagePipeline(
      `${name}-pipeline`,
      {
        description: `Builds the images of ${name}`,
        imageRecipeArn: made.arn,
        infrastructureConfigurationArn: built.arn,
        distributionConfigurationArn: distribution(name, args, { region, parameterName }, this).arn,
        executionRole: executionRole(name, place, { parameterName, from }, this).arn,
        schedule: scheduleInput(schedule),
        imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: testMinutes },
        imageScanningConfiguration: scanning ? { imageScanningEnabled: true } : undefined,
        enhancedImageMetadataEnabled: true,
        status: "ENABLED",
        tags: { Name: name },
      },
      { parent: this },
    );
    lifecyclePolicy(name, { recipeName: made.name, keepImages }, place, this);

    // Its id is not known before it is there, and so nobody looks it up too early.
    this.parameterName = parameter.id;
    const own = { rootDevice: rootDeviceOf(from), architecture };
    this.machineImage = { type: "ssmParameter", name: this.parameterName, ...own };
    this.pipelineArn = pipeline.arn;
    this.registerOutputs({
      machineImage: this.machineImage,
      parameterName: this.parameterName,
      pipelineArn: this.pipelineArn,
    });
  }
}

interface Checked {
  readonly testMinutes: number;
  readonly keepImages: number;
  readonly parameterName: string;
}

function checkArguments(check: ArgumentCheck, name: string, { testMinutes, keepImages, parameterName }: Checked): void {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  const isName = /^[a-z0-9][a-z0-9-]{0,40}$/.test(name);
  check(
    isName,
    "name",
    "must be at most 41 small letters, digits and dashes, as its log bucket is called after it",
    name,
  );
  const isTime = Number.isInteger(testMinutes) && testMinutes >= 60 && testMinutes <= 1440;
  check(isTime, "testMinutes", "must be a whole number between 60 and 1440", testMinutes);
  const isCount = Number.isInteger(keepImages) && keepImages >= 1 && keepImages <= 1000;
  check(isCount, "keepImages", "must be a whole number between 1 and 1000", keepImages);
  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
  const isPath = /^(\/[\w.-]+)+$/.test(parameterName) && !/^\/(aws|ssm)/i.test(parameterName);
  check(isPath, "parameterName", 'must be a path such as "/images/shop", not under /aws or /ssm', parameterName);
}

/** The parameter that Image Builder writes to. What it holds is nobody else's from its second value on. */
function newestImage(
  name: string,
  parameterName: string,
  { from, architecture }: { readonly from: MachineImage; readonly architecture: Architecture },
  parent: pulumi.Resource,
): aws.ssm.Parameter {
  return new aws.ssm.Parameter(
    `${name}-parameter`,
    {
      name: parameterName,
      description: `The newest image of the pipeline ${name}`,
      type: "String",
      dataType: "aws:ec2:image",
      // Unlike `value` it is no secret, and can be read in a plan.
      insecureValue: imageId(from, architecture, parent),
      tags: { Name: name },
    },
    { parent, ignoreChanges: ["insecureValue"] },
  );
}
