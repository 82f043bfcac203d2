import type { Group } from "../group";
import { asgElbHealthCheck } from "../rules/asg-elb-health-check";
import { asgMultiAz } from "../rules/asg-multi-az";
import { subnetsSpanAzs } from "../rules/subnets-span-azs";

/** Zones, health, replacement and recovery. */
export const resilience: Group = {
  title: "Resilience",
  rules: [asgElbHealthCheck, asgMultiAz, subnetsSpanAzs],
};
