import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** A range that IPAM allocates from a pool, so that no two networks of an organisation overlap. */
export interface IpamAllocation {
  /** The id of the pool, e.g. `ipam-pool-0a1b2c3d4e5f60718`. */
  readonly ipamPoolId: pulumi.Input<string>;
  /** The length of the range's prefix: `20` for a /20. */
  readonly netmaskLength: number;
}

/** @throws when the length is not a whole number between the two bounds, a multiple of `step`. */
export function checkNetmask(
  { netmaskLength }: IpamAllocation,
  argument: string,
  [shortest, longest]: readonly [number, number],
  check: ArgumentCheck,
  step = 1,
): void {
  const fits = netmaskLength >= shortest && netmaskLength <= longest && netmaskLength % step === 0;
  const steps = step === 1 ? "a whole number" : `a multiple of ${step}`;
  check(fits, `${argument}.netmaskLength`, `must be ${steps} from ${shortest} to ${longest}`, netmaskLength);
}
