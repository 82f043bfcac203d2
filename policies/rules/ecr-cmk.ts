import { asList, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecrCmk = rule({
  name: "ecr-cmk",
  displayName: "Images are encrypted with a key of your own",
  description: "Every repository encrypts its images with a KMS key of the account.",
  why: "Only of a key of its own can the account say who may use it, or make the images unreadable at once.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
  remediationSteps: 'Set encryptionConfigurations to [{ encryptionType: "KMS", kmsKey }] when the repository is made.',
  controls: {},
  types: ["aws:ecr/repository:Repository"],
  resource({ resource, deny, undecided }) {
    const list = asList(at(resource.props, "encryptionConfigurations"));
    if (list === UNKNOWN) return undecided("encryptionConfigurations");
    const [config] = list;
    const type = asText(at(config, "encryptionType"));
    if (type === UNKNOWN) undecided("encryptionConfigurations[0].encryptionType");
    else if (type !== "KMS" && type !== "KMS_DSSE") {
      deny(`encryptionConfigurations[0].encryptionType is ${shown(type)}; set it to "KMS"`);
    } else if (at(config, "kmsKey") === undefined) {
      deny("encryptionConfigurations[0].kmsKey is not set; name a KMS key");
    }
  },
});
