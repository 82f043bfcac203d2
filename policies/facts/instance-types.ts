/**
 * What the name of an instance type tells. Which families are old is AWS's word alone, in lists that were read in
 * November 2026: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 */

/** The families that AWS calls previous generations, and those before them that it no longer offers at all. */
const previousFamilies = new Set([
  ...["a1", "c1", "c3", "c4", "g3", "g3s", "i2", "m1", "m2", "m3", "m4", "p3", "p3dn", "r3", "r4", "t1"],
  ...["cc1", "cc2", "cg1", "cr1", "g2", "hi1", "hs1", "p2"],
]);

/** The families that spend CPU credits: T1 has none to choose, and not every family called T has them. */
const burstableFamilies = new Set(["t2", "t3", "t3a", "t4g"]);

/**
 * The types that can be EBS-optimised and are not so unless they are told to. All that are newer always are, and the
 * smaller and larger ones of these families cannot be.
 */
const ebsOptimizedByChoice = new Set([
  ...["c1.xlarge", "c3.xlarge", "c3.2xlarge", "c3.4xlarge", "g2.2xlarge", "i2.xlarge", "i2.2xlarge", "i2.4xlarge"],
  ...["m1.large", "m1.xlarge", "m2.2xlarge", "m2.4xlarge", "m3.xlarge", "m3.2xlarge"],
  ...["r3.xlarge", "r3.2xlarge", "r3.4xlarge"],
]);

/** True for a type of a previous generation, or such a family by itself. */
export function isPreviousGeneration(type: string): boolean {
  return previousFamilies.has(familyOf(type));
}

/** True for a type of which `creditSpecification` says how it spends CPU credits. */
export function isBurstable(type: string): boolean {
  return burstableFamilies.has(familyOf(type));
}

/** True for a type to which `ebsOptimized` makes a difference. */
export function isEbsOptimizedByChoice(type: string): boolean {
  return ebsOptimizedByChoice.has(type.trim().toLowerCase());
}

/** `m7g` of `m7g.2xlarge`: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html */
function familyOf(type: string): string {
  return type.trim().toLowerCase().split(".", 1)[0] ?? "";
}
