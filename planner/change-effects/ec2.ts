import type { ChangeEffect, Changing, EffectRow } from "../change-effect";
import { isObject } from "../wire";

const instance = "aws:ec2/instance:Instance";

/** What the provider makes of inputs: https://www.pulumi.com/registry/packages/aws/api-docs/ec2/instance/ */
const instancePage = "https://www.pulumi.com/registry/packages/aws/api-docs/ec2/instance/";

export const ec2Effects: readonly EffectRow[] = [
  {
    type: instance,
    inputs: ["instanceType"],
    effect: resized,
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html",
    mark: "instanceType changes in place, by a stop and a start",
  },
  { type: instance, inputs: ["userData", "userDataBase64"], effect: retold, source: instancePage },
  {
    type: instance,
    inputs: [
      "rootBlockDevice.volumeSize",
      "rootBlockDevice.volumeType",
      "rootBlockDevice.iops",
      "rootBlockDevice.throughput",
    ],
    effect: () => ({ kind: "inPlace", words: "in place, while it runs; a disk never becomes smaller" }),
    source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html",
  },
  {
    type: instance,
    inputs: [
      "ami",
      "associatePublicIpAddress",
      "availabilityZone",
      "ebsBlockDevices",
      "ebsOptimized",
      "hibernation",
      "keyName",
      "rootBlockDevice.encrypted",
      "rootBlockDevice.kmsKeyId",
      "subnetId",
    ],
    effect: () => ({ kind: "replaced", words: "replaces the server, and what is on its own disks is lost" }),
    source: instancePage,
  },
];

/** AWS stops it first: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html */
function resized(changing: Changing): Omit<ChangeEffect, "source"> {
  const { before } = changing;
  if (before.inputs.disableApiStop === true) {
    return { kind: "refused", words: "AWS refuses to stop it until an update has set disableApiStop to false" };
  }
  const { instanceMarketOptions: market } = before.inputs;
  if (isObject(market) && market.marketType === "spot") {
    return { kind: "refused", words: "AWS does not change the type of a Spot Instance" };
  }
  return {
    kind: "restarted",
    words: `in place: AWS stops it, changes it and starts it; ${addressAfterStop(changing)}`,
  };
}

function retold(changing: Changing): Omit<ChangeEffect, "source"> {
  if (changing.after.inputs.userDataReplaceOnChange === true) {
    return { kind: "replaced", words: "replaces the server, which then runs it" };
  }
  const words = `in place: AWS stops it and starts it, and nothing runs the new text; ${addressAfterStop(changing)}`;
  return { kind: "restarted", words };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html */
function addressAfterStop({ after, plan }: Changing): string {
  const addresses = ["aws:ec2/eipAssociation:EipAssociation", "aws:ec2/eip:Eip"].flatMap((type) => plan.ofType(type));
  const isOwn = addresses.some(({ propertyDependencies: of }) =>
    [of.instanceId, of.instance].some((urns) => urns?.includes(after.urn)),
  );
  if (isOwn) return "its Elastic IP stays";
  return after.inputs.associatePublicIpAddress === false ? "its address stays" : "its public address changes";
}
