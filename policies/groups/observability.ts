import type { Group } from "../group";
import { accessAnalyzer } from "../rules/access-analyzer";
import { alarmActionExists } from "../rules/alarm-action-exists";
import { alarmCoverage } from "../rules/alarm-coverage";
import { alarmHasActions } from "../rules/alarm-has-actions";
import { alarmMissingData } from "../rules/alarm-missing-data";
import { asgGroupMetrics } from "../rules/asg-group-metrics";
import { budgetsExist } from "../rules/budgets-exist";
import { cisMetricFilters } from "../rules/cis-metric-filters";
import { dashboardsExist } from "../rules/dashboards-exist";
import { lbTargetAlarms } from "../rules/lb-target-alarms";
import { logGroupDeletionProtection } from "../rules/log-group-deletion-protection";
import { logGroupEncrypted } from "../rules/log-group-encrypted";
import { logGroupRetention } from "../rules/log-group-retention";
import { trailEnabled } from "../rules/trail-enabled";
import { vpcFlowLogRetention } from "../rules/vpc-flow-log-retention";

/** Logs, metrics, alarms, and what watches over an account. */
export const observability: Group = {
  title: "Observability",
  rules: [
    accessAnalyzer,
    alarmActionExists,
    alarmCoverage,
    alarmHasActions,
    alarmMissingData,
    asgGroupMetrics,
    budgetsExist,
    cisMetricFilters,
    dashboardsExist,
    lbTargetAlarms,
    logGroupDeletionProtection,
    logGroupEncrypted,
    logGroupRetention,
    trailEnabled,
    vpcFlowLogRetention,
  ],
};
