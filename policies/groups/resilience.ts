import type { Group } from "../group";
import { asgElbHealthCheck } from "../rules/asg-elb-health-check";
import { asgHeadroom } from "../rules/asg-headroom";
import { asgMaintenance } from "../rules/asg-maintenance";
import { asgMinSize } from "../rules/asg-min-size";
import { asgMixedInstances } from "../rules/asg-mixed-instances";
import { asgMultiAz } from "../rules/asg-multi-az";
import { backupPlanCovers } from "../rules/backup-plan-covers";
import { backupVaultLock } from "../rules/backup-vault-lock";
import { capacityReservationUsed } from "../rules/capacity-reservation-used";
import { efsRegional } from "../rules/efs-regional";
import { elasticIpBehindDns } from "../rules/elastic-ip-behind-dns";
import { healthCheckPath } from "../rules/health-check-path";
import { lbSpansAppAzs } from "../rules/lb-spans-app-azs";
import { multiRegionNote } from "../rules/multi-region-note";
import { natGatewayInPublicSubnet } from "../rules/nat-gateway-in-public-subnet";
import { natGatewayPerAz } from "../rules/nat-gateway-per-az";
import { noSingleInstanceTier } from "../rules/no-single-instance-tier";
import { placementNotOneRack } from "../rules/placement-not-one-rack";
import { rollingUpdateSafe } from "../rules/rolling-update-safe";
import { snapshotLifecycle } from "../rules/snapshot-lifecycle";
import { statefulNoReplaceNames } from "../rules/stateful-no-replace-names";
import { statefulResourcesProtected } from "../rules/stateful-resources-protected";
import { subnetsSpanAzs } from "../rules/subnets-span-azs";

/** Zones, health, replacement and recovery. */
export const resilience: Group = {
  title: "Resilience",
  rules: [
    asgElbHealthCheck,
    asgHeadroom,
    asgMaintenance,
    asgMinSize,
    asgMixedInstances,
    asgMultiAz,
    backupPlanCovers,
    backupVaultLock,
    capacityReservationUsed,
    efsRegional,
    elasticIpBehindDns,
    healthCheckPath,
    lbSpansAppAzs,
    multiRegionNote,
    natGatewayInPublicSubnet,
    natGatewayPerAz,
    noSingleInstanceTier,
    placementNotOneRack,
    rollingUpdateSafe,
    snapshotLifecycle,
    statefulNoReplaceNames,
    statefulResourcesProtected,
    subnetsSpanAzs,
  ],
};
