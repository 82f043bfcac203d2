import type { Group } from "../group";
import { apigwAccessLogs } from "../rules/apigw-access-logs";
import { apigwCache } from "../rules/apigw-cache";
import { apigwCacheEncrypted } from "../rules/apigw-cache-encrypted";
import { apigwClientCertificate } from "../rules/apigw-client-certificate";
import { apigwCors } from "../rules/apigw-cors";
import { apigwEndpointType } from "../rules/apigw-endpoint-type";
import { apigwExecutionLogs } from "../rules/apigw-execution-logs";
import { apigwMethodAuthorized } from "../rules/apigw-method-authorized";
import { apigwNoDataTrace } from "../rules/apigw-no-data-trace";
import { apigwPrivatePolicy } from "../rules/apigw-private-policy";
import { apigwRequestValidation } from "../rules/apigw-request-validation";
import { apigwThrottling } from "../rules/apigw-throttling";
import { apigwTls } from "../rules/apigw-tls";
import { apigwUsagePlan } from "../rules/apigw-usage-plan";
import { apigwWaf } from "../rules/apigw-waf";
import { apigwXray } from "../rules/apigw-xray";
import { apigwv2RouteAuthorized } from "../rules/apigwv2-route-authorized";
import { eventBusNotOpen } from "../rules/event-bus-not-open";
import { lambdaCodeSigning } from "../rules/lambda-code-signing";
import { lambdaConcurrency } from "../rules/lambda-concurrency";
import { lambdaDeadLetter } from "../rules/lambda-dead-letter";
import { lambdaEnvCmk } from "../rules/lambda-env-cmk";
import { lambdaEnvNoSecrets } from "../rules/lambda-env-no-secrets";
import { lambdaEventSourceFailure } from "../rules/lambda-event-source-failure";
import { lambdaInVpc } from "../rules/lambda-in-vpc";
import { lambdaLogGroup } from "../rules/lambda-log-group";
import { lambdaNotPublic } from "../rules/lambda-not-public";
import { lambdaPermissionSource } from "../rules/lambda-permission-source";
import { lambdaRuntime } from "../rules/lambda-runtime";
import { lambdaTimeoutMemory } from "../rules/lambda-timeout-memory";
import { lambdaTracing } from "../rules/lambda-tracing";
import { lambdaUrlCors } from "../rules/lambda-url-cors";
import { lambdaVpcMultiAz } from "../rules/lambda-vpc-multi-az";
import { snsDeliveryLogging } from "../rules/sns-delivery-logging";
import { snsEncrypted } from "../rules/sns-encrypted";
import { snsNotPublic } from "../rules/sns-not-public";
import { snsTlsOnly } from "../rules/sns-tls-only";
import { sqsDeadLetter } from "../rules/sqs-dead-letter";
import { sqsEncrypted } from "../rules/sqs-encrypted";
import { sqsNotPublic } from "../rules/sqs-not-public";
import { sqsTlsOnly } from "../rules/sqs-tls-only";

/** API Gateway, Lambda, SNS, SQS and EventBridge. */
export const apiServerlessMessaging: Group = {
  title: "API, serverless, messaging",
  rules: [
    apigwAccessLogs,
    apigwCache,
    apigwCacheEncrypted,
    apigwClientCertificate,
    apigwCors,
    apigwEndpointType,
    apigwExecutionLogs,
    apigwMethodAuthorized,
    apigwNoDataTrace,
    apigwPrivatePolicy,
    apigwRequestValidation,
    apigwThrottling,
    apigwTls,
    apigwUsagePlan,
    apigwWaf,
    apigwXray,
    apigwv2RouteAuthorized,
    eventBusNotOpen,
    lambdaCodeSigning,
    lambdaConcurrency,
    lambdaDeadLetter,
    lambdaEnvCmk,
    lambdaEnvNoSecrets,
    lambdaEventSourceFailure,
    lambdaInVpc,
    lambdaLogGroup,
    lambdaNotPublic,
    lambdaPermissionSource,
    lambdaRuntime,
    lambdaTimeoutMemory,
    lambdaTracing,
    lambdaUrlCors,
    lambdaVpcMultiAz,
    snsDeliveryLogging,
    snsEncrypted,
    snsNotPublic,
    snsTlsOnly,
    sqsDeadLetter,
    sqsEncrypted,
    sqsNotPublic,
    sqsTlsOnly,
  ],
};
