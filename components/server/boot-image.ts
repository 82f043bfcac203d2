import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import {
  type Architecture,
  checkMachineImage,
  imageId,
  type MachineImage,
  rootDeviceOf,
} from "../server-group/machine-image";

/** What one server boots from: what groups of servers do, or Windows. */
export type ServerImage = MachineImage | WindowsServer;

/** The newest Windows Server in English, from AWS's public parameter: x86_64 only. https://docs.aws.amazon.com/ec2/latest/windows-ami-reference/windows-amis.html */
export interface WindowsServer {
  readonly type: "windowsServer";
  readonly version: "2019" | "2022" | "2025";
  /** Whether it comes without a desktop. @default false */
  readonly core?: boolean;
}

/** What a type that is chosen by its family must be built as. */
export function architectureOf(image: ServerImage): Architecture {
  if (image.type === "windowsServer") return "x86_64";
  return ("architecture" in image ? image.architecture : undefined) ?? "arm64";
}

export function checkServerImage(check: ArgumentCheck, image: ServerImage, architecture: Architecture): void {
  if (image.type !== "windowsServer") {
    checkMachineImage(check, image, architecture);
    return;
  }
  const runs = architecture === "x86_64";
  check(runs, "instanceType", "must be an x86_64 type, as Windows runs on no arm64 (Graviton)", architecture);
}

export function serverRootDevice(image: ServerImage): string {
  return image.type === "windowsServer" ? "/dev/sda1" : rootDeviceOf(image);
}

/** Windows has 30 GiB on its image: https://docs.aws.amazon.com/ec2/latest/windows-ami-reference/windows-amis.html */
export function defaultRootGiB(image: ServerImage): number {
  return image.type === "windowsServer" ? 50 : 16;
}

/** AWS takes no root disk that is smaller than what is on the image; what is on other images nobody knows yet. */
export function leastRootGiB(image: ServerImage): number {
  switch (image.type) {
    case "windowsServer":
      return 30;
    case "amazonLinux2023":
    case "ubuntu":
      return 8;
    default:
      return 1;
  }
}

export function serverImageId(
  image: ServerImage,
  architecture: Architecture,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  if (image.type !== "windowsServer") return imageId(image, architecture, parent);
  const { version, core = false } = image;
  const name = `/aws/service/ami-windows-latest/Windows_Server-${version}-English-${core ? "Core" : "Full"}-Base`;
  return aws.ssm.getParameterOutput({ name }, { parent }).insecureValue;
}
