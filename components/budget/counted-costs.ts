import type * as aws from "@pulumi/aws";
import type { ArgumentCheck } from "../argument-checks";

/** Which of the account's costs a budget counts; those that fit all of what is stated. */
export interface CostFilterArgs {
  /** Costs of what bears a tag with one of the values; the tag must be active as a cost allocation tag. @default any */
  readonly tag?: { readonly key: string; readonly values: readonly string[] };
  /** Services as Cost Explorer names them, e.g. `Amazon Elastic Compute Cloud - Compute`. @default all */
  readonly services?: readonly string[];
  /** Member accounts by number; only the management account of an organisation can tell them apart. @default all */
  readonly linkedAccounts?: readonly string[];
}

/** What counts as cost, under AWS's names. https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html */
export interface CostTypeArgs {
  /** Credits, which would hide what is spent until they are used up. @default false */
  readonly includeCredit?: boolean;
  /** Refunds, which would hide what is spent. @default false */
  readonly includeRefund?: boolean;
  /** Taxes. @default true */
  readonly includeTax?: boolean;
  /** Support plans. @default true */
  readonly includeSupport?: boolean;
  /** Discounts. @default true */
  readonly includeDiscount?: boolean;
  /** Upfront fees of reservations. @default true */
  readonly includeUpfront?: boolean;
  /** Recurring fees of reservations. @default true */
  readonly includeRecurring?: boolean;
  /** Subscriptions. @default true */
  readonly includeSubscription?: boolean;
  /** Other subscriptions, such as domain registrations. @default true */
  readonly includeOtherSubscription?: boolean;
  /** Whether upfront fees are spread over their term. @default false */
  readonly useAmortized?: boolean;
  /** Whether an organisation's average rates are used. @default false */
  readonly useBlended?: boolean;
}

/** A tag is named `user:key$value`: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html */
export function readCostFilters(
  check: ArgumentCheck,
  { tag, services, linkedAccounts }: CostFilterArgs,
): aws.types.input.budgets.BudgetCostFilter[] {
  const filters: aws.types.input.budgets.BudgetCostFilter[] = [];
  const add = (argument: string, values: readonly string[], name: string, prefix = "") => {
    const isStated = values.length > 0 && values.every((value) => value !== "");
    check(isStated, `filter.${argument}`, "must be one or more texts that are not empty", values);
    check(new Set(values).size === values.length, `filter.${argument}`, "must not repeat a value", values);
    filters.push({ name, values: values.map((value) => `${prefix}${value}`) });
  };
  if (tag) {
    const isKey = /^(?!aws:)[^$]{1,128}$/i.test(tag.key);
    check(isKey, "filter.tag.key", "must be a tag of your own: 1 to 128 characters without $, not aws:…", tag.key);
    add("tag.values", tag.values, "TagKeyValue", `user:${tag.key}$`);
  }
  if (services) add("services", services, "Service");
  if (linkedAccounts) {
    const areNumbers = linkedAccounts.every((account) => /^\d{12}$/.test(account));
    check(areNumbers, "filter.linkedAccounts", "must be account numbers of 12 digits", linkedAccounts);
    add("linkedAccounts", linkedAccounts, "LinkedAccount");
  }
  return filters;
}

export function readCostTypes(check: ArgumentCheck, args: CostTypeArgs): aws.types.input.budgets.BudgetCostTypes {
  const isOneRate = !(args.useAmortized && args.useBlended);
  check(isOneRate, "costTypes", "must not have both useAmortized and useBlended: a cost has one rate", args);
  return { includeCredit: false, includeRefund: false, ...args };
}
