import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { ApiDomain } from "../http-api/api-domain";

/** From where an API is reached. */
export type RestEndpoint = { readonly type: "regional" } | PrivateEndpoint;

/** From within networks alone. */
export interface PrivateEndpoint {
  readonly type: "private";
  /** The ids of interface endpoints of `execute-api`, through which calls must come; at least one. */
  readonly vpcEndpointIds: readonly pulumi.Input<string>[];
}

/** How callers speak TLS with the API, and with its domain. */
export interface TlsArgs {
  /**
   * The protocols and ciphers that it takes. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
   *
   * @default "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09": TLS 1.3 and 1.2 with forward secrecy, post-quantum where callers have it
   */
  readonly securityPolicy?: string;
  /** Whether the host that TLS is asked for must be the API's, and the endpoint of its own type. @default "strict" */
  readonly endpointAccessMode?: "strict" | "basic";
}

const defaultSecurityPolicy = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html */
export function checkEndpoint(check: ArgumentCheck, endpoint: RestEndpoint, tls: TlsArgs, domain?: ApiDomain): void {
  const { securityPolicy = defaultSecurityPolicy, endpointAccessMode } = tls;
  const isPolicy = /^(SecurityPolicy_[A-Za-z0-9_]+|TLS_1_2)$/.test(securityPolicy);
  check(isPolicy, "securityPolicy", "must begin with SecurityPolicy_, or be TLS_1_2", securityPolicy);
  const isMode = endpointAccessMode === undefined || securityPolicy !== "TLS_1_2";
  check(isMode, "endpointAccessMode", "must be left out with TLS_1_2, which has none", endpointAccessMode);
  if (domain?.mutualTls) {
    check(securityPolicy === "TLS_1_2", "securityPolicy", "must be TLS_1_2 for domain.mutualTls", securityPolicy);
  }
  if (endpoint.type === "regional") return;
  const ids = endpoint.vpcEndpointIds;
  check(ids.length > 0, "endpoint.vpcEndpointIds", "must hold at least one endpoint", ids);
  check(domain === undefined, "domain", "must be left out for a private API", domain?.domainName);
}

export function tlsInput({ securityPolicy = defaultSecurityPolicy, endpointAccessMode = "strict" }: TlsArgs) {
  return securityPolicy === "TLS_1_2"
    ? { securityPolicy }
    : { securityPolicy, endpointAccessMode: endpointAccessMode.toUpperCase() };
}

/**
 * Who may call at all, whatever the routes say: what comes through the stated endpoints.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function privatePolicy(
  name: string,
  api: aws.apigateway.RestApi,
  { vpcEndpointIds }: PrivateEndpoint,
  parent: pulumi.Resource,
): aws.apigateway.RestApiPolicy {
  const calls = { Principal: "*", Action: "execute-api:Invoke", Resource: pulumi.interpolate`${api.executionArn}/*` };
  return new aws.apigateway.RestApiPolicy(
    `${name}-policy`,
    {
      restApiId: api.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", ...calls, Condition: { StringEquals: { "aws:SourceVpce": vpcEndpointIds } } },
          { Effect: "Deny", ...calls, Condition: { StringNotEquals: { "aws:SourceVpce": vpcEndpointIds } } },
        ],
      }),
    },
    { parent },
  );
}
