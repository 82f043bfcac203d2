import type { Group } from "../group";
import { asgMaxSize } from "../rules/asg-max-size";
import { asgNightSchedule } from "../rules/asg-night-schedule";
import { budgetAmount } from "../rules/budget-amount";
import { budgetNotifications } from "../rules/budget-notifications";
import { cloudfrontPriceClass } from "../rules/cloudfront-price-class";
import { dedicatedTenancyJustified } from "../rules/dedicated-tenancy-justified";
import { detailedMonitoringCost } from "../rules/detailed-monitoring-cost";
import { ebsAttached } from "../rules/ebs-attached";
import { ebsGp3 } from "../rules/ebs-gp3";
import { ebsIoJustified } from "../rules/ebs-io-justified";
import { ec2SizeLimit } from "../rules/ec2-size-limit";
import { eipAttached } from "../rules/eip-attached";
import { eipQuota } from "../rules/eip-quota";
import { gravitonSuggested } from "../rules/graviton-suggested";
import { kmsBucketKey } from "../rules/kms-bucket-key";
import { lambdaMemoryCeiling } from "../rules/lambda-memory-ceiling";
import { natGatewaysLimited } from "../rules/nat-gateways-limited";
import { spotForNonProduction } from "../rules/spot-for-non-production";

/** Budgets, sizes, and what is paid for without use. */
export const cost: Group = {
  title: "Cost",
  rules: [
    asgMaxSize,
    asgNightSchedule,
    budgetAmount,
    budgetNotifications,
    cloudfrontPriceClass,
    dedicatedTenancyJustified,
    detailedMonitoringCost,
    ebsAttached,
    ebsGp3,
    ebsIoJustified,
    ec2SizeLimit,
    eipAttached,
    eipQuota,
    gravitonSuggested,
    kmsBucketKey,
    lambdaMemoryCeiling,
    natGatewaysLimited,
    spotForNonProduction,
  ],
};
