import type { Group } from "../group";
import { acmDnsValidation } from "../rules/acm-dns-validation";
import { acmImportedNotExpired } from "../rules/acm-imported-not-expired";
import { acmKeyLength } from "../rules/acm-key-length";
import { acmNoWildcard } from "../rules/acm-no-wildcard";
import { acmTransparency } from "../rules/acm-transparency";
import { cloudfrontCustomCertificate } from "../rules/cloudfront-custom-certificate";
import { cloudfrontDefaultRootObject } from "../rules/cloudfront-default-root-object";
import { cloudfrontEnabled } from "../rules/cloudfront-enabled";
import { cloudfrontGeo } from "../rules/cloudfront-geo";
import { cloudfrontHsts } from "../rules/cloudfront-hsts";
import { cloudfrontHttp2Compress } from "../rules/cloudfront-http2-compress";
import { cloudfrontHttpsViewers } from "../rules/cloudfront-https-viewers";
import { cloudfrontLogging } from "../rules/cloudfront-logging";
import { cloudfrontOriginExists } from "../rules/cloudfront-origin-exists";
import { cloudfrontOriginFailover } from "../rules/cloudfront-origin-failover";
import { cloudfrontOriginHttps } from "../rules/cloudfront-origin-https";
import { cloudfrontOriginTls } from "../rules/cloudfront-origin-tls";
import { cloudfrontResponseHeaders } from "../rules/cloudfront-response-headers";
import { cloudfrontS3Oac } from "../rules/cloudfront-s3-oac";
import { cloudfrontSni } from "../rules/cloudfront-sni";
import { cloudfrontTlsVersion } from "../rules/cloudfront-tls-version";
import { cloudfrontWaf } from "../rules/cloudfront-waf";
import { globalAcceleratorFlowLogs } from "../rules/global-accelerator-flow-logs";
import { route53Dnssec } from "../rules/route53-dnssec";
import { route53FailoverHasHealthCheck } from "../rules/route53-failover-has-health-check";
import { route53QueryLogging } from "../rules/route53-query-logging";
import { route53RecordTargetExists } from "../rules/route53-record-target-exists";
import { route53TransferLock } from "../rules/route53-transfer-lock";
import { route53WeightsComplete } from "../rules/route53-weights-complete";
import { wafHasRules } from "../rules/waf-has-rules";
import { wafKnownBadInputs } from "../rules/waf-known-bad-inputs";
import { wafLogging } from "../rules/waf-logging";
import { wafMetrics } from "../rules/waf-metrics";

/** CloudFront, Route 53, certificates, web firewalls and accelerators. */
export const edgeAndDns: Group = {
  title: "Edge and DNS",
  rules: [
    acmDnsValidation,
    acmImportedNotExpired,
    acmKeyLength,
    acmNoWildcard,
    acmTransparency,
    cloudfrontCustomCertificate,
    cloudfrontDefaultRootObject,
    cloudfrontEnabled,
    cloudfrontGeo,
    cloudfrontHsts,
    cloudfrontHttp2Compress,
    cloudfrontHttpsViewers,
    cloudfrontLogging,
    cloudfrontOriginExists,
    cloudfrontOriginFailover,
    cloudfrontOriginHttps,
    cloudfrontOriginTls,
    cloudfrontResponseHeaders,
    cloudfrontS3Oac,
    cloudfrontSni,
    cloudfrontTlsVersion,
    cloudfrontWaf,
    globalAcceleratorFlowLogs,
    route53Dnssec,
    route53FailoverHasHealthCheck,
    route53QueryLogging,
    route53RecordTargetExists,
    route53TransferLock,
    route53WeightsComplete,
    wafHasRules,
    wafKnownBadInputs,
    wafLogging,
    wafMetrics,
  ],
};
