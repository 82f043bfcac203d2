import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** The headers that CloudFront puts on each answer of a site, in place of what S3 says. */
export interface SiteHeaders {
  /**
   * The Content-Security-Policy, at most 1783 characters: what a page may load, and from where.
   *
   * @default its own files alone, and pictures from `data:` URLs; no plugins, and nobody may frame it
   */
  readonly contentSecurityPolicy?: string;
  /** How browsers are told to come by HTTPS alone. @default for a year, without subdomains */
  readonly strictTransportSecurity?: {
    /** Seconds, 0–2147483647. @default 31536000 */
    readonly maxAgeSeconds?: number;
    /** Whether that is so for the names below the site's as well. @default false */
    readonly includeSubdomains?: boolean;
    /** Asks to be on the list that browsers are built with: https://hstspreload.org. @default false */
    readonly preload?: boolean;
  };
  /** Who may frame a page: nobody, or the site itself. @default "DENY" */
  readonly frameOption?: "DENY" | "SAMEORIGIN";
  /** What other sites learn of where a visitor comes from. @default "strict-origin-when-cross-origin" */
  readonly referrerPolicy?: ReferrerPolicy;
  /** The Permissions-Policy: which features of a browser a page may use. @default none of camera, location, microphone, payment, USB */
  readonly permissionsPolicy?: string;
  /** Further headers, by name; at most nine. @default none */
  readonly custom?: Readonly<Record<string, string>>;
}

export type ReferrerPolicy =
  | "no-referrer"
  | "no-referrer-when-downgrade"
  | "origin"
  | "origin-when-cross-origin"
  | "same-origin"
  | "strict-origin"
  | "strict-origin-when-cross-origin"
  | "unsafe-url";

/** @throws when a value is none that AWS takes: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
export function checkHeaders(check: ArgumentCheck, headers: SiteHeaders): void {
  const { contentSecurityPolicy, permissionsPolicy, custom = {}, strictTransportSecurity = {} } = headers;
  const isLine = (text: string, most: number) => /^[ -~]+$/.test(text) && text.length <= most;
  if (contentSecurityPolicy !== undefined) {
    const argument = "headers.contentSecurityPolicy";
    check(
      isLine(contentSecurityPolicy, 1783),
      argument,
      "must be 1 to 1783 characters of ASCII",
      contentSecurityPolicy,
    );
  }
  if (permissionsPolicy !== undefined) {
    const argument = "headers.permissionsPolicy";
    check(isLine(permissionsPolicy, 1783), argument, "must be 1 to 1783 characters of ASCII", permissionsPolicy);
  }
  checkTransport(check, strictTransportSecurity);
  const names = Object.keys(custom);
  check(names.length <= 9, "headers.custom", "must be at most 9 headers", names.length);
  for (const [name, value] of Object.entries(custom)) {
    check(/^[\w-]{1,256}$/.test(name), "headers.custom", "must have names of letters, digits, - and _", name);
    const isOther = !ownArguments.has(name.toLowerCase());
    check(isOther, "headers.custom", "must not hold a header that has an argument of its own", name);
    check(isLine(value, 1783), "headers.custom", "must have values of 1 to 1783 characters of ASCII", value);
  }
}

const ownArguments = new Set([
  "content-security-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
]);

function checkTransport(
  check: ArgumentCheck,
  transport: Exclude<SiteHeaders["strictTransportSecurity"], undefined>,
): void {
  const { maxAgeSeconds = 31_536_000, includeSubdomains = false, preload = false } = transport;
  const isAge = Number.isInteger(maxAgeSeconds) && maxAgeSeconds >= 0 && maxAgeSeconds <= 2_147_483_647;
  const argument = "headers.strictTransportSecurity";
  check(isAge, `${argument}.maxAgeSeconds`, "must be a whole number of seconds from 0 to 2147483647", maxAgeSeconds);
  // What the list asks for: https://hstspreload.org/#deployment-recommendations
  const isListed = !preload || (includeSubdomains && maxAgeSeconds >= 31_536_000);
  check(
    isListed,
    `${argument}.preload`,
    "must go with includeSubdomains and a maxAgeSeconds of a year or more",
    preload,
  );
}

/** The policy that puts the headers on, and takes off what tells of S3. */
export function headersPolicy(
  name: string,
  headers: SiteHeaders,
  parent: pulumi.Resource,
): aws.cloudfront.ResponseHeadersPolicy {
  const { frameOption = "DENY", referrerPolicy = "strict-origin-when-cross-origin", custom = {} } = headers;
  const {
    maxAgeSeconds = 31_536_000,
    includeSubdomains = false,
    preload = false,
  } = headers.strictTransportSecurity ?? {};
  const {
    contentSecurityPolicy = defaultPolicy(frameOption),
    permissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  } = headers;
  const items = Object.entries({ "Permissions-Policy": permissionsPolicy, ...custom });
  return new aws.cloudfront.ResponseHeadersPolicy(
    `${name}-headers`,
    {
      comment: `Headers of ${name}`,
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption, override: true },
        referrerPolicy: { referrerPolicy, override: true },
        strictTransportSecurity: {
          accessControlMaxAgeSec: maxAgeSeconds,
          includeSubdomains,
          preload,
          override: true,
        },
      },
      customHeadersConfig: { items: items.map(([header, value]) => ({ header, value, override: true })) },
      removeHeadersConfig: {
        items: ["Server", "x-amz-server-side-encryption", "x-amz-version-id"].map((header) => ({ header })),
      },
    },
    { parent },
  );
}

function defaultPolicy(frameOption: "DENY" | "SAMEORIGIN"): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameOption === "DENY" ? "'none'" : "'self'"}`,
  ].join("; ");
}
