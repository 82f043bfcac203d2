/** The types of KMS keys, and the property that says whether one is in use. */
export const keyTypes: Readonly<Record<string, "isEnabled" | "enabled">> = {
  "aws:kms/key:Key": "isEnabled",
  "aws:kms/externalKey:ExternalKey": "enabled",
  "aws:kms/replicaKey:ReplicaKey": "enabled",
  "aws:kms/replicaExternalKey:ReplicaExternalKey": "enabled",
};

/** The type that gives a key its policy from outside. */
export const keyPolicyType = "aws:kms/keyPolicy:KeyPolicy";
