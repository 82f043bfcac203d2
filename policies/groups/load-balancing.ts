import type { Group } from "../group";
import { lbAccessLogs } from "../rules/lb-access-logs";
import { lbDropInvalidHeaders } from "../rules/lb-drop-invalid-headers";
import { lbHttpRedirectsToHttps } from "../rules/lb-http-redirects-to-https";
import { lbMultiAz } from "../rules/lb-multi-az";
import { lbTlsPolicy } from "../rules/lb-tls-policy";
import { targetGroupHealthCheck } from "../rules/target-group-health-check";

/** Load balancers, their listeners and their target groups. */
export const loadBalancing: Group = {
  title: "Load balancing",
  rules: [lbAccessLogs, lbDropInvalidHeaders, lbHttpRedirectsToHttps, lbMultiAz, lbTlsPolicy, targetGroupHealthCheck],
};
