import assert from "node:assert/strict";
import type { SiteHeaders } from "../../../components/static-site/headers";
import { made } from "./made";

const policyOf = async (headers?: SiteHeaders) => (await made({ headers })).get("shop-headers").inputs;

describe("the headers of a site", () => {
  it("are strict unless told otherwise, and tell nothing of S3", async () => {
    assert.deepEqual(await policyOf(), {
      comment: "Headers of shop",
      securityHeadersConfig: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: true },
        strictTransportSecurity: {
          accessControlMaxAgeSec: 31_536_000,
          includeSubdomains: false,
          preload: false,
          override: true,
        },
      },
      customHeadersConfig: {
        items: [
          {
            header: "Permissions-Policy",
            value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            override: true,
          },
        ],
      },
      removeHeadersConfig: {
        items: [{ header: "Server" }, { header: "x-amz-server-side-encryption" }, { header: "x-amz-version-id" }],
      },
    });
  });

  it("are what they are told to be", async () => {
    const { securityHeadersConfig, customHeadersConfig } = await policyOf({
      contentSecurityPolicy: "default-src 'none'",
      strictTransportSecurity: { maxAgeSeconds: 63_072_000, includeSubdomains: true, preload: true },
      frameOption: "SAMEORIGIN",
      referrerPolicy: "no-referrer",
      permissionsPolicy: "geolocation=(self)",
      custom: { "Cross-Origin-Opener-Policy": "same-origin" },
    });
    assert.deepEqual(securityHeadersConfig, {
      contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'", override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "SAMEORIGIN", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      strictTransportSecurity: {
        accessControlMaxAgeSec: 63_072_000,
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    });
    assert.deepEqual(customHeadersConfig, {
      items: [
        { header: "Permissions-Policy", value: "geolocation=(self)", override: true },
        { header: "Cross-Origin-Opener-Policy", value: "same-origin", override: true },
      ],
    });
  });

  it("let the site frame itself in both of the headers that say so", async () => {
    const { securityHeadersConfig } = await policyOf({ frameOption: "SAMEORIGIN" });
    const { contentSecurityPolicy } = Object(securityHeadersConfig).contentSecurityPolicy;
    assert.match(contentSecurityPolicy, /; frame-ancestors 'self'$/);
  });

  const line = "must be 1 to 1783 characters of ASCII";
  const age = "strictTransportSecurity.maxAgeSeconds must be a whole number of seconds from 0 to 2147483647";
  const preload =
    "strictTransportSecurity.preload must go with includeSubdomains and a maxAgeSeconds of a year or more";
  const long = "x".repeat(1784);
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`X-${index}`, "1"]));
  const refused: [string, SiteHeaders][] = [
    [`contentSecurityPolicy ${line}, got ""`, { contentSecurityPolicy: "" }],
    [`contentSecurityPolicy ${line}, got "a\\nb"`, { contentSecurityPolicy: "a\nb" }],
    [`contentSecurityPolicy ${line}, got "${long}"`, { contentSecurityPolicy: long }],
    [`permissionsPolicy ${line}, got "é"`, { permissionsPolicy: "é" }],
    [`${age}, got -1`, { strictTransportSecurity: { maxAgeSeconds: -1 } }],
    [`${age}, got 0.5`, { strictTransportSecurity: { maxAgeSeconds: 0.5 } }],
    [`${preload}, got true`, { strictTransportSecurity: { preload: true } }],
    [
      `${preload}, got true`,
      { strictTransportSecurity: { preload: true, includeSubdomains: true, maxAgeSeconds: 86_400 } },
    ],
    ["custom must be at most 9 headers, got 10", { custom: many }],
    ['custom must have names of letters, digits, - and _, got "a b"', { custom: { "a b": "1" } }],
    [
      'custom must not hold a header that has an argument of its own, got "X-Frame-Options"',
      { custom: { "X-Frame-Options": "DENY" } },
    ],
    ['custom must have values of 1 to 1783 characters of ASCII, got "a\\r\\nb"', { custom: { A: "a\r\nb" } }],
  ];
  for (const [sentence, headers] of refused) {
    it(`are refused: ${sentence.slice(0, 120)}`, () =>
      assert.rejects(made({ headers }), { message: `static site "shop": headers.${sentence}` }));
  }
});
