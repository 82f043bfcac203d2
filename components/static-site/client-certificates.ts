import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";

/** The certificates that visitors show. Such a site speaks HTTP/2 at most. */
export interface ClientCertificates {
  /** Whether a visitor without one is turned away. @default "required" */
  readonly mode?: "required" | "optional";
  /** The object of S3 that holds the authorities that issue them, as PEM. */
  readonly authorities: {
    readonly bucket: pulumi.Input<string>;
    readonly key: pulumi.Input<string>;
    /** The region of the bucket. */
    readonly region: string;
    /** The version of the object: without one, `up` does not see that it is another. @default the latest */
    readonly version?: pulumi.Input<string>;
  };
}

export function checkClientCertificates(check: ArgumentCheck, { authorities }: ClientCertificates): void {
  const argument = "clientCertificates.authorities.region";
  check(isRegion(authorities.region), argument, 'must be a region such as "eu-central-1"', authorities.region);
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/enable-mtls-distributions.html */
export function mutualTls(
  name: string,
  certificates: ClientCertificates | undefined,
  parent: pulumi.Resource,
): aws.types.input.cloudfront.DistributionViewerMtlsConfig | undefined {
  if (certificates === undefined) return undefined;
  const { mode = "required", authorities } = certificates;
  const store = new aws.cloudfront.TrustStore(
    `${name}-trust`,
    { caCertificatesBundleSource: { caCertificatesBundleS3Location: { ...authorities } }, tags: { Name: name } },
    { parent },
  );
  return { mode, trustStoreConfig: { trustStoreId: store.id } };
}
