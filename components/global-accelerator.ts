import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkAddresses } from "./global-accelerator/addresses";
import {
  type AcceleratorListener,
  acceleratorListener,
  checkAcceleratorListeners,
} from "./global-accelerator/listener";
import { checkRetention, LogBucket } from "./log-bucket";
import { flowLogPrefix } from "./log-bucket/accelerator-delivery";

/** Arguments of {@link GlobalAccelerator}. */
export interface GlobalAcceleratorArgs {
  /** What it takes, by names of yours: letters, digits and hyphens. 1 to 10. */
  readonly listeners: Readonly<Record<string, AcceleratorListener>>;
  /** `"dualstack"` adds two IPv6 addresses, and then every endpoint must be dual stack. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /**
   * One or two IPv4 addresses of ranges of yours that were brought to AWS. A change makes a new accelerator.
   * https://docs.aws.amazon.com/global-accelerator/latest/dg/using-byoip.html
   *
   * @default two of Amazon's, which stay as long as the accelerator does
   */
  readonly ipAddresses?: readonly string[];
  /** Days until a flow log is deleted, 1 or more. @default 30 in dev, 365 in prod */
  readonly logRetentionDays?: number;
}

/**
 * AWS Global Accelerator: two addresses that never change, announced from many places of the world, from where traffic
 * takes Amazon's own network to the nearest region whose load balancers are well.
 *
 * A load balancer's security group decides as before over whom it admits, as it sees the client's address; nothing but
 * its `sources` is to be set. Where a client's address is kept, AWS makes a security group named `GlobalAccelerator` in
 * the VPC, which must be deleted by hand before the VPC can go.
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/preserve-client-ip-address.html
 *
 * @example
 * import { GlobalAccelerator } from "./components/global-accelerator";
 *
 * const front = new GlobalAccelerator("shop", {
 *   listeners: {
 *     web: {
 *       protocol: "tcp",
 *       ports: [80, 443],
 *       endpointGroups: {
 *         here: {
 *           endpoints: [
 *             {
 *               loadBalancerArn:
 *                 "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop-lb/0123456789abcdef",
 *             },
 *           ],
 *         },
 *       },
 *     },
 *   },
 * });
 */
export class GlobalAccelerator extends pulumi.ComponentResource {
  /** The DNS name; of a dual-stack accelerator, the one with IPv6 too. */
  readonly dnsName: pulumi.Output<string>;
  /** The hosted zone of that name, for an alias record. */
  readonly zoneId: pulumi.Output<string>;
  /** The ARN. */
  readonly acceleratorArn: pulumi.Output<string>;
  /** The addresses, IPv4 first. */
  readonly addresses: pulumi.Output<string[]>;

  /** @throws when an argument is not one that AWS takes. */
  constructor(name: string, args: GlobalAcceleratorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:GlobalAccelerator", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "global accelerator", name);
    const { listeners, ipAddressType = "ipv4", ipAddresses, logRetentionDays } = args;
    // Of the 64 characters of its name Pulumi takes eight; the bucket of its logs takes 48 in all.
    const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,41}$/.test(name);
    check(
      isName,
      "name",
      "must be at most 42 letters, digits and hyphens, as the accelerator is called after it",
      name,
    );
    checkAcceleratorListeners(check, listeners);
    if (ipAddresses) checkAddresses(check, ipAddresses);
    if (logRetentionDays !== undefined) checkRetention(check, "logRetentionDays", logRetentionDays);

    const logs = new LogBucket(
      `${name}-logs`,
      { retentionDays: logRetentionDays, writer: "accelerator" },
      { parent: this },
    );
    const accelerator = new aws.globalaccelerator.Accelerator(
      `${name}-accelerator`,
      {
        ipAddressType: ipAddressType === "dualstack" ? "DUAL_STACK" : "IPV4",
        ipAddresses: ipAddresses && [...ipAddresses],
        enabled: true,
        attributes: { flowLogsEnabled: true, flowLogsS3Bucket: logs.bucketName, flowLogsS3Prefix: flowLogPrefix },
        tags: { Name: `${name}-accelerator` },
      },
      // AWS tries the log bucket as flow logs are turned on, so the bucket's policy must be there.
      { parent: this, dependsOn: [logs] },
    );
    for (const [key, listener] of Object.entries(listeners)) {
      acceleratorListener(`${name}-${key}`, accelerator.arn, listener, this);
    }

    this.dnsName = ipAddressType === "dualstack" ? accelerator.dualStackDnsName : accelerator.dnsName;
    this.zoneId = accelerator.hostedZoneId;
    this.acceleratorArn = accelerator.arn;
    this.addresses = accelerator.ipSets.apply((sets) => sets.flatMap((set) => set.ipAddresses ?? []));
    this.registerOutputs({
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      acceleratorArn: this.acceleratorArn,
      addresses: this.addresses,
    });
  }
}
