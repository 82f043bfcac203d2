import type { Json } from "../plan";
import { isStandInAddress } from "../stand-ins/addresses";
import { ACCOUNT_ID, MARK } from "../stand-ins/setting";
import { isObject, isSecret, UNKNOWN } from "../wire";

/** A value as people read it: secrets hidden, unknowns and stand-ins marked. */
export function readable(value: Json): Json {
  if (isSecret(value)) return "[secret]";
  if (value === UNKNOWN) return "[unknown until created]";
  if (typeof value === "string") return isStandIn(value) ? `≈ ${value}` : value;
  if (Array.isArray(value)) return value.map(readable);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]));
}

function isStandIn(text: string): boolean {
  return text.includes(MARK) || text.includes(ACCOUNT_ID) || isStandInAddress(text);
}
