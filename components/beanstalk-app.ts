import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { environmentAlarms } from "./beanstalk-app/alarms";
import { type AppDomain, type BlueGreen, checkDomain, domainRecord } from "./beanstalk-app/blue-green";
import { beanstalkEnvironment } from "./beanstalk-app/environment";
import { environmentGraphs } from "./beanstalk-app/graphs";
import { instanceIdentity } from "./beanstalk-app/instance-permissions";
import { type InstanceArgs, readInstances } from "./beanstalk-app/instances";
import { redirect } from "./beanstalk-app/load-balanced";
import { type ObservationArgs, readObservation } from "./beanstalk-app/observation";
import { checkOptions, type Options } from "./beanstalk-app/options";
import { checkPlatform, isContainerHost, type Platform } from "./beanstalk-app/platform";
import { readAppEgress, securityGroups } from "./beanstalk-app/security-groups";
import { serviceRole } from "./beanstalk-app/service-role";
import { checkSource, type Source } from "./beanstalk-app/source";
import { readTier, type Tier } from "./beanstalk-app/tier";
import { readUpdates, type UpdateArgs } from "./beanstalk-app/updates";
import { readVariables, type VariableArgs, variableOptions } from "./beanstalk-app/variables";
import { checkKeptVersions, type KeptVersions, versions } from "./beanstalk-app/versions";
import { workerAlarms, workerQueue } from "./beanstalk-app/worker-queue";
import { checkPermissions, type Permission } from "./container-service/permissions";
import type { Charted, DashboardSection, Graph } from "./dashboard/section";
import { environment } from "./environment";
import { LogBucket } from "./log-bucket";
import type { NetworkRef } from "./network-ref";
import type { AppEgress } from "./secure-sg-pair";
import { type AlarmArgs, alarmTopicArn, readAlarms } from "./web-tier/alarms";

/** Arguments of {@link BeanstalkApp}: what is deployed, where it runs, on what, and how it is updated and watched. */
export interface BeanstalkAppArgs extends InstanceArgs, UpdateArgs, ObservationArgs, VariableArgs {
  /** What is deployed. */
  readonly source: Source;
  /** What it runs on. */
  readonly platform: Platform;
  /** What the environment is for, and what stands before its instances. */
  readonly tier: Tier;
  /** Where it stands: subnets in two zones or more. */
  readonly network: NetworkRef;
  /** The versions that are kept. @default the last 20 */
  readonly keepVersions?: KeptVersions;
  /** Two environments, of which one is live. Needs `domain`. @default one environment */
  readonly blueGreen?: BlueGreen;
  /** The name under which people reach it. @default only its CNAME of Elastic Beanstalk's */
  readonly domain?: AppDomain;
  /** The subnets of the instances. `"public"` gives each a public address. @default "private", but for a single instance */
  readonly instanceSubnets?: "private" | "public";
  /** What the instances may connect to besides HTTPS and the database. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
  /** What the instances may do on AWS besides what Elastic Beanstalk needs. @default nothing */
  readonly permissions?: readonly Permission[];
  /** ARNs of IAM policies of the instances' role, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** When the environment calls for help, and whom. @default 5 % errors, 1 s, a topic that nobody reads yet */
  readonly alarms?: OrNone<AlarmArgs>;
  /** Any other option, by namespace and name. It wins over what the arguments above say. @default none */
  readonly options?: Options;
}

/**
 * An application on Elastic Beanstalk: a folder is uploaded as a version, an environment runs it behind a load balancer or
 * off a queue, the next version follows it, and alarms and triggers watch over it.
 *
 * @example
 * import { BeanstalkApp } from "./components/beanstalk-app";
 * import { Network } from "./components/network";
 *
 * const app = new BeanstalkApp("shop", {
 *   network: new Network("net", { zones: 2 }),
 *   source: { type: "folder", path: "app" },
 *   platform: "nodejs22",
 *   tier: {
 *     type: "loadBalanced",
 *     exposure: "internet",
 *     tls: { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9" },
 *     capacity: { minSize: 2, maxSize: 8 },
 *   },
 *   deployment: { type: "trafficSplitting", percent: 10, evaluationMinutes: 15 },
 *   options: { "aws:elasticbeanstalk:environment:proxy": { ProxyServer: "nginx" } },
 * });
 */
export class BeanstalkApp extends pulumi.ComponentResource implements Charted {
  /** The name of the application. */
  readonly applicationName: pulumi.Output<string>;
  /** The label of the version that the source is. */
  readonly versionLabel: pulumi.Output<string>;
  /** The name of the environment, or of the live one. */
  readonly environmentName: pulumi.Output<string>;
  /** The address of the environment, or of the live one. */
  readonly cname: pulumi.Output<string>;
  /** The address of the environment that is not live; undefined unless there are two. */
  readonly idleCname: pulumi.Output<string> | undefined;
  /** The URL of the queue that the workers read; undefined for other tiers. */
  readonly queueUrl: pulumi.Output<string> | undefined;
  /** The id of the instances' security group, for whatever is to let them in. */
  readonly appGroupId: pulumi.Output<string>;
  /** The name of the instances' role. */
  readonly roleName: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, arguments contradict each other, or the network has one zone. */
  constructor(name: string, args: BeanstalkAppArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:BeanstalkApp", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "beanstalk app", name);
    const isProd = environment() === "prod";
    const { source, platform, tier, network, keepVersions = { count: 20 }, blueGreen, domain, database } = args;
    const { permissions = [], policyArns = {}, options = {}, notifyEvents = false } = args;
    // An environment's name has 40 characters; `-green-` and seven of Pulumi's own come to it.
    const isName = /^[A-Za-z0-9][A-Za-z0-9-]{0,25}$/.test(name);
    check(isName, "name", "must be at most 26 letters, digits and hyphens, as environments are called after it", name);
    checkSource(check, source);
    checkPlatform(check, platform);
    checkKeptVersions(check, keepVersions);
    const place = readTier(check, tier, network, args.instanceSubnets, isProd);
    checkDomain(check, tier, domain, blueGreen);
    const instances = readInstances(check, args, isProd, place.maxSize);
    const hasOwnBalancer = tier.type === "loadBalanced";
    const updates = readUpdates(check, args, { maxSize: place.maxSize, hasOwnBalancer });
    const variables = readVariables(check, args);
    const appEgress = readAppEgress(check, args.appEgress ?? [], database);
    checkPermissions(check, permissions);
    const observation = readObservation(check, args, isProd);
    const alarms = readAlarms(check, args.alarms);
    const isTold = alarms !== undefined || !notifyEvents;
    check(isTold, "alarms", 'must not be "none" with notifyEvents, which tell the same topic', args.alarms);
    checkOptions(check, options);

    const topicArn = alarms && alarmTopicArn(name, alarms, this);
    const eventTopicArn = notifyEvents ? topicArn : undefined;
    const service = serviceRole(name, eventTopicArn, this);
    const { application, label } = versions(name, source, keepVersions, service, this);
    const isEcs = isContainerHost(platform);
    const { secrets } = variables;
    const identity = instanceIdentity(name, { tier, isContainerHost: isEcs, secrets, permissions, policyArns }, this);
    const groups = securityGroups(name, check, { tier, port: place.port, network, appEgress, database }, this);
    const logs = hasOwnBalancer
      ? new LogBucket(`${name}-logs`, { retentionDays: tier.logRetentionDays }, { parent: this })
      : undefined;

    const messages = tier.type === "worker" ? workerQueue(name, tier, this) : undefined;
    const plan = {
      ...{ application, platform, tier: tier.type, scheduled: place.scheduled, minutes: updates.minutes },
      encryption: instances.encryption,
      options: [
        ...place.options({ ...groups, logBucket: logs?.bucketName, queueUrl: messages?.url }),
        instances.options,
        updates.options(service.role.name),
        variableOptions(variables, isEcs),
        observation(eventTopicArn),
        {
          "aws:autoscaling:launchconfiguration": { IamInstanceProfile: identity.profile.name },
          "aws:elasticbeanstalk:environment": { ServiceRole: service.role.name },
        },
        options,
      ],
      ready: [
        ...service.ready,
        ...identity.ready,
        // AWS tries the log bucket as it makes the load balancer, so the bucket's policy must be there.
        ...(logs ? [logs] : []),
        // An instance calls Elastic Beanstalk as soon as it starts: the routes of a network that is made here must lead out.
        ...(pulumi.Resource.isInstance(network) ? [network] : []),
      ],
    };
    const alarmSets: AlarmSet[] = [];
    const graphs: Graph[] = [];
    const make = (role: string, version: pulumi.Input<string>) => {
      const made = beanstalkEnvironment(`${name}-${role}`, name, version, plan, this);
      if (hasOwnBalancer && tier.tls !== "none") redirect(`${name}-${role}`, made, this);
      const alarmSet = new AlarmSet(`${name}-${role}`, this, topicArn);
      alarmSets.push(alarmSet);
      if (alarms) environmentAlarms(alarmSet, made, alarms);
      if (alarms && messages?.own) workerAlarms(alarmSet, messages.own);
      graphs.push(...environmentGraphs(role, made));
      return made;
    };
    let live: aws.elasticbeanstalk.Environment;
    let idle: aws.elasticbeanstalk.Environment | undefined;
    if (blueGreen) {
      const blue = make("blue", blueGreen.blueVersion ?? label);
      const green = make("green", blueGreen.greenVersion ?? label);
      [live, idle] = blueGreen.live === "blue" ? [blue, green] : [green, blue];
    } else {
      live = make("env", label);
    }
    if (domain) domainRecord(name, domain, live, this);

    this.section = { title: name, alarmArns: alarmSets.flatMap(({ arns }) => arns), graphs };
    this.applicationName = application.name;
    this.versionLabel = label;
    this.environmentName = live.name;
    this.cname = live.cname;
    this.idleCname = idle?.cname;
    this.queueUrl = messages && pulumi.output(messages.url);
    this.appGroupId = groups.appGroupId;
    this.roleName = identity.role.name;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      applicationName: this.applicationName,
      versionLabel: this.versionLabel,
      environmentName: this.environmentName,
      cname: this.cname,
      idleCname: this.idleCname,
      queueUrl: this.queueUrl,
      appGroupId: this.appGroupId,
      roleName: this.roleName,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}
