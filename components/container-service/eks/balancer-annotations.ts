import * as pulumi from "@pulumi/pulumi";
import type { Tls } from "../../load-balancer";
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
