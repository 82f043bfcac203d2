import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkCountry } from "./country";
import { addressCapacity, addressRule, readAddresses } from "./web-acl/addresses";
import { dataProtection, readRedaction, readWebAclLogs, type WebAclLogs, webAclLog } from "./web-acl/logs";
import { type ManagedGroup, managedGroupRules } from "./web-acl/managed-group-rule";
import { type RateLimit, rateRule } from "./web-acl/rate-limit";
import { type AclRule, ruleInput, visibility } from "./web-acl/rule";

/** Arguments of {@link WebAcl}. */
export interface WebAclArgs {
  /** What it protects: load balancers and APIs of its region, or CloudFront, whose web ACLs all are in us-east-1. */
  readonly scope: "regional" | "cloudfront";
  /**
   * AWS's groups of rules. They cost no more than a rule, 1 USD a month, but for `botControl`: 10 USD a month and, for
   * each million requests, 1 USD (10 USD if it is `targeted`). https://aws.amazon.com/waf/pricing/
   *
   * @default ipReputation, commonRuleSet and knownBadInputs
   */
  readonly managedGroups?: readonly ManagedGroup[];
  /** How many requests one client may make; above, it is blocked until it makes fewer. @default 2000 of an address in 5 minutes */
  readonly rateLimit?: RateLimit | "none";
  /** Ranges (CIDR, IPv4 and IPv6) that no further rule looks at. @default none */
  readonly allowAddresses?: readonly string[];
  /** Ranges (CIDR, IPv4 and IPv6) that are blocked. @default none */
  readonly blockAddresses?: readonly string[];
  /** Countries whose requests are blocked, by ISO 3166 codes of two letters. @default none */
  readonly blockCountries?: readonly string[];
  /** What is done with a request that no rule matches. `"block"` leaves only `allowAddresses`. @default "allow" */
  readonly defaultAction?: "allow" | "block";
  /** Whether rules do what they say. `"count"` only counts what they match: to try them out. @default "block" */
  readonly mode?: "block" | "count";
  /** The log of requests. @default kept for 365 days in prod, 14 in dev, without the authorization and cookie headers */
  readonly logs?: WebAclLogs | "none";
}

/**
 * A firewall for web requests: AWS's own rules, a limit on requests, and lists of addresses and countries.
 *
 * Rules are asked in this order: allowed addresses, blocked ones, countries, the rate limit, AWS's groups.
 *
 * @example
 * import { WebAcl } from "./components/web-acl";
 *
 * const acl = new WebAcl("shop-acl", {
 *   scope: "regional",
 *   managedGroups: [
 *     "ipReputation",
 *     { group: "commonRuleSet", count: ["SizeRestrictions_BODY"], exceptPaths: ["/upload"] },
 *     "knownBadInputs",
 *     "sqlDatabase",
 *   ],
 *   rateLimit: { requests: 500, windowSeconds: 60 },
 * });
 */
export class WebAcl extends pulumi.ComponentResource {
  /** The ARN, by which a load balancer, a stage of an API or a distribution takes it. */
  readonly webAclArn: pulumi.Output<string>;

  /** @throws when an argument is not one that AWS takes, or the rules need more than 5000 capacity units. */
  constructor(name: string, args: WebAclArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:WebAcl", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "web ACL", name);
    const { scope, defaultAction = "allow", mode = "block", logs = {} } = args;
    // It is the name of the web ACL's metrics: https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html
    const isName = /^[\w-]{1,100}$/.test(name) && !["All", "Default_Action"].includes(name);
    check(isName, "name", "must be at most 100 letters, digits, - and _, as its metrics are called after it", name);
    const allowed = readAddresses(check, "allowAddresses", args.allowAddresses ?? []);
    const blocked = readAddresses(check, "blockAddresses", args.blockAddresses ?? []);
    const countries = countryRules(check, args.blockCountries ?? []);
    const rate = args.rateLimit === "none" ? [] : [rateRule(check, args.rateLimit ?? {})];
    const groups = managedGroupRules(check, args.managedGroups ?? ["ipReputation", "commonRuleSet", "knownBadInputs"]);
    const isConsistent = mode === "block" || defaultAction === "allow";
    check(isConsistent, "defaultAction", 'must be "allow" where mode is "count"', defaultAction);
    const redaction = readRedaction(check, logs === "none" ? {} : (logs.redact ?? {}));
    const logSettings = logs === "none" ? undefined : readWebAclLogs(check, logs);
    const units = [...countries, ...rate, ...groups].reduce((sum, { capacity }) => sum + capacity, 0);
    checkCapacity(check, name, units + addressCapacity(allowed) + addressCapacity(blocked), this);

    const place = { scope: scope.toUpperCase(), region: scope === "cloudfront" ? "us-east-1" : undefined };
    const rules = [
      ...(allowed.length > 0 ? [addressRule(name, "allow", allowed, place, this)] : []),
      ...(blocked.length > 0 ? [addressRule(name, "block", blocked, place, this)] : []),
      ...countries,
      ...rate,
      ...groups,
    ];
    const acl = new aws.wafv2.WebAcl(
      `${name}-acl`,
      {
        ...place,
        defaultAction: { [defaultAction]: {} },
        rules: rules.map((rule, index) => ruleInput(mode === "count" ? counting(rule) : rule, index)),
        visibilityConfig: visibility(name),
        dataProtectionConfig: dataProtection(redaction),
        tags: { Name: name },
      },
      { parent: this },
    );
    if (logSettings) webAclLog(name, acl, logSettings, redaction, place.region, this);

    this.webAclArn = acl.arn;
    this.registerOutputs({ webAclArn: this.webAclArn });
  }
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-geo-match.html */
function countryRules(check: ArgumentCheck, countryCodes: readonly string[]): AclRule[] {
  for (const code of countryCodes) checkCountry(check, "blockCountries", code);
  const repeated = countryCodes.find((code, index) => countryCodes.indexOf(code) < index);
  check(repeated === undefined, "blockCountries", "must not repeat a country", repeated);
  if (countryCodes.length === 0) return [];
  const statement = { geoMatchStatement: { countryCodes: [...countryCodes] } };
  return [{ name: "block-countries", action: "block", statement, capacity: 1 }];
}

/**
 * AWS refuses more than 5000 units, and charges for each request once there are more than 1500.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html
 */
function checkCapacity(check: ArgumentCheck, name: string, units: number, component: WebAcl): void {
  check(units <= 5000, "managedGroups", "must need at most 5000 capacity units with the other rules", units);
  if (units <= 1500) return;
  const sentence = `web ACL "${name}" needs ${units} capacity units: above 1500, AWS charges more for each request`;
  pulumi.log.warn(sentence, component);
}

/** The rule as it is tried out. What lets requests pass does so all the same. */
function counting(rule: AclRule): AclRule {
  switch (rule.action) {
    case "block":
      return { ...rule, action: "count" };
    case "group":
      return { ...rule, action: "countGroup" };
    case "allow":
    case "count":
    case "countGroup":
      return rule;
  }
}
