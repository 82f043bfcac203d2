import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import type { HttpRoute } from "./route";
import type { RouteKey } from "./route-key";

/** Which pages of other origins may call from a browser. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface Cors {
  /** Their origins, e.g. `https://shop.example.com`; `*` for all. */
  readonly origins: readonly string[];
  /** The methods that they may use. @default GET, HEAD, POST, PUT, PATCH and DELETE */
  readonly methods?: readonly string[];
  /** The headers that they may send. @default authorization and content-type */
  readonly headers?: readonly string[];
  /** The headers of an answer that they may read. @default those that every page may read */
  readonly exposedHeaders?: readonly string[];
  /** Whether browsers send cookies; not to all origins. @default false */
  readonly credentials?: boolean;
  /** Seconds for which browsers remember this, 0–86400. @default 3600 */
  readonly maxAgeSeconds?: number;
}

export function checkCors(
  check: ArgumentCheck,
  { origins, credentials = false, maxAgeSeconds = 3600 }: Cors,
  routes: readonly (readonly [RouteKey, HttpRoute])[],
): void {
  check(origins.length > 0, "cors.origins", "must hold at least one origin", origins);
  for (const origin of origins) {
    const isOrigin = origin === "*" || /^https?:\/\/[^/\s]+$/.test(origin);
    check(isOrigin, "cors.origins", 'must be such as "https://shop.example.com", without a path', origin);
    check(!(credentials && origin === "*"), "cors.origins", 'must not be "*" with credentials', origin);
  }
  const isTime = Number.isInteger(maxAgeSeconds) && maxAgeSeconds >= 0 && maxAgeSeconds <= 86400;
  check(isTime, "cors.maxAgeSeconds", "must be a whole number of seconds between 0 and 86400", maxAgeSeconds);
  // A route for any method takes the preflight too, and a browser sends no credentials with it.
  for (const [{ key, method, path }, { auth }] of routes) {
    if (method !== "ANY" || auth === "none") continue;
    const preflight = `OPTIONS ${path === "" ? "/{proxy+}" : path}`;
    const isFree = routes.some(([other, route]) => other.key === preflight && route.auth === "none");
    const requirement = `must hold "${preflight}" with auth "none" for cors to work on "${key}"`;
    check(
      isFree,
      "routes",
      requirement,
      routes.map(([other]) => other.key),
    );
  }
}

export function corsInput(cors: Cors): aws.types.input.apigatewayv2.ApiCorsConfiguration {
  const { methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], headers = ["authorization", "content-type"] } =
    cors;
  return {
    allowOrigins: [...cors.origins],
    allowMethods: [...methods],
    allowHeaders: [...headers],
    exposeHeaders: cors.exposedHeaders && [...cors.exposedHeaders],
    allowCredentials: cors.credentials ?? false,
    maxAge: cors.maxAgeSeconds ?? 3600,
  };
}
