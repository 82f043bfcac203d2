import { asList, asMap, asText, at, UNKNOWN, type Unknown } from "./value";

/** An operation of an API that is written down as an OpenAPI document. */
export interface Operation {
  /** `GET`, or `ANY`. */
  readonly verb: string;
  readonly path: string;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html */
const verbs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["get", "put", "post", "delete", "patch", "head"].map((verb) => [verb, verb.toUpperCase()])),
  "x-amazon-apigateway-any-method": "ANY",
};

/**
 * The operations of an OpenAPI document in JSON that ask nobody who calls; OPTIONS is not looked at, for browsers ask it
 * before they know. `UNKNOWN` while the document is not known. One in YAML, which the provider takes too, has none here.
 */
export function openOperations(body: unknown): readonly Operation[] | Unknown {
  if (body === UNKNOWN) return UNKNOWN;
  const document = typeof body === "string" ? parsed(body) : body;
  const everywhere = at(document, "security");
  const paths = asMap(at(document, "paths"));
  if (paths === UNKNOWN) return UNKNOWN;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(verbs).flatMap(([key, verb]): readonly Operation[] => {
      const operation = at(operations, key);
      return operation !== undefined && isOpen(operation, everywhere) ? [{ verb, path }] : [];
    }),
  );
}

/** What an operation says counts more than what the document says of all; `{}` among the ways in makes them optional. */
function isOpen(operation: unknown, everywhere: unknown): boolean {
  const signed = asText(at(operation, "x-amazon-apigateway-auth", "type"));
  if (signed !== undefined && signed !== "NONE") return false;
  const ways = asList(at(operation, "security") ?? everywhere);
  return ways !== UNKNOWN && (ways.length === 0 || ways.some(isNothing));
}

function isNothing(way: unknown): boolean {
  return typeof way === "object" && way !== null && Object.keys(way).length === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Operations as a message lists them. */
export function operationNames(operations: readonly Operation[]): string[] {
  return operations.map(({ verb, path }) => `${verb} ${path.length > 60 ? `${path.slice(0, 57)}...` : path}`);
}
