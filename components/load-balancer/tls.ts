import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** The certificates of a listener, and how it speaks TLS. */
export interface Tls {
  /** The ARN of the certificate for clients that name no other host. */
  readonly certificateArn: pulumi.Input<string>;
  /** ARNs of certificates for further hosts (SNI), by a name of yours, e.g. the domain. @default none */
  readonly additionalCertificateArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The security policy: which protocols and ciphers are spoken. @default {@link defaultTlsPolicy} */
  readonly policy?: pulumi.Input<string>;
}

/** TLS with HTTP inside, where clients can be asked for a certificate of their own. */
export interface Https extends Tls {
  /** What is asked of clients' own certificates. @default nothing: clients need none */
  readonly mutual?: MutualTls;
}

/**
 * Certificates of clients (mutual TLS).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export type MutualTls =
  | {
      /** Servers get the client's certificate in a header and judge it themselves: the load balancer lets anyone in. */
      readonly mode: "passthrough";
    }
  | {
      /** Only clients with a certificate of a trusted authority get in; servers are told whose it is. */
      readonly mode: "verify";
      /** The ARN of the authorities that are trusted: see `TrustStore`. */
      readonly trustStoreArn: pulumi.Input<string>;
      /** Whether a certificate that has run out still counts. @default false */
      readonly ignoreExpiry?: boolean;
      /** Whether clients are told which authorities are trusted, so that they can choose the certificate. @default false */
      readonly advertiseCaNames?: boolean;
    };

/**
 * AWS's recommendation and its console's default: TLS 1.3 and, for older clients, TLS 1.2 with forward-secret AEAD
 * ciphers only; and a key exchange that a later quantum computer cannot undo, for clients that have it.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const defaultTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

/** Refuses a text that is no ARN of a trust store, such as its name. */
export function checkMutualTls(check: ArgumentCheck, argument: string, mutual: MutualTls | undefined): void {
  if (mutual?.mode !== "verify" || typeof mutual.trustStoreArn !== "string") return;
  const isArn = /^arn:[^:]+:elasticloadbalancing:/.test(mutual.trustStoreArn);
  const form = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/partners/0123456789abcdef";
  check(
    isArn,
    `${argument}.trustStoreArn`,
    `must be the ARN of a trust store, such as "${form}"`,
    mutual.trustStoreArn,
  );
}

/** What a listener asks of clients' certificates; undefined, as AWS has it, for nothing. */
export function mutualAuthentication(
  mutual: MutualTls | undefined,
): aws.types.input.lb.ListenerMutualAuthentication | undefined {
  if (mutual === undefined) return undefined;
  switch (mutual.mode) {
    case "passthrough":
      return { mode: "passthrough" };
    case "verify":
      return {
        mode: "verify",
        trustStoreArn: mutual.trustStoreArn,
        ignoreClientCertificateExpiry: mutual.ignoreExpiry ?? false,
        advertiseTrustStoreCaNames: mutual.advertiseCaNames ? "on" : "off",
      };
  }
}

/** The certificates of a listener besides its first, each called after its host. */
export function furtherCertificates(
  name: string,
  listener: aws.lb.Listener,
  { additionalCertificateArns = {} }: Tls,
  parent: pulumi.Resource,
): void {
  for (const [host, certificateArn] of Object.entries(additionalCertificateArns)) {
    new aws.lb.ListenerCertificate(`${name}-${host}`, { listenerArn: listener.arn, certificateArn }, { parent });
  }
}
