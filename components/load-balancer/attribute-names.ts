import type * as aws from "@pulumi/aws";

/** What inputs of a load balancer are called as attributes of AWS, for Kubernetes, which states them by name. */
export const balancerAttributeNames = {
  dropInvalidHeaderFields: "routing.http.drop_invalid_header_fields.enabled",
  desyncMitigationMode: "routing.http.desync_mitigation_mode",
  enableDeletionProtection: "deletion_protection.enabled",
  enableZonalShift: "zonal_shift.config.enabled",
  idleTimeout: "idle_timeout.timeout_seconds",
  clientKeepAlive: "client_keep_alive.seconds",
  enableHttp2: "routing.http2.enabled",
  enableWafFailOpen: "waf.fail_open.enabled",
  preserveHostHeader: "routing.http.preserve_host_header.enabled",
  xffHeaderProcessingMode: "routing.http.xff_header_processing.mode",
  enableXffClientPort: "routing.http.xff_client_port.enabled",
  enableTlsVersionAndCipherSuiteHeaders: "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
} as const satisfies Partial<Record<keyof aws.lb.LoadBalancerArgs, string>>;

/** What inputs of a listener are called as attributes of AWS. */
export const listenerAttributeNames = {
  routingHttpRequestXAmznTlsVersionHeaderName: "routing.http.request.x_amzn_tls_version.header_name",
  routingHttpRequestXAmznTlsCipherSuiteHeaderName: "routing.http.request.x_amzn_tls_cipher_suite.header_name",
  routingHttpRequestXAmznMtlsClientcertHeaderName: "routing.http.request.x_amzn_mtls_clientcert.header_name",
  routingHttpRequestXAmznMtlsClientcertLeafHeaderName: "routing.http.request.x_amzn_mtls_clientcert_leaf.header_name",
  routingHttpRequestXAmznMtlsClientcertSubjectHeaderName:
    "routing.http.request.x_amzn_mtls_clientcert_subject.header_name",
  routingHttpRequestXAmznMtlsClientcertIssuerHeaderName:
    "routing.http.request.x_amzn_mtls_clientcert_issuer.header_name",
  routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName:
    "routing.http.request.x_amzn_mtls_clientcert_serial_number.header_name",
  routingHttpRequestXAmznMtlsClientcertValidityHeaderName:
    "routing.http.request.x_amzn_mtls_clientcert_validity.header_name",
  routingHttpResponseServerEnabled: "routing.http.response.server.enabled",
  routingHttpResponseStrictTransportSecurityHeaderValue: "routing.http.response.strict_transport_security.header_value",
  routingHttpResponseXContentTypeOptionsHeaderValue: "routing.http.response.x_content_type_options.header_value",
  routingHttpResponseXFrameOptionsHeaderValue: "routing.http.response.x_frame_options.header_value",
  routingHttpResponseContentSecurityPolicyHeaderValue: "routing.http.response.content_security_policy.header_value",
} as const satisfies Partial<Record<keyof aws.lb.ListenerArgs, string>>;

/** Values that are known before anything is made, by the inputs that state them. */
export type Stated<Names> = { readonly [Input in keyof Names]?: string | number | boolean | undefined };

/** The attributes that are stated, by AWS's names. */
export function named<Names extends Readonly<Record<string, string>>>(
  inputs: Stated<Names>,
  names: Names,
): Record<string, string> {
  const entries = Object.entries(names).map(([input, name]) => [name, inputs[input]] as const);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
