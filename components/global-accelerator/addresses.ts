import type { ArgumentCheck } from "../argument-checks";
import { ipRange } from "../ip-range";

/** @throws when there are not one or two IPv4 addresses. */
export function checkAddresses(check: ArgumentCheck, addresses: readonly string[]): void {
  const isNumber = addresses.length === 1 || addresses.length === 2;
  check(isNumber, "ipAddresses", "must hold one or two addresses", addresses);
  for (const address of addresses) {
    const isAddress = ipRange(`${address}/32`)?.family === "ipv4";
    check(isAddress, "ipAddresses", "must be IPv4 addresses", address);
  }
  const isDistinct = new Set(addresses).size === addresses.length;
  check(isDistinct, "ipAddresses", "must not repeat an address", addresses);
}
