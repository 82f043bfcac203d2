import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";
import { checkRange } from "./health-check";

/** A cookie that ties a client to a server: the load balancer's own, or one that follows the app's. */
export type Stickiness =
  | "none"
  | {
      readonly type: "loadBalancerCookie";
      /** How long a client is tied, 1–604800. @default 86400, a day */
      readonly durationSeconds?: number;
    }
  | {
      readonly type: "appCookie";
      /** The app's cookie. */
      readonly cookieName: string;
      /** How long a client is tied, 1–604800. @default 86400, a day */
      readonly durationSeconds?: number;
    };

const aDay = 86400;

export function checkStickiness(check: ArgumentCheck, stickiness: Stickiness): void {
  if (stickiness === "none") return;
  checkRange(check, "stickiness.durationSeconds", stickiness.durationSeconds ?? aDay, 1, 604800);
  if (stickiness.type !== "appCookie") return;
  const own = stickiness.cookieName.length > 0 && !stickiness.cookieName.startsWith("AWSALB");
  check(own, "stickiness.cookieName", "must be a name that does not begin with AWSALB", stickiness.cookieName);
}

export function stickinessInput(stickiness: Stickiness): aws.types.input.lb.TargetGroupStickiness {
  // Stated even when off: a missing block would leave a stickiness that was once on.
  if (stickiness === "none") return { enabled: false, type: "lb_cookie" };
  const cookieDuration = stickiness.durationSeconds ?? aDay;
  switch (stickiness.type) {
    case "loadBalancerCookie":
      return { enabled: true, type: "lb_cookie", cookieDuration };
    case "appCookie":
      return { enabled: true, type: "app_cookie", cookieDuration, cookieName: stickiness.cookieName };
  }
}
