import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

export type Architecture = "arm64" | "x86_64";

/** The image that instances boot from. */
export type MachineImage =
  /** The newest Amazon Linux 2023, from AWS's public parameter. */
  | { readonly type: "amazonLinux2023" }
  /** The newest build of an Ubuntu LTS, from Canonical's public parameter. */
  | { readonly type: "ubuntu"; readonly version: "22.04" | "24.04" }
  /** The newest image of owners that one trusts whose name fits. */
  | ({ readonly type: "lookUp" } & ImageLookUp & OwnImage)
  /** The image that an SSM parameter of yours names. */
  | ({ readonly type: "ssmParameter"; readonly name: pulumi.Input<string> } & OwnImage)
  /** One image, e.g. `ami-0a1b2c3d4e5f60718`. */
  | ({ readonly type: "id"; readonly id: pulumi.Input<string> } & OwnImage);

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html */
export interface ImageLookUp {
  /** Whose image it may be: ids of accounts, `self`, `amazon` or `aws-marketplace`; anybody can give an image a name. */
  readonly owners: readonly string[];
  /** Its name, in which `*` stands for any characters, e.g. `shop-web-*`. */
  readonly name: string;
}

interface OwnImage {
  /** The image's root device, e.g. `/dev/xvda`: a disk under another name would leave the root disk as the image has it. */
  readonly rootDevice: string;
  /** What the image is built for; checked against the instance types. @default not checked */
  readonly architecture?: Architecture;
}

/** Graviton families have a g after their generation: t4g, c7gn, im4gn; the first of them is a1. */
const graviton = /^(a1|[a-z]+\d+g[a-z]*)\./;

/** The families by their letters; their generations come and go. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html */
const family = /^(a|c|d|dl|f|g|gr|h|hpc|i|im|inf|is|m|mac|p|r|t|trn|u|vt|x|z)[-\d]/;
const size = /\.(nano|micro|small|medium|large|\d*xlarge|metal(-\d+xl)?)$/;

/** What images must be built for, for servers of this type. */
export function architectureOfType(instanceType: string): Architecture {
  return graviton.test(instanceType) ? "arm64" : "x86_64";
}

/** Checks that types are named as AWS names them, each once. */
export function checkTypeNames(check: ArgumentCheck, instanceTypes: readonly string[]): void {
  check(instanceTypes.length > 0, "instanceTypes", "must name at least one type", instanceTypes);
  for (const type of instanceTypes) {
    check(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(type), "instanceTypes", 'must be types such as "t4g.micro"', type);
    const exists = family.test(type) && size.test(type);
    check(exists, "instanceTypes", 'must be types of a family and a size that AWS has, such as "t4g.micro"', type);
  }
  check(new Set(instanceTypes).size === instanceTypes.length, "instanceTypes", "must not repeat a type", instanceTypes);
}

/** The architecture that the instance types have in common. */
export function commonArchitecture(check: ArgumentCheck, instanceTypes: readonly string[]): Architecture {
  checkTypeNames(check, instanceTypes);
  const arm = instanceTypes.filter((type) => graviton.test(type));
  const same = arm.length === 0 || arm.length === instanceTypes.length;
  check(
    same,
    "instanceTypes",
    "must all be arm64 (Graviton) or all be x86_64, as one image serves them",
    instanceTypes,
  );
  return arm.length > 0 ? "arm64" : "x86_64";
}

export function checkMachineImage(check: ArgumentCheck, image: MachineImage, architecture: Architecture): void {
  if (image.type === "amazonLinux2023" || image.type === "ubuntu") return;
  check(
    image.rootDevice.startsWith("/dev/"),
    "ami.rootDevice",
    'must be a device name such as "/dev/xvda"',
    image.rootDevice,
  );
  if (image.type === "lookUp") {
    const areOwners = image.owners.length > 0 && image.owners.every((owner) => /^(\d{12}|[a-z-]+)$/.test(owner));
    check(areOwners, "ami.owners", 'must be ids of accounts, "self", "amazon" or "aws-marketplace"', image.owners);
    check(image.name.trim() !== "", "ami.name", 'must be a name such as "shop-web-*"', image.name);
  }
  if (image.type === "id" && typeof image.id === "string") {
    check(/^ami-[0-9a-z]+$/.test(image.id), "ami.id", 'must be an id such as "ami-0a1b2c3d4e5f60718"', image.id);
  }
  const fits = image.architecture === undefined || image.architecture === architecture;
  check(fits, "ami.architecture", `must be ${architecture}, which the instance types are`, image.architecture);
}

export function rootDeviceOf(image: MachineImage): string {
  switch (image.type) {
    case "amazonLinux2023":
      return "/dev/xvda";
    case "ubuntu":
      return "/dev/sda1";
    case "lookUp":
    case "ssmParameter":
    case "id":
      return image.rootDevice;
  }
}

/**
 * The image's id. A parameter is read when the stack is planned, not by each instance as it boots (`resolve:ssm:`): the
 * plan then shows a new image as a new template version, which rolls through the group with its alarms watching, and
 * two instances of one version never differ.
 */
export function imageId(
  image: MachineImage,
  architecture: Architecture,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if (image.type === "id") return pulumi.output(image.id);
  if (image.type === "lookUp") return lookedUp(image, architecture, parent);
  // The public images' names are no secret; `insecureValue` keeps the template readable in a plan.
  return aws.ssm.getParameterOutput({ name: parameterName(image, architecture) }, { parent }).insecureValue;
}

function lookedUp(
  { owners, name }: ImageLookUp,
  architecture: Architecture,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const filters = [
    { name: "name", values: [name] },
    { name: "architecture", values: [architecture] },
    { name: "state", values: ["available"] },
  ];
  return aws.ec2.getAmiOutput({ owners: [...owners], filters, mostRecent: true }, { parent }).id;
}

function parameterName(
  image: Exclude<MachineImage, { type: "id" | "lookUp" }>,
  architecture: Architecture,
): pulumi.Input<string> {
  switch (image.type) {
    case "amazonLinux2023":
      // https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
      return `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
    case "ubuntu": {
      // https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/ (gp3 images begin with 24.04)
      const disk = image.version === "22.04" ? "ebs-gp2" : "ebs-gp3";
      const arch = architecture === "arm64" ? "arm64" : "amd64";
      return `/aws/service/canonical/ubuntu/server/${image.version}/stable/current/${arch}/hvm/${disk}/ami-id`;
    }
    case "ssmParameter":
      return image.name;
  }
}
