import { clusterType } from "../facts/eks-endpoints";
import { asList, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const eksSecretsEncryption = rule({
  name: "eks-secrets-encryption",
  displayName: "Secrets of a cluster are encrypted with a key of your own",
  description: "An EKS cluster encrypts its Kubernetes secrets with a KMS key of the account.",
  why: "Only with a key of the account does its owner decide who can decrypt what the cluster keeps.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-3",
  remediationSteps:
    'Set encryptionConfig to { resources: ["secrets"], provider: { keyArn } }. It cannot be taken back.',
  controls: { fsbp: ["EKS.3"] },
  types: [clusterType],
  resource({ resource, deny, undecided }) {
    const config = at(resource.props, "encryptionConfig");
    const resources = asList(at(config, "resources"));
    if (config === undefined) deny("encryptionConfig is not set; encrypt secrets with a KMS key");
    else if (resources === UNKNOWN) undecided("encryptionConfig");
    else if (!resources.includes("secrets")) {
      if (resources.includes(UNKNOWN)) undecided("encryptionConfig.resources");
      else deny('encryptionConfig.resources lacks "secrets"; add it');
      // A key that is not known yet is one that the stack makes.
    } else if (at(config, "provider", "keyArn") === undefined) {
      deny("encryptionConfig.provider.keyArn is not set; name a KMS key");
    }
  },
});
