import { keyFault, keySettings } from "../facts/customer-keys";
import { type ImageDisk, imageCopyType, imageDisks, imageRecipeType } from "../facts/machine-images";
import { membersOf, pathTo, written } from "../facts/property-paths";
import { asText, at, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const distributionType = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";

export const amiCmk = rule({
  name: "ami-cmk",
  displayName: "Machine images are encrypted with a key of your own",
  description:
    "A copy of a machine image, and an image that Image Builder makes, is encrypted with a KMS key of the account.",
  why: "The owner of a key decides who may use the image, and can share it with other accounts; the key that AWS manages allows neither.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
  remediationSteps:
    "Set kmsKeyId to the ARN of a KMS key of the account; only with such a key can the image be shared.",
  controls: {},
  settings: keySettings,
  types: [imageCopyType, imageRecipeType, distributionType],
  resource({ resource, settings, deny, undecided }) {
    const { keys, unknownLists } = encryption(resource);
    for (const { place, kmsKeyId } of keys) {
      const property = written(pathTo(place, "kmsKeyId"));
      const fault = keyFault(kmsKeyId, settings.keyIds);
      if (fault === UNKNOWN) undecided(property);
      else if (fault) deny(`${property} ${fault}`);
    }
    for (const list of unknownLists) undecided(list);
  },
});

type Encryption = Pick<ImageDisk, "place" | "kmsKeyId">;

/** Where a resource names the key of an image, or could. */
function encryption(resource: Resource): { keys: readonly Encryption[]; unknownLists: readonly string[] } {
  if (resource.type !== distributionType) {
    const { disks, unknownLists } = imageDisks(resource);
    return { keys: disks, unknownLists };
  }
  const { members, unknownLists } = membersOf(resource.props, [], "distributions", "amiDistributionConfiguration");
  const keys = members.map(({ place, value }): Encryption => ({ place, kmsKeyId: asText(at(value, "kmsKeyId")) }));
  return { keys, unknownLists };
}
