/**
 * The marks of Pulumi's wire format, in which the SDK sends inputs and takes outputs: a value that is not known yet is
 * one fixed text, and secrets, assets and references are objects under one signature key.
 * See `sdk/go/common/resource/properties.go` in pulumi/pulumi; the SDK exports the same constants.
 */
import { runtime } from "@pulumi/pulumi";
import type { Json, JsonObject } from "./plan";

export const UNKNOWN = runtime.unknownValue;
export const SIGNATURE = runtime.specialSigKey;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A secret on the wire. */
export function isSecret(value: unknown): value is { value: Json } {
  return isObject(value) && value[SIGNATURE] === runtime.specialSecretSig;
}

/** Marks a value as secret. */
export function secret(value: Json): JsonObject {
  return { [SIGNATURE]: runtime.specialSecretSig, value };
}

/** A copy in which secrets are replaced by what `reveal` makes of them. */
export function mapSecrets(value: Json, reveal: (plain: Json) => Json): Json {
  if (isSecret(value)) return reveal(value.value);
  if (Array.isArray(value)) return value.map((member) => mapSecrets(member, reveal));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapSecrets(member, reveal)]));
}

/** A copy without secret marks: for reading, never for printing. */
export function withoutSecretMarks<T extends Json>(value: T): T {
  return mapSecrets(value, (plain) => withoutSecretMarks(plain)) as T;
}

/** True when the value is, or holds anywhere inside, a secret. */
export function holdsSecret(value: Json): boolean {
  if (isSecret(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsSecret);
}

/** True when the value is, or holds anywhere inside, something unknown. */
export function holdsUnknown(value: Json): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsUnknown);
}

/** A copy in which texts are replaced by what `change` makes of them. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]));
}

/** A copy in which a text that is composed of something unknown is unknown as a whole. */
export function wholly(object: JsonObject): JsonObject {
  return mapTexts(object, (text) => (text.includes(UNKNOWN) ? UNKNOWN : text)) as JsonObject;
}
