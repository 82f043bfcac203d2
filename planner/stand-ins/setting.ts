import { createHash } from "node:crypto";

/** Where a plan takes place. */
export interface Setting {
  readonly project: string;
  readonly stack: string;
  readonly region: string;
}

/** The account that AWS's own documentation uses in examples; no real account is ever shown in its place. */
export const ACCOUNT_ID = "123456789012";

/** Every made-up id holds this text ("offline" in hexadecimal digits), so that a reader tells it from a real one. */
export const MARK = "0ff11e";

/** The partition of a region: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOf(region: string): { partition: string; dnsSuffix: string } {
  if (region.startsWith("cn-")) return { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" };
  if (region.startsWith("us-gov-")) return { partition: "aws-us-gov", dnsSuffix: "amazonaws.com" };
  return { partition: "aws", dnsSuffix: "amazonaws.com" };
}

/** Hexadecimal digits that begin with the mark and are the same for the same seed. */
export function markedHex(seed: string, digits: number): string {
  return (MARK + createHash("sha256").update(seed).digest("hex")).slice(0, digits);
}

/** An id in the form of EC2's: `vpc-` and 17 digits. */
export function ec2Id(prefix: string, seed: string): string {
  return `${prefix}-${markedHex(seed, 17)}`;
}

/** A name as Pulumi would make it from a logical name: with seven digits behind it. */
export function autoName(logicalName: string, maxLength = 255): string {
  return `${logicalName.slice(0, maxLength - 8)}-${markedHex(logicalName, 7)}`;
}

/** A random-looking UUID in which the mark shows. */
export function markedUuid(seed: string): string {
  const hex = markedHex(seed, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
