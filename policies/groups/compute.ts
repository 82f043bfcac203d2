import type { Group } from "../group";
import { asgScalingPolicy } from "../rules/asg-scaling-policy";
import { ec2ImdsHopLimit } from "../rules/ec2-imds-hop-limit";
import { ec2Imdsv2 } from "../rules/ec2-imdsv2";
import { ec2InstanceProfile } from "../rules/ec2-instance-profile";
import { noCredentialsInUserData } from "../rules/no-credentials-in-user-data";

/** Instances, launch templates, Auto Scaling groups and Beanstalk environments. */
export const compute: Group = {
  title: "Compute",
  rules: [asgScalingPolicy, ec2ImdsHopLimit, ec2Imdsv2, ec2InstanceProfile, noCredentialsInUserData],
};
