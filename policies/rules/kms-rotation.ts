import { allOf, known } from "../facts/three-valued";
import { asBoolean, asNumber, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { type Change, rule } from "../rule";
import { integer } from "../settings";

export const kmsRotation = rule({
  name: "kms-rotation",
  displayName: "Keys are rotated",
  description:
    "Every symmetric KMS key that encrypts gets new key material by itself, each year or as often as is set. Keys that AWS cannot rotate are left out: asymmetric ones, those for MACs, and those whose material is kept elsewhere.",
  why: "The more is encrypted under one key material, the more is open when that becomes known; rotation keeps old data readable and changes no program.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-4",
  remediationSteps: "Set enableKeyRotation to true, and rotationPeriodInDays where a year is too long.",
  controls: { fsbp: ["KMS.4"], cis: ["4.6"] },
  settings: {
    days: integer(365, "How many days lie between two rotations at most.", { minimum: 90, maximum: 2560 }),
  },
  types: ["aws:kms/key:Key"],
  resource({ resource, settings: { days }, deny, undecided }) {
    const faults = faultsOf(resource, days);
    const rotatable = isRotatable(resource);
    const vague = ["enableKeyRotation", "rotationPeriodInDays"].filter((name) => at(resource.props, name) === UNKNOWN);
    if (rotatable === false || faults.length + vague.length === 0) return;
    if (rotatable === UNKNOWN) undecided("the kind of key");
    else if (faults.length === 0) undecided(vague.join(" or "));
    else
      deny(
        faults
          .map(({ path: [name], value }) => `${name} is ${shown(at(resource.props, name))}; set it to ${value}`)
          .join(", "),
      );
  },
  remediate(resource, { days }) {
    return isRotatable(resource) === true ? faultsOf(resource, days) : [];
  },
});

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
function isRotatable({ props }: Resource): boolean | Unknown {
  const is = (property: string, usual: string) => {
    const value = asText(at(props, property));
    return known(value, (text) => text === undefined || text === "" || text === usual);
  };
  return allOf([
    is("customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
    is("keyUsage", "ENCRYPT_DECRYPT"),
    // Custom key stores, CloudHSM's and external ones.
    at(props, "customKeyStoreId") === undefined,
    at(props, "xksKeyId") === undefined,
  ]);
}

function faultsOf({ props }: Resource, days: number): Change[] {
  const rotates = asBoolean(at(props, "enableKeyRotation"));
  // AWS rotates once a year when nothing is said.
  const period = asNumber(at(props, "rotationPeriodInDays")) ?? 365;
  return [
    ...(rotates === true || rotates === UNKNOWN ? [] : [{ path: ["enableKeyRotation"] as const, value: true }]),
    ...(period === UNKNOWN || period <= days ? [] : [{ path: ["rotationPeriodInDays"] as const, value: days }]),
  ];
}
