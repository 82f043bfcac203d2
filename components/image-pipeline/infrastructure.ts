import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LogBucket } from "../log-bucket";
import type { NetworkRef } from "../network-ref";
import { bucketPolicy, privateBucket } from "../private-bucket";
import { internet, readPeer } from "../secure-sg-pair/peer";
import { createRules, type Rule } from "../secure-sg-pair/rule";
import { createGroup } from "../security-group-chain/chain";
import { buildProfile } from "./roles";

/** Where images are built. */
export interface BuildPlace {
  readonly network: NetworkRef;
  readonly instanceTypes: readonly string[];
  /** Whether packages come over HTTP as well. */
  readonly overHttp: boolean;
  readonly topicArn: pulumi.Input<string> | undefined;
  readonly partition: pulumi.Input<string>;
}

const logPrefix = "builds";

/** Short-lived servers in a private subnet, which nobody can reach, and their logs. */
export function infrastructure(
  name: string,
  { network, instanceTypes, overHttp, topicArn, partition }: BuildPlace,
  parent: pulumi.Resource,
): aws.imagebuilder.InfrastructureConfiguration {
  const group = createGroup(`${name}-sg`, network.vpcId, "Builds images: nobody in, packages out", parent);
  createRules(`${name}-sg`, group, egress(overHttp), parent);
  const { bucketName: accessLogBucket } = new LogBucket(`${name}-access`, { writer: "bucket" }, { parent });
  const logs = privateBucket(`${name}-logs`, { lifecycleRules: [expiry], accessLogBucket }, parent);
  bucketPolicy(`${name}-logs`, logs, [], parent);
  const profile = buildProfile(name, { partition }, { bucketArn: logs.bucket.arn, prefix: logPrefix }, parent);
  return new aws.imagebuilder.InfrastructureConfiguration(
    `${name}-infrastructure`,
    {
      description: `Where the images of ${name} are built`,
      instanceProfileName: profile.name,
      instanceTypes: [...instanceTypes],
      subnetId: pulumi.output(network.privateSubnetIds).apply(([first = ""]) => first),
      securityGroupIds: [group.id],
      instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      terminateInstanceOnFailure: true,
      logging: { s3Logs: { s3BucketName: logs.bucket.bucket, s3KeyPrefix: logPrefix } },
      snsTopicArn: topicArn,
      resourceTags: { Name: `${name}-build` },
      tags: { Name: name },
    },
    { parent },
  );
}

/** The log of a build is worth something until a few later ones have succeeded. */
const expiry = {
  id: "expire",
  status: "Enabled",
  filter: { prefix: "" },
  expiration: { days: 90 },
  noncurrentVersionExpiration: { noncurrentDays: 7 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

function egress(overHttp: boolean): Rule[] {
  const ports = overHttp ? [443, 80] : [443];
  const peers = internet.slice(0, 1).map((anyone) => readPeer(anyone, "egress", () => {}));
  return ports.flatMap((port) =>
    peers.map((peer): Rule => ({ direction: "out", port, peer, purpose: "Packages and Systems Manager" })),
  );
}
