import { existsSync } from "node:fs";
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type ContainerImage, checkContainerImage, containerImage } from "../container-image";

/** What runs: a folder or archive that `up` uploads, an object of a bucket, or an image. */
export type FunctionCode = FolderCode | ObjectCode | ImageCode;

/** What Lambda asks of code that is not an image. */
interface RuntimeCode {
  /** The identifier of its runtime, e.g. `nodejs24.x`. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
  readonly runtime: string;
  /** What is called for each event, e.g. `index.handler`. */
  readonly handler: string;
  /** ARNs of versions of layers, at most five. @default none */
  readonly layers?: readonly pulumi.Input<string>[];
}

export interface FolderCode extends RuntimeCode {
  readonly type: "folder";
  /** The folder, or the zip archive, as seen from where `pulumi` runs. */
  readonly path: string;
}

export interface ObjectCode extends RuntimeCode {
  readonly type: "object";
  /** The bucket of the archive, in the function's region. */
  readonly bucket: pulumi.Input<string>;
  /** The key of the archive. */
  readonly key: pulumi.Input<string>;
  /** The version of the object: without one, `up` does not see that the archive is another. @default the latest */
  readonly version?: pulumi.Input<string>;
}

export interface ImageCode {
  readonly type: "image";
  /** An image of a private ECR repository of the function's region. */
  readonly image: ContainerImage;
  /** Stands for the image's CMD. @default the image's own */
  readonly command?: readonly string[];
  /** Stands for the image's ENTRYPOINT. @default the image's own */
  readonly entryPoint?: readonly string[];
  /** Stands for the image's WORKDIR. @default the image's own */
  readonly workingDirectory?: string;
}

export function checkCode(check: ArgumentCheck, code: FunctionCode): void {
  if (code.type === "image") {
    checkContainerImage(check, "code.image", code.image);
    return;
  }
  check(code.handler !== "", "code.handler", "must name what is called", code.handler);
  const { layers = [] } = code;
  // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
  check(layers.length <= 5, "code.layers", "must hold at most 5 layers", layers.length);
  if (code.type === "folder") check(existsSync(code.path), "code.path", "must be a folder or an archive", code.path);
}

type CodeInput = Pick<
  aws.lambda.FunctionArgs,
  | "packageType"
  | "code"
  | "runtime"
  | "handler"
  | "layers"
  | "s3Bucket"
  | "s3Key"
  | "s3ObjectVersion"
  | "imageUri"
  | "imageConfig"
>;

export function codeInput(
  name: string,
  code: FunctionCode,
  architecture: "arm64" | "x86_64",
  parent: pulumi.Resource,
): CodeInput {
  if (code.type === "image") {
    const { command, entryPoint, workingDirectory } = code;
    const changed = command ?? entryPoint ?? workingDirectory;
    return {
      packageType: "Image",
      imageUri: containerImage(`${name}-image`, code.image, architecture, parent).uri,
      ...(changed !== undefined && {
        imageConfig: {
          commands: command && [...command],
          entryPoints: entryPoint && [...entryPoint],
          workingDirectory,
        },
      }),
    };
  }
  const { runtime, handler, layers } = code;
  const input = { packageType: "Zip", runtime, handler, layers: layers && [...layers] };
  if (code.type === "folder") return { ...input, code: new pulumi.asset.FileArchive(code.path) };
  return { ...input, s3Bucket: code.bucket, s3Key: code.key, s3ObjectVersion: code.version };
}
