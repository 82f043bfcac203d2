import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AccessGroups, type AccessGroupsArgs } from "./access-groups";
import { type AccessAnalyzerArgs, accessAnalyzers, checkAccessAnalyzer } from "./account-baseline/access-analyzers";
import { type GuardRailArgs, kept, readGuardRails } from "./account-baseline/guard-rails";
import { type PasswordPolicyArgs, passwordPolicy, readPasswordPolicy } from "./account-baseline/password-policy";
import { regionGuards } from "./account-baseline/region-guards";
import { savingsAdvice } from "./account-baseline/savings-advice";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { Budget, type BudgetArgs } from "./budget";
import { type CostNotifyArgs, checkCostNotify, costTopicArn } from "./cost-notify";
import { CostWatch, type CostWatchArgs } from "./cost-watch";
import { isRegion } from "./region";
import { SavingsPlan, type SavingsPlanArgs } from "./savings-plan";

/** Arguments of {@link AccountBaseline}. */
export interface AccountBaselineArgs {
  /** The regions that the account uses: guard rails and access analyzers are made in each. */
  readonly regions: readonly string[];
  /** What the account may cost. */
  readonly budget: Omit<BudgetArgs, "notify">;
  /** Who hears of costs. */
  readonly notify: CostNotifyArgs;
  /** Tells of costs that differ from what they were. @default none: AWS gives new accounts a monitor, see `CostWatch` */
  readonly costWatch?: Omit<CostWatchArgs, "notify">;
  /** The groups of the people who work in the account. @default admin, developer, auditor and billing */
  readonly accessGroups?: AccessGroupsArgs | "none";
  /** What a password must be. @default 14 characters of four kinds, another every 90 days */
  readonly passwordPolicy?: PasswordPolicyArgs | "unchanged";
  /** Who looks for access that nobody meant to give. @default one analyzer a region, of what outsiders can reach */
  readonly accessAnalyzer?: AccessAnalyzerArgs | "none";
  /** Whether any bucket of the account can be public. @default block */
  readonly s3PublicAccess?: "block" | "unchanged";
  /** What holds in each region for all that is made there. */
  readonly guardRails?: GuardRailArgs;
  /** Whether AWS looks for what could cost less (Compute Optimizer, Cost Optimization Hub). @default unchanged */
  readonly savingsAdvice?: "enrolled" | "unchanged";
  /** Savings Plans to buy, by name: see `SavingsPlan`. @default none */
  readonly savingsPlans?: Readonly<Record<string, SavingsPlanArgs>>;
}

/**
 * What every account should have before anything runs in it: a budget that calls, groups that need a second factor, a
 * password policy, access analyzers, encryption by default, and nothing public by accident.
 *
 * There is one of it for an account. What the account has set before is overwritten without a question: its password
 * policy, its public access block of S3, and in the regions its EBS, AMI, metadata and serial console settings. They
 * stay as they are when the component is taken away. An access analyzer of external access that a region has already is
 * not taken over: AWS allows one, so import it or set `accessAnalyzer` to none.
 *
 * @example
 * import { AccountBaseline } from "./components/account-baseline";
 *
 * const account = new AccountBaseline("account", {
 *   regions: ["eu-west-1", "us-east-1"],
 *   budget: { amountUsd: 500 },
 *   notify: { emails: ["operations@example.com"] },
 * });
 */
export class AccountBaseline extends pulumi.ComponentResource {
  /** The name of the budget in AWS. */
  readonly budgetName: pulumi.Output<string>;
  /** The names of the groups in AWS, by what they are for. */
  readonly groupNames: AccessGroups["groupNames"];
  /** The topic that hears of costs; undefined where only people do. */
  readonly costTopicArn: pulumi.Output<string> | undefined;

  /** @throws when a region is none, nobody would hear of costs, or a part has an argument that AWS does not take. */
  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:AccountBaseline", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "account baseline", name);
    const { regions, budget, notify, costWatch, accessGroups = {}, savingsPlans = {} } = args;
    const { accessAnalyzer = {}, s3PublicAccess = "block" } = args;
    check(regions.length > 0, "regions", "must name at least one region", regions);
    for (const region of regions) check(isRegion(region), "regions", 'must be regions such as "eu-west-1"', region);
    check(new Set(regions).size === regions.length, "regions", "must not repeat a region", regions);
    checkCostNotify(check, notify);
    const guards = readGuardRails(check, args.guardRails ?? {});
    const passwords =
      args.passwordPolicy === "unchanged" ? undefined : readPasswordPolicy(check, args.passwordPolicy ?? {});
    if (accessAnalyzer !== "none") checkAccessAnalyzer(check, name, accessAnalyzer);

    const topicArn = costTopicArn(name, notify, this);
    // The chat hears of the topic already.
    const told = { emails: notify.emails, topic: topicArn && { topicArn } };
    const spent = new Budget(`${name}-budget`, { ...budget, notify: told }, { parent: this });
    if (costWatch) new CostWatch(`${name}-costs`, { ...costWatch, notify: told }, { parent: this });
    const groups =
      accessGroups === "none" ? undefined : new AccessGroups(`${name}-access`, accessGroups, { parent: this });
    if (passwords) passwordPolicy(name, passwords, this);
    if (accessAnalyzer !== "none") accessAnalyzers(name, regions, accessAnalyzer, this);
    if (s3PublicAccess === "block") blockPublicBuckets(name, this);
    if (args.savingsAdvice === "enrolled") savingsAdvice(name, this);
    for (const region of regions) regionGuards(`${name}-${region}`, region, guards, this);
    for (const [plan, planArgs] of Object.entries(savingsPlans)) {
      new SavingsPlan(`${name}-${plan}`, planArgs, { parent: this });
    }

    this.budgetName = spent.budgetName;
    this.groupNames = groups?.groupNames ?? {};
    this.costTopicArn = topicArn;
    this.registerOutputs({
      budgetName: this.budgetName,
      groupNames: this.groupNames,
      costTopicArn: this.costTopicArn,
    });
  }
}

/** For the whole account, in all regions: https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html */
function blockPublicBuckets(name: string, parent: pulumi.Resource): void {
  new aws.s3.AccountPublicAccessBlock(
    `${name}-buckets`,
    { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    kept(parent),
  );
}
