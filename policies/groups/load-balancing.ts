import type { Group } from "../group";
import { clbConnectionDraining } from "../rules/clb-connection-draining";
import { clbNotUsed } from "../rules/clb-not-used";
import { lbAccessLogs } from "../rules/lb-access-logs";
import { lbCrossZone } from "../rules/lb-cross-zone";
import { lbDeletionProtection } from "../rules/lb-deletion-protection";
import { lbDesyncMode } from "../rules/lb-desync-mode";
import { lbDropInvalidHeaders } from "../rules/lb-drop-invalid-headers";
import { lbHttpRedirectsToHttps } from "../rules/lb-http-redirects-to-https";
import { lbInternalUnlessApproved } from "../rules/lb-internal-unless-approved";
import { lbListenerCertificate } from "../rules/lb-listener-certificate";
import { lbLog4jRule } from "../rules/lb-log4j-rule";
import { lbMixedPublicPrivate } from "../rules/lb-mixed-public-private";
import { lbMultiAz } from "../rules/lb-multi-az";
import { lbSecureListeners } from "../rules/lb-secure-listeners";
import { lbSecurityGroups } from "../rules/lb-security-groups";
import { lbTargetGroupProtocol } from "../rules/lb-target-group-protocol";
import { lbTlsPolicy } from "../rules/lb-tls-policy";
import { lbWaf } from "../rules/lb-waf";
import { lbWafFailOpenOff } from "../rules/lb-waf-fail-open-off";
import { targetGroupDeregistrationDelay } from "../rules/target-group-deregistration-delay";
import { targetGroupHasTargets } from "../rules/target-group-has-targets";
import { targetGroupHealthCheck } from "../rules/target-group-health-check";

/** Load balancers, their listeners and their target groups. */
export const loadBalancing: Group = {
  title: "Load balancing",
  rules: [
    clbConnectionDraining,
    clbNotUsed,
    lbAccessLogs,
    lbCrossZone,
    lbDeletionProtection,
    lbDesyncMode,
    lbDropInvalidHeaders,
    lbHttpRedirectsToHttps,
    lbInternalUnlessApproved,
    lbListenerCertificate,
    lbLog4jRule,
    lbMixedPublicPrivate,
    lbMultiAz,
    lbSecureListeners,
    lbSecurityGroups,
    lbTargetGroupProtocol,
    lbTlsPolicy,
    lbWaf,
    lbWafFailOpenOff,
    targetGroupDeregistrationDelay,
    targetGroupHasTargets,
    targetGroupHealthCheck,
  ],
};
