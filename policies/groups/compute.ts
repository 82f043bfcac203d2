import type { Group } from "../group";
import { amiCmk } from "../rules/ami-cmk";
import { amiEncrypted } from "../rules/ami-encrypted";
import { amiNotPublic } from "../rules/ami-not-public";
import { asgCooldownOrWarmup } from "../rules/asg-cooldown-or-warmup";
import { asgInstanceRefresh } from "../rules/asg-instance-refresh";
import { asgLaunchTemplate } from "../rules/asg-launch-template";
import { asgNotifications } from "../rules/asg-notifications";
import { asgScalingPolicy } from "../rules/asg-scaling-policy";
import { asgScalingSymmetric } from "../rules/asg-scaling-symmetric";
import { asgTagsPropagate } from "../rules/asg-tags-propagate";
import { beanstalkEnhancedHealth } from "../rules/beanstalk-enhanced-health";
import { beanstalkEnvNoSecrets } from "../rules/beanstalk-env-no-secrets";
import { beanstalkImdsv2 } from "../rules/beanstalk-imdsv2";
import { beanstalkLogs } from "../rules/beanstalk-logs";
import { beanstalkManagedUpdates } from "../rules/beanstalk-managed-updates";
import { ec2AmiFromAllowedOwners } from "../rules/ec2-ami-from-allowed-owners";
import { ec2BurstableCredits } from "../rules/ec2-burstable-credits";
import { ec2DetailedMonitoring } from "../rules/ec2-detailed-monitoring";
import { ec2EbsOptimized } from "../rules/ec2-ebs-optimized";
import { ec2ImdsHopLimit } from "../rules/ec2-imds-hop-limit";
import { ec2Imdsv2 } from "../rules/ec2-imdsv2";
import { ec2InAutoScalingGroup } from "../rules/ec2-in-auto-scaling-group";
import { ec2InstanceProfile } from "../rules/ec2-instance-profile";
import { ec2InstanceTypesAllowed } from "../rules/ec2-instance-types-allowed";
import { ec2NoKeyPair } from "../rules/ec2-no-key-pair";
import { ec2NoPublicIp } from "../rules/ec2-no-public-ip";
import { ec2SessionManagerReady } from "../rules/ec2-session-manager-ready";
import { ec2SingleEni } from "../rules/ec2-single-eni";
import { ec2StopProtection } from "../rules/ec2-stop-protection";
import { ec2TerminationProtection } from "../rules/ec2-termination-protection";
import { eksNodeImdsv2 } from "../rules/eks-node-imdsv2";
import { noCredentialsAnywhere } from "../rules/no-credentials-anywhere";
import { noCredentialsInUserData } from "../rules/no-credentials-in-user-data";
import { spotCapacityRebalance } from "../rules/spot-capacity-rebalance";
import { spotFleetEncrypted } from "../rules/spot-fleet-encrypted";

/** Instances, launch templates, Auto Scaling groups and Beanstalk environments. */
export const compute: Group = {
  title: "Compute",
  rules: [
    amiCmk,
    amiEncrypted,
    amiNotPublic,
    asgCooldownOrWarmup,
    asgInstanceRefresh,
    asgLaunchTemplate,
    asgNotifications,
    asgScalingPolicy,
    asgScalingSymmetric,
    asgTagsPropagate,
    beanstalkEnhancedHealth,
    beanstalkEnvNoSecrets,
    beanstalkImdsv2,
    beanstalkLogs,
    beanstalkManagedUpdates,
    ec2AmiFromAllowedOwners,
    ec2BurstableCredits,
    ec2DetailedMonitoring,
    ec2EbsOptimized,
    ec2ImdsHopLimit,
    ec2Imdsv2,
    ec2InAutoScalingGroup,
    ec2InstanceProfile,
    ec2InstanceTypesAllowed,
    ec2NoKeyPair,
    ec2NoPublicIp,
    ec2SessionManagerReady,
    ec2SingleEni,
    ec2StopProtection,
    ec2TerminationProtection,
    eksNodeImdsv2,
    noCredentialsAnywhere,
    noCredentialsInUserData,
    spotCapacityRebalance,
    spotFleetEncrypted,
  ],
};
