import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { Capacity } from "./capacity";
import { type ProcessArgs, processOptions } from "./health-check";
import { checkNumber, type Options } from "./options";

/**
 * Behind an Application Load Balancer of yours that several environments share, such as a `ServiceBalancer`: its access
 * logs, TLS, redirection and protection are its own. Elastic Beanstalk adds a rule to one of its listeners, which must
 * not be changed afterwards (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environments-cfg-alb-shared.html).
 */
export interface SharedBalancerTier extends ProcessArgs {
  readonly type: "sharedBalancer";
  /** The ARN of the load balancer, in the environment's VPC. It cannot be exchanged later. */
  readonly loadBalancerArn: pulumi.Input<string>;
  /** Its security group, which gets a rule that lets it reach the instances. */
  readonly securityGroupId: pulumi.Input<string>;
  /** The port of the listener that gets the rule, 1–65535. @default 443 */
  readonly listenerPort?: number;
  /** Hosts whose requests are this environment's, besides its own CNAME; with the paths at most four. @default none */
  readonly hosts?: readonly string[];
  /** Paths of these hosts that are this environment's: `/api/*`. @default all */
  readonly paths?: readonly string[];
  /** Its place among the rules of all environments that share the load balancer, 1–1000, lower first. @default 1 */
  readonly priority?: number;
  /** How many instances there are. @default 2 to 4 in dev, 3 to 6 in prod */
  readonly capacity?: Capacity;
}

export function readSharedBalancer(check: ArgumentCheck, tier: SharedBalancerTier): Options {
  const { loadBalancerArn, securityGroupId, listenerPort = 443, hosts = [], paths = [], priority } = tier;
  if (typeof loadBalancerArn === "string") {
    const isArn = /^arn:[a-z-]+:elasticloadbalancing:[^:]+:\d{12}:loadbalancer\/app\/(?!awseb)/.test(loadBalancerArn);
    const form = "must be the ARN of an Application Load Balancer that is not Elastic Beanstalk's own";
    check(isArn, "tier.loadBalancerArn", form, loadBalancerArn);
  }
  const isPort = Number.isInteger(listenerPort) && listenerPort >= 1 && listenerPort <= 65535;
  check(isPort, "tier.listenerPort", "must be a whole number between 1 and 65535", listenerPort);
  checkPatterns(check, "hosts", hosts, /^[A-Za-z0-9*?.-]+$/);
  checkPatterns(check, "paths", paths, /^\/[A-Za-z0-9*?/_.$~"'@:+&-]*$/);
  // One of the five conditions is the environment's CNAME.
  const conditions = hosts.length + paths.length;
  check(conditions <= 4, "tier.hosts", "must make at most 4 conditions with tier.paths", conditions);
  checkNumber(check, "tier.priority", ["aws:elbv2:listenerrule:*", "Priority"], priority);
  const hasRule = conditions > 0 || priority !== undefined;
  return {
    ...processOptions(check, tier),
    "aws:elasticbeanstalk:environment": {
      EnvironmentType: "LoadBalanced",
      LoadBalancerType: "application",
      LoadBalancerIsShared: true,
    },
    "aws:elbv2:loadbalancer": { SharedLoadBalancer: loadBalancerArn, SecurityGroups: securityGroupId },
    // Without a rule of its own, an environment gets the requests for its CNAME.
    [`aws:elbv2:listener:${listenerPort}`]: { Rules: hasRule ? "app" : "default" },
    ...(hasRule && {
      "aws:elbv2:listenerrule:app": {
        HostHeaders: hosts.join(",") || undefined,
        PathPatterns: paths.join(",") || undefined,
        Priority: priority ?? 1,
        Process: "default",
      },
    }),
  };
}

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html#command-options-general-elbv2-listenerrule */
function checkPatterns(check: ArgumentCheck, argument: string, patterns: readonly string[], form: RegExp): void {
  for (const pattern of patterns) {
    const wildcards = pattern.replaceAll(/[^*?]/g, "").length;
    const holds = form.test(pattern) && pattern.length <= 128 && wildcards <= 3;
    check(holds, `tier.${argument}`, "must be patterns of at most 128 characters and three wildcards", pattern);
  }
}
