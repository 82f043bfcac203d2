import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const key = (props: object) => ({ type: "aws:kms/key:Key", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "keys that are not rotated, as it is when nothing is said",
      resources: {
        bare: key({}),
        off: key({ enableKeyRotation: "false", keyUsage: "ENCRYPT_DECRYPT" }),
        explicit: key({ customerMasterKeySpec: "SYMMETRIC_DEFAULT" }),
      },
      says: {
        bare: "enableKeyRotation is not set; set it to true",
        off: 'enableKeyRotation is "false"; set it to true',
        explicit: "enableKeyRotation is not set; set it to true",
      },
    },
    {
      title: "rotation that comes too seldom",
      resources: { slow: key({ enableKeyRotation: true, rotationPeriodInDays: 730 }) },
      says: { slow: "rotationPeriodInDays is 730; set it to 365" },
    },
    {
      title: "rotation that comes less often than is set, also as AWS does it by itself",
      settings: { days: 180 },
      resources: { yearly: key({ enableKeyRotation: true }) },
      says: { yearly: "rotationPeriodInDays is not set; set it to 180" },
    },
  ],
  allowed: [
    {
      title: "keys that are rotated",
      resources: {
        yearly: key({ enableKeyRotation: true }),
        often: key({ enableKeyRotation: "true", rotationPeriodInDays: 90 }),
      },
    },
    {
      title: "keys that AWS cannot rotate",
      resources: {
        signing: key({ customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }),
        code: key({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
        store: { type: "aws:kms/customKeyStore:CustomKeyStore", props: {} },
        hardware: key({ customKeyStoreId: ref("store") }),
        imported: { type: "aws:kms/externalKey:ExternalKey", props: {} },
      },
    },
  ],
  undecided: [
    {
      title: "rotation or a kind of key that is not known",
      resources: { vague: key({ enableKeyRotation: UNKNOWN }), kind: key({ customerMasterKeySpec: UNKNOWN }) },
      says: { vague: "enableKeyRotation is not known yet", kind: "the kind of key is not known yet" },
    },
  ],
};
