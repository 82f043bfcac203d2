/**
 * Public IPv4 addresses of the ranges that RFC 5737 keeps for documentation: nobody has one, and a reader tells them from
 * real ones. 203.0.113.0/24 stands for Elastic IPs, 198.51.100.0/24 for what Global Accelerator announces.
 */
export function elasticIp(digits: string): string {
  return `203.0.113.${byteOf(digits)}`;
}

/** One address in each half of the range, as AWS takes an accelerator's two from two networks. */
export function anycastAddresses(digits: string): string[] {
  const half = byteOf(digits) >> 1;
  return [`198.51.100.${half}`, `198.51.100.${128 + half}`];
}

/** Whether a whole text is such an address. */
export function isStandInAddress(text: string): boolean {
  return /^(203\.0\.113|198\.51\.100)\.\d{1,3}$/.test(text);
}

/** A number from 0 to 255, of the last two hexadecimal digits. */
function byteOf(digits: string): number {
  return Number.parseInt(digits.slice(-2), 16);
}
