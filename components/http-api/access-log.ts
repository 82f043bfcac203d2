/** What is logged of a request, by a name: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
const everyApi = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  sourceIp: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  path: "$context.path",
  protocol: "$context.protocol",
  status: "$context.status",
  responseLength: "$context.responseLength",
  responseLatency: "$context.responseLatency",
  integrationStatus: "$context.integration.status",
  integrationLatency: "$context.integrationLatency",
  integrationError: "$context.integrationErrorMessage",
  authorizerError: "$context.authorizer.error",
};

/** The lines of an access log, in JSON, which CloudWatch Logs Insights reads field by field. */
export const accessLogFormat = {
  http: JSON.stringify({ ...everyApi, routeKey: "$context.routeKey" }),
  rest: JSON.stringify({
    ...everyApi,
    resourcePath: "$context.resourcePath",
    tlsVersion: "$context.tlsVersion",
    cipherSuite: "$context.cipherSuite",
    apiKeyId: "$context.identity.apiKeyId",
    wafStatus: "$context.waf.status",
  }),
};
