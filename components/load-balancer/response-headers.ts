import type { ArgumentCheck } from "../argument-checks";

/**
 * What the load balancer adds to every answer, and takes from it. Its value stands in place of the servers' own.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export interface ResponseHeaders {
  /**
   * For how long browsers come by HTTPS alone (HSTS): until then nobody can go back to plain HTTP.
   *
   * @default a year over HTTPS, of this host alone; nothing over plain HTTP
   */
  readonly strictTransportSecurity?: StrictTransportSecurity | "none";
  /** Whether browsers must take content types as stated. @default "nosniff" */
  readonly contentTypeOptions?: "nosniff" | "none";
  /** Which pages may show an answer in a frame: none, or those of the same origin. @default as the servers say */
  readonly frameOptions?: "DENY" | "SAMEORIGIN";
  /** The Content-Security-Policy: where pages may load from; at most 1024 characters. @default as the servers say */
  readonly contentSecurityPolicy?: string;
  /** Whether answers of the load balancer's own name what it is in a Server header. @default false */
  readonly server?: boolean;
}

/** HSTS: https://datatracker.ietf.org/doc/html/rfc6797 */
export interface StrictTransportSecurity {
  /** Seconds for which it holds; 0 ends it. @default 31536000, a year */
  readonly maxAgeSeconds?: number;
  /** Whether it holds for all hosts below this one as well, whoever serves them. @default false */
  readonly includeSubDomains?: boolean;
  /** Whether browsers may know of it before the first visit, by a list that is slow to leave. @default false */
  readonly preload?: boolean;
}

const aYear = 31_536_000;

/** @throws when a value is not one that browsers or AWS take. */
export function checkResponseHeaders(check: ArgumentCheck, headers: ResponseHeaders, speaksTls: boolean): void {
  const { strictTransportSecurity: security, contentSecurityPolicy: policy } = headers;
  const argument = "responseHeaders.strictTransportSecurity";
  check(speaksTls || (security ?? "none") === "none", argument, 'must be "none" over plain HTTP', security);
  if (security !== undefined && security !== "none") {
    const { maxAgeSeconds = aYear, includeSubDomains = false, preload = false } = security;
    const isAge = Number.isInteger(maxAgeSeconds) && maxAgeSeconds >= 0;
    check(isAge, `${argument}.maxAgeSeconds`, "must be a whole number of seconds, 0 or more", maxAgeSeconds);
    // https://hstspreload.org/
    const mayPreload = !preload || (includeSubDomains && maxAgeSeconds >= aYear);
    check(mayPreload, `${argument}.preload`, "must come with includeSubDomains and a year or more", preload);
  }
  if (policy === undefined) return;
  // A comma would begin a second policy.
  const isPolicy = /^[\x20-\x7e]{1,1024}$/.test(policy) && !policy.includes(",");
  const form = "must be one policy of at most 1024 characters on one line, without commas";
  check(isPolicy, "responseHeaders.contentSecurityPolicy", form, policy);
}

/** The headers as a listener states them. */
export function responseHeaderInputs(headers: ResponseHeaders, speaksTls: boolean): ResponseHeaderInputs {
  const { contentTypeOptions = "nosniff", frameOptions, contentSecurityPolicy, server = false } = headers;
  const security = headers.strictTransportSecurity ?? (speaksTls ? {} : "none");
  return {
    routingHttpResponseServerEnabled: server,
    routingHttpResponseStrictTransportSecurityHeaderValue: security === "none" ? undefined : hsts(security),
    routingHttpResponseXContentTypeOptionsHeaderValue: contentTypeOptions === "none" ? undefined : contentTypeOptions,
    routingHttpResponseXFrameOptionsHeaderValue: frameOptions,
    routingHttpResponseContentSecurityPolicyHeaderValue: contentSecurityPolicy,
  };
}

function hsts({ maxAgeSeconds = aYear, includeSubDomains = false, preload = false }: StrictTransportSecurity): string {
  const words = [`max-age=${maxAgeSeconds}`, ...(includeSubDomains ? ["includeSubDomains"] : [])];
  return [...words, ...(preload ? ["preload"] : [])].join("; ");
}

/** The headers as inputs of a listener. */
export interface ResponseHeaderInputs {
  readonly routingHttpResponseServerEnabled: boolean;
  readonly routingHttpResponseStrictTransportSecurityHeaderValue: string | undefined;
  readonly routingHttpResponseXContentTypeOptionsHeaderValue: string | undefined;
  readonly routingHttpResponseXFrameOptionsHeaderValue: string | undefined;
  readonly routingHttpResponseContentSecurityPolicyHeaderValue: string | undefined;
}
