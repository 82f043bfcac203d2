import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkSpansZones, type NetworkRef } from "../network-ref";
import { type Peer, readPeers } from "../secure-sg-pair/peer";
import { readCapacity } from "./capacity";
import { checkChoice } from "./choice";
import { checkPath } from "./health-check";
import { type LoadBalancedTier, readLoadBalanced } from "./load-balanced";
import { joined, type Options, type ScheduledOption } from "./options";
import { readSharedBalancer, type SharedBalancerTier } from "./shared-balancer";
import { readWorker, type WorkerTier } from "./worker";

/** What an environment is for, and what stands before its instances. It is chosen for good: AWS exchanges none for another. */
export type Tier = LoadBalancedTier | SharedBalancerTier | SingleInstanceTier | WorkerTier;

/**
 * One instance with an Elastic IP address and no load balancer, in a public subnet: for trying out. It serves plain HTTP,
 * unless the bundle brings a certificate for its proxy.
 */
export interface SingleInstanceTier {
  readonly type: "singleInstance";
  /** Who may connect. Nobody else can: its address is on the internet. */
  readonly sources: readonly Peer[];
  /** The path that is asked whether the application is well. @default "/health" */
  readonly healthCheckPath?: string;
}

/** What is made before the environment. */
export interface TierPlace {
  readonly appGroupId: pulumi.Input<string>;
  /** The group of a load balancer of the environment's own. */
  readonly edgeGroupId?: pulumi.Input<string>;
  /** The bucket of its access logs. */
  readonly logBucket?: pulumi.Input<string>;
  /** The URL of a worker's queue. */
  readonly queueUrl?: pulumi.Input<string>;
}

/** A tier, checked. */
export interface TierSettings {
  readonly maxSize: number;
  /** The port on which its instances take requests. */
  readonly port: number;
  readonly scheduled: readonly ScheduledOption[];
  options(place: TierPlace): Options[];
}

export function readTier(
  check: ArgumentCheck,
  tier: Tier,
  network: NetworkRef,
  instanceSubnets: "private" | "public" | undefined,
  isProd: boolean,
): TierSettings {
  checkChoice(check, "tier.type", ["loadBalanced", "sharedBalancer", "singleInstance", "worker"], tier.type);
  if (instanceSubnets) checkChoice(check, "instanceSubnets", ["private", "public"], instanceSubnets);
  if (tier.type === "singleInstance") return readSingleInstance(check, tier, network, instanceSubnets);
  const subnets = instanceSubnets ?? "private";
  checkSpansZones(check, network, subnets);
  const place = { loadBalanced: "own", sharedBalancer: "shared", worker: "none" } as const;
  const capacity = readCapacity(check, tier.capacity ?? {}, place[tier.type], isProd);
  const common = (appGroupId: pulumi.Input<string>): Options[] => [
    capacity.options,
    placeOptions(network, subnets, appGroupId),
    { "aws:ec2:vpc": { AssociatePublicIpAddress: subnets === "public" } },
  ];
  const { maxSize, scheduled } = capacity;
  switch (tier.type) {
    case "loadBalanced": {
      const own = readLoadBalanced(check, tier, network);
      const { port = 80 } = tier;
      return { maxSize, scheduled, port, options: (made) => [...common(made.appGroupId), own(made)] };
    }
    case "sharedBalancer": {
      const shared = readSharedBalancer(check, tier);
      const { port = 80 } = tier;
      return { maxSize, scheduled, port, options: ({ appGroupId }) => [...common(appGroupId), shared] };
    }
    case "worker": {
      const worker = readWorker(check, tier);
      return { maxSize, scheduled, port: 80, options: (made) => [...common(made.appGroupId), worker(made.queueUrl)] };
    }
  }
}

function readSingleInstance(
  check: ArgumentCheck,
  { sources, healthCheckPath = "/health" }: SingleInstanceTier,
  network: NetworkRef,
  instanceSubnets: "private" | "public" | undefined,
): TierSettings {
  const isPublic = instanceSubnets !== "private";
  check(
    isPublic,
    "instanceSubnets",
    'must be "public" for a single instance, which has an Elastic IP address',
    "private",
  );
  readPeers(sources, "tier.sources", check);
  checkPath(check, "tier.healthCheckPath", healthCheckPath);
  return {
    maxSize: 1,
    scheduled: [],
    port: 80,
    options: ({ appGroupId }) => [
      placeOptions(network, "public", appGroupId),
      {
        "aws:elasticbeanstalk:environment": { EnvironmentType: "SingleInstance" },
        "aws:elasticbeanstalk:application": { "Application Healthcheck URL": healthCheckPath },
      },
    ],
  };
}

function placeOptions(network: NetworkRef, subnets: "private" | "public", appGroupId: pulumi.Input<string>): Options {
  return {
    "aws:autoscaling:launchconfiguration": { SecurityGroups: appGroupId },
    "aws:ec2:vpc": { VPCId: network.vpcId, Subnets: joined(network[`${subnets}SubnetIds`]) },
  };
}
