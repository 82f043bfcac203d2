import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancerSettings } from "../../load-balancer";
import { balancerAttributeNames, listenerAttributeNames, named } from "../../load-balancer/attribute-names";
import { balancerAttributes, namedLogs } from "../../load-balancer/attributes";
import { headerNames } from "../../load-balancer/request-headers";
import { responseHeaderInputs } from "../../load-balancer/response-headers";
import type { MutualTls, Tls } from "../../load-balancer/tls";
import type { Service } from "../service";

/** `key=value,key=value`: how annotations hold attributes. */
export function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
}

/** The first certificate is for clients that name no host of the others. */
export function certificates({ certificateArn, additionalCertificateArns = {} }: Tls): pulumi.Output<string> {
  return pulumi.all([certificateArn, ...Object.values(additionalCertificateArns)]).apply((arns) => arns.join(","));
}

/** What an application balancer does, and where its logs go. */
export function loadBalancerAttributes(settings: LoadBalancerSettings, bucket: string): string {
  return attributes({ ...namedLogs(settings, bucket), ...named(balancerAttributes(settings), balancerAttributeNames) });
}

/** What the listener that serves adds to answers and tells of requests. */
export function listenerAttributes({ tls, requestHeaders, responseHeaders }: LoadBalancerSettings): string {
  const inputs = { ...headerNames(requestHeaders), ...responseHeaderInputs(responseHeaders, tls !== "none") };
  return attributes(named(inputs, listenerAttributeNames));
}

/** What the listener for HTTPS asks of clients' certificates. */
export function mutualAuthentication(mutual: MutualTls): pulumi.Output<string> {
  const port = 443;
  switch (mutual.mode) {
    case "passthrough":
      return pulumi.jsonStringify([{ port, mode: "passthrough" }]);
    case "verify":
      return pulumi.jsonStringify([
        {
          port,
          mode: "verify",
          trustStore: mutual.trustStoreArn,
          ignoreClientCertificateExpiry: mutual.ignoreExpiry ?? false,
          advertiseTrustStoreCaNames: mutual.advertiseCaNames ? "on" : "off",
        },
      ]);
  }
}

/** How an application balancer's target group treats pods that leave, and clients that come back. */
export function targetAttributes({ deregistrationDelaySeconds, stickiness }: Service): string {
  const delay = { "deregistration_delay.timeout_seconds": String(deregistrationDelaySeconds) };
  if (stickiness === "none") return attributes({ ...delay, "stickiness.enabled": "false" });
  const seconds = String(stickiness.durationSeconds ?? 86400);
  const sticks: Record<string, string> =
    stickiness.type === "loadBalancerCookie"
      ? { "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": seconds }
      : {
          "stickiness.type": "app_cookie",
          "stickiness.app_cookie.cookie_name": stickiness.cookieName,
          "stickiness.app_cookie.duration_seconds": seconds,
        };
  return attributes({ ...delay, "stickiness.enabled": "true", ...sticks });
}
