import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const copy = (props: object) => ({
  type: "aws:ec2/amiCopy:AmiCopy",
  props: { sourceAmiId: "ami-1", encrypted: true, ...props },
});
const recipe = (...blockDeviceMappings: unknown[]) => ({
  type: "aws:imagebuilder/imageRecipe:ImageRecipe",
  props: { version: "1.0.0", blockDeviceMappings },
});
const distribution = (...distributions: unknown[]) => ({
  type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
  props: { distributions },
});
const arn = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

export const examples: Examples = {
  denied: [
    {
      title: "no key, or AWS's own, in every place",
      resources: {
        copy: copy({}),
        weak: copy({ kmsKeyId: "alias/aws/ebs" }),
        built: recipe({ ebs: { encrypted: "true" } }),
        shared: distribution({ region: "eu-west-1", amiDistributionConfiguration: { name: "web" } }),
      },
      says: {
        copy: "kmsKeyId is not set; name a KMS key of the account",
        weak: 'kmsKeyId is "alias/aws/ebs", a key that AWS keeps',
        built: "blockDeviceMappings[0].ebs.kmsKeyId is not set",
        shared: "distributions[0].amiDistributionConfiguration.kmsKeyId is not set",
      },
    },
    {
      title: "a key that the settings do not name",
      settings: { keyIds: ["alias/images"] },
      resources: { copy: copy({ kmsKeyId: arn }) },
      says: { copy: "which is not one of keyIds" },
    },
  ],
  allowed: [
    {
      title: "a key of the account in every place",
      resources: {
        key: { type: "aws:kms/key:Key", props: { description: "images" } },
        copy: copy({ kmsKeyId: ref("key", "arn") }),
        other: copy({ kmsKeyId: arn }),
        built: recipe({ ebs: { kmsKeyId: arn } }),
        shared: distribution({ region: "eu-west-1", amiDistributionConfiguration: { kmsKeyId: arn } }),
      },
    },
    {
      title: "containers, and a recipe that leaves the disks to its parent image",
      resources: {
        built: { type: "aws:imagebuilder/imageRecipe:ImageRecipe", props: { version: "1.0.0" } },
        shared: distribution({ region: "eu-west-1", containerDistributionConfiguration: {} }),
      },
    },
  ],
  undecided: [
    {
      title: "a key of which it is not known whether the settings name it, and lists that are not known",
      settings: { keyIds: ["alias/images"] },
      resources: {
        copy: copy({ kmsKeyId: UNKNOWN }),
        built: { type: "aws:imagebuilder/imageRecipe:ImageRecipe", props: { blockDeviceMappings: UNKNOWN } },
        shared: {
          type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
          props: { distributions: UNKNOWN },
        },
      },
      says: {
        copy: "kmsKeyId is not known yet",
        built: "blockDeviceMappings is not known yet",
        shared: "distributions is not known yet",
      },
    },
  ],
};
