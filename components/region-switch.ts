import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDomainName } from "./dns-record/domain-name";
import { checkZoneId } from "./hosted-zone/zone-id";
import { isRegion } from "./region";
import { switchRole } from "./region-switch/switch-role";

export interface RegionSwitchArgs {
  /** The id of the hosted zone of the name. */
  readonly zoneId: pulumi.Input<string>;
  /** The name whose visitors are switched: that of a failover set. */
  readonly domainName: string;
  /** Where the application normally runs. */
  readonly primary: SwitchedRegion;
  /** Where it goes on when that region fails. */
  readonly standby: SwitchedRegion;
  /** How many servers a region must have before visitors come, as a percentage of the other's, 1–100. @default 100 */
  readonly capacityPercent?: number;
  /** The minutes within which it must be over, 1–10080, against which each switch is measured. @default none */
  readonly recoveryTimeObjectiveMinutes?: number;
}

/** A region and its servers. */
export interface SwitchedRegion {
  readonly region: string;
  /** The ARN of the Auto Scaling group. */
  readonly groupArn: pulumi.Input<string>;
}

/**
 * A plan of Application Recovery Controller by which people move an application from one region to the other, and back:
 * it gives the servers there the capacity that was here, then sends visitors there. It works from either region when the
 * other is lost. AWS bills each plan by the month: https://aws.amazon.com/application-recovery-controller/pricing/
 *
 * @example
 * import { DnsRouting } from "./components/dns-routing";
 * import { RegionSwitch } from "./components/region-switch";
 *
 * const place = { zoneId: "Z0123456789ABCDEFGHIJ", domainName: "www.example.com" };
 * const group = "autoScalingGroup:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9:autoScalingGroupName/shop";
 * const regionSwitch = new RegionSwitch("shop-switch", {
 *   ...place,
 *   primary: { region: "eu-west-1", groupArn: `arn:aws:autoscaling:eu-west-1:123456789012:${group}` },
 *   standby: { region: "eu-central-1", groupArn: `arn:aws:autoscaling:eu-central-1:123456789012:${group}` },
 * });
 * const routing = new DnsRouting("shop-dns", {
 *   ...place,
 *   policy: {
 *     type: "failover",
 *     primary: {
 *       target: { dnsName: "shop-1.eu-west-1.elb.amazonaws.com", zoneId: "Z32O12XQLNTSW2" },
 *       healthCheck: { healthCheckId: regionSwitch.primaryHealthCheckId },
 *     },
 *     secondary: {
 *       target: { dnsName: "shop-2.eu-central-1.elb.amazonaws.com", zoneId: "Z215JYRZR1TBD5" },
 *       healthCheck: { healthCheckId: regionSwitch.standbyHealthCheckId },
 *     },
 *   },
 * });
 */
export class RegionSwitch extends pulumi.ComponentResource {
  /** The ARN of the plan. */
  readonly planArn: pulumi.Output<string>;
  /** The health check of the failover set's primary record: the plan turns it. */
  readonly primaryHealthCheckId: pulumi.Output<string>;
  /** The health check of its secondary record. */
  readonly standbyHealthCheckId: pulumi.Output<string>;

  /** @throws when the regions are not two, a number is out of its range, or the name is too long for a plan. */
  constructor(name: string, args: RegionSwitchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:RegionSwitch", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "region switch", name);
    const { zoneId, domainName, primary, standby, capacityPercent = 100, recoveryTimeObjectiveMinutes } = args;
    checkArgs(check, name, args);

    const role = switchRole(name, zoneId, [primary.groupArn, standby.groupArn], this);
    const steps = [
      {
        name: "capacity",
        executionBlockType: "EC2AutoScaling",
        ec2AsgCapacityIncreaseConfigs: [
          {
            asgs: [{ arn: primary.groupArn }, { arn: standby.groupArn }],
            targetPercent: capacityPercent,
            capacityMonitoringApproach: "sampledMaxInLast24Hours",
          },
        ],
      },
      {
        name: "visitors",
        executionBlockType: "Route53HealthCheck",
        route53HealthCheckConfigs: [
          {
            hostedZoneId: zoneId,
            recordName: domainName,
            // The ids that the records of a failover set have in a DnsRouting.
            recordSets: [
              { recordSetIdentifier: "primary", region: primary.region },
              { recordSetIdentifier: "secondary", region: standby.region },
            ],
          },
        ],
      },
    ];
    const plan = new aws.arcregionswitch.Plan(
      `${name}-plan`,
      {
        description: `Moves ${domainName} between ${primary.region} and ${standby.region}`,
        executionRole: role.arn,
        recoveryApproach: "activePassive",
        regions: [primary.region, standby.region],
        primaryRegion: primary.region,
        recoveryTimeObjectiveMinutes,
        workflows: [standby, primary].map(({ region }) => ({
          workflowTargetAction: "activate",
          workflowTargetRegion: region,
          steps,
        })),
        tags: { Name: name },
      },
      { parent: this, dependsOn: role.permissions },
    );

    this.planArn = plan.arn;
    const { healthChecks } = aws.arcregionswitch.getRoute53HealthChecksOutput({ planArn: plan.arn }, { parent: this });
    const healthCheckId = ({ region }: SwitchedRegion) =>
      healthChecks.apply((all) => {
        const found = all.find((one) => one.region === region);
        if (found) return found.healthCheckId;
        throw new pulumi.RunError(`the plan of the region switch "${name}" has no health check for ${region} yet`);
      });
    this.primaryHealthCheckId = healthCheckId(primary);
    this.standbyHealthCheckId = healthCheckId(standby);
    this.registerOutputs({
      planArn: this.planArn,
      primaryHealthCheckId: this.primaryHealthCheckId,
      standbyHealthCheckId: this.standbyHealthCheckId,
    });
  }
}

/** https://docs.aws.amazon.com/arc-region-switch/latest/api/API_CreatePlan.html */
function checkArgs(check: ArgumentCheck, name: string, args: RegionSwitchArgs): void {
  const { zoneId, domainName, primary, standby, capacityPercent = 100 } = args;
  const { recoveryTimeObjectiveMinutes: minutes = 1 } = args;
  // A plan's name has at most 32 characters, of which the role and Pulumi's suffix take 13.
  const isName = /^[a-z0-9][a-z0-9-]{0,18}$/i.test(name);
  check(isName, "name", "must be at most 19 letters, digits and hyphens, as the plan is called after it", name);
  checkZoneId(check, "zoneId", zoneId);
  checkDomainName(check, "domainName", domainName);
  for (const [part, { region }] of Object.entries({ primary, standby })) {
    check(isRegion(region), `${part}.region`, 'must be a region such as "eu-west-1"', region);
  }
  check(primary.region !== standby.region, "standby.region", "must differ from primary.region", standby.region);
  const isPercent = Number.isInteger(capacityPercent) && capacityPercent >= 1 && capacityPercent <= 100;
  check(isPercent, "capacityPercent", "must be a whole number between 1 and 100", capacityPercent);
  const isTime = Number.isInteger(minutes) && minutes >= 1 && minutes <= 10080;
  check(isTime, "recoveryTimeObjectiveMinutes", "must be a whole number between 1 and 10080", minutes);
}
