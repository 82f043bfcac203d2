import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { type CostNotifyArgs, checkCostNotify, costTopicArn } from "./cost-notify";

/** Arguments of {@link CostWatch}. */
export interface CostWatchArgs {
  /**
   * What watches: `new` makes a monitor of the account's services, of which an account may have one only. AWS gives one
   * to every account that is new to Cost Explorer: name that one by its ARN (`aws ce get-anomaly-monitors`).
   */
  readonly monitor: "new" | { readonly monitorArn: pulumi.Input<string> };
  /** Who is told: people once a day or week, a topic at once. */
  readonly notify: CostNotifyArgs;
  /** How often people get a mail, if there is something to tell. @default daily */
  readonly mails?: "daily" | "weekly";
  /** The US dollars above what was expected from which an anomaly is told; both limits must be reached. @default 100 */
  readonly impactUsd?: number;
  /** The percentage above what was expected from which an anomaly is told. @default 40 */
  readonly impactPercent?: number;
  /**
   * The tags by which costs can be told apart, in Cost Explorer and by budgets. AWS knows a tag about a day after the
   * first resource bears it, and refuses one that it does not know; only the account that pays may choose them.
   *
   * @default none
   */
  readonly allocationTags?: readonly string[];
  /** Sorts all costs by the values of a tag; what has none is sorted under `otherwise`. @default no category */
  readonly category?: { readonly tagKey: string; readonly otherwise?: string };
}

/**
 * Tells of costs that differ from what they were: AWS learns what each service usually costs, and compares.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html
 *
 * @example
 * import { CostWatch } from "./components/cost-watch";
 *
 * const watch = new CostWatch("costs", {
 *   monitor: "new",
 *   notify: { emails: ["operations@example.com"] },
 *   impactUsd: 20,
 *   allocationTags: ["Project"],
 * });
 */
export class CostWatch extends pulumi.ComponentResource {
  /** The ARN of the monitor. */
  readonly monitorArn: pulumi.Output<string>;

  /** @throws when nobody would be told, or an amount, percentage, address, ARN or tag is none that AWS takes. */
  constructor(name: string, args: CostWatchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:CostWatch", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "cost watch", name);
    const { monitor, notify, mails = "daily", impactUsd = 100, impactPercent = 40, category } = args;
    const { allocationTags = [] } = args;
    checkMonitor(check, monitor);
    checkCostNotify(check, notify);
    checkImpact(check, "impactUsd", impactUsd);
    checkImpact(check, "impactPercent", impactPercent);
    for (const key of allocationTags) checkTagKey(check, "allocationTags", key);
    const isNew = new Set(allocationTags).size === allocationTags.length;
    check(isNew, "allocationTags", "must not repeat a tag", allocationTags);
    if (category) checkCategory(check, name, category);

    const { emails = [] } = notify;
    const topicArn = costTopicArn(name, notify, this);
    const monitorArn = monitor === "new" ? serviceMonitor(name, this).arn : pulumi.output(monitor.monitorArn);
    const subscribe = (
      role: string,
      frequency: string,
      subscribers: aws.types.input.costexplorer.AnomalySubscriptionSubscriber[],
    ) =>
      new aws.costexplorer.AnomalySubscription(
        `${name}-${role}`,
        {
          frequency,
          monitorArnLists: [monitorArn],
          subscribers,
          thresholdExpression: { ands: [atLeast("ABSOLUTE", impactUsd), atLeast("PERCENTAGE", impactPercent)] },
          tags: { Name: `${name}-${role}` },
        },
        { parent: this },
      );
    // People are told in a summary, a topic at once: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
    if (emails.length > 0) {
      subscribe(
        "mails",
        mails.toUpperCase(),
        emails.map((address) => ({ type: "EMAIL", address })),
      );
    }
    if (topicArn) subscribe("alerts", "IMMEDIATE", [{ type: "SNS", address: topicArn }]);
    for (const tagKey of allocationTags) {
      new aws.costexplorer.CostAllocationTag(`${name}-tag-${tagKey}`, { tagKey, status: "Active" }, { parent: this });
    }
    if (category) costCategory(name, category, this);

    this.monitorArn = monitorArn;
    this.registerOutputs({ monitorArn: this.monitorArn });
  }
}

function checkMonitor(check: ArgumentCheck, monitor: CostWatchArgs["monitor"]): void {
  if (monitor === "new") return;
  const { monitorArn } = monitor;
  const isArn = typeof monitorArn !== "string" || /^arn:aws[\w-]*:ce::\d{12}:anomalymonitor\/.+$/.test(monitorArn);
  check(isArn, "monitor.monitorArn", "must be the ARN of an anomaly monitor", monitorArn);
}

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html */
function checkImpact(check: ArgumentCheck, argument: string, impact: number): void {
  const isInRange = impact <= 10_000_000_000 && /^\d+(\.\d{1,2})?$/.test(String(impact));
  check(isInRange, argument, "must be 0 to 10000000000, with at most two decimals", impact);
}

function checkTagKey(check: ArgumentCheck, argument: string, key: string): void {
  check(/^(?!aws:).{1,128}$/i.test(key), argument, "must be 1 to 128 characters that do not begin with aws:", key);
}

function checkCategory(
  check: ArgumentCheck,
  name: string,
  { tagKey, otherwise }: NonNullable<CostWatchArgs["category"]>,
): void {
  // Pulumi adds eight characters to the name: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CostCategory.html
  check(/^[\w -]{1,33}$/.test(name), "name", "must be at most 33 letters, digits, - and _ for a category", name);
  checkTagKey(check, "category.tagKey", tagKey);
  const isValue = otherwise === undefined || /^.{1,50}$/.test(otherwise);
  check(isValue, "category.otherwise", "must be 1 to 50 characters", otherwise);
}

function serviceMonitor(name: string, parent: pulumi.Resource): aws.costexplorer.AnomalyMonitor {
  return new aws.costexplorer.AnomalyMonitor(
    `${name}-monitor`,
    { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE", tags: { Name: `${name}-monitor` } },
    { parent },
  );
}

function atLeast(impact: "ABSOLUTE" | "PERCENTAGE", value: number) {
  const key = `ANOMALY_TOTAL_IMPACT_${impact}`;
  return { dimension: { key, matchOptions: ["GREATER_THAN_OR_EQUAL"], values: [String(value)] } };
}

function costCategory(
  name: string,
  { tagKey, otherwise }: NonNullable<CostWatchArgs["category"]>,
  parent: pulumi.Resource,
): void {
  new aws.costexplorer.CostCategory(
    `${name}-category`,
    {
      ruleVersion: "CostCategoryExpression.v1",
      rules: [{ type: "INHERITED_VALUE", inheritedValue: { dimensionName: "TAG", dimensionKey: tagKey } }],
      defaultValue: otherwise,
      tags: { Name: `${name}-category` },
    },
    { parent },
  );
}
