import type { ArgumentCheck } from "../argument-checks";
import type { listenerAttributeNames, Stated } from "./attribute-names";
import type { Https } from "./tls";

/** What the load balancer tells servers of a request besides what the client said. */
export interface RequestHeaders {
  /** Whether the Host header stays as the client wrote it; otherwise the load balancer adds the port to it. @default false */
  readonly preserveHost?: boolean;
  /**
   * What becomes of X-Forwarded-For: the client's address is appended, or the header stays as it came, which a client can
   * forge, or it is removed.
   *
   * @default "append"
   */
  readonly forwardedFor?: "append" | "preserve" | "remove";
  /** Whether X-Forwarded-For has the client's port as well. @default false */
  readonly clientPort?: boolean;
  /** Whether the version and the cipher of TLS are told. @default false */
  readonly tls?: boolean;
  /** Other names for the headers that tell of TLS and of the client's certificate. @default AWS's names */
  readonly names?: Partial<Readonly<Record<TlsHeader, string>>>;
}

/** The headers that can be called otherwise, and what must be on for them to be sent. */
const tlsHeaders = {
  tlsVersion: "tls",
  cipherSuite: "tls",
  clientCertificate: "passthrough",
  leaf: "verify",
  subject: "verify",
  issuer: "verify",
  serialNumber: "verify",
  validity: "verify",
} as const;

type TlsHeader = keyof typeof tlsHeaders;

/** @throws when a header is renamed that is not sent, or gets no name, or one that is taken. */
export function checkRequestHeaders(check: ArgumentCheck, headers: RequestHeaders, tls: Https | "none"): void {
  const { tls: toldOfTls = false, names = {} } = headers;
  check(tls !== "none" || !toldOfTls, "requestHeaders.tls", "must be false over plain HTTP", toldOfTls);
  const mode = tls === "none" ? undefined : tls.mutual?.mode;
  const entries = Object.entries(names);
  for (const [header, name] of entries) {
    const argument = `requestHeaders.names.${header}`;
    const needs = Object.hasOwn(tlsHeaders, header) ? tlsHeaders[header as TlsHeader] : undefined;
    check(needs !== undefined, "requestHeaders.names", `must be of ${Object.keys(tlsHeaders).join(", ")}`, header);
    const isSent = needs === "tls" ? toldOfTls : needs === mode;
    const on = needs === "tls" ? "requestHeaders.tls true" : `tls.mutual.mode "${needs}"`;
    check(isSent, argument, `must come with ${on}: the header is not sent otherwise`, name);
    check(/^[A-Za-z0-9-]+$/.test(name), argument, "must be letters, digits and hyphens", name);
  }
  const taken = entries.map(([, name]) => name.toLowerCase());
  const repeated = taken.find((name, index) => taken.indexOf(name) < index);
  check(repeated === undefined, "requestHeaders.names", "must not repeat a name", repeated);
}

/** The other names as a listener states them: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html */
export function headerNames({ names = {} }: RequestHeaders) {
  return {
    routingHttpRequestXAmznTlsVersionHeaderName: names.tlsVersion,
    routingHttpRequestXAmznTlsCipherSuiteHeaderName: names.cipherSuite,
    routingHttpRequestXAmznMtlsClientcertHeaderName: names.clientCertificate,
    routingHttpRequestXAmznMtlsClientcertLeafHeaderName: names.leaf,
    routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: names.subject,
    routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: names.issuer,
    routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: names.serialNumber,
    routingHttpRequestXAmznMtlsClientcertValidityHeaderName: names.validity,
  } as const satisfies Stated<typeof listenerAttributeNames>;
}
