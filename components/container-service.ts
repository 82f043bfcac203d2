import * as pulumi from "@pulumi/pulumi";
import type { OrNone } from "./alarm-set";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { containerImage } from "./container-image";
import type { ServiceAlarmArgs } from "./container-service/alarms";
import type { Address, Balancing, OwnBalancing } from "./container-service/balancing";
import type { Compute, EcsCompute } from "./container-service/compute";
import type { Container } from "./container-service/containers";
import type { Discovery } from "./container-service/discovery";
import { readEcs, runOnEcs } from "./container-service/ecs/engine";
import { checkEks, runOnEks } from "./container-service/eks/engine";
import type { LogRouter } from "./container-service/log-router";
import type { Permission } from "./container-service/permissions";
import { portableService, readService } from "./container-service/read-service";
import type { RollingRollout, Rollout } from "./container-service/rollout";
import type { EcsService, Images, RunningService } from "./container-service/service";
import type { PortableScaling, ServiceScaling } from "./container-service/service-scaling";
import type { ServiceVolume } from "./container-service/volumes";
import type { Charted, DashboardSection } from "./dashboard/section";
import { environment } from "./environment";
import type { NetworkRef } from "./network-ref";
import type { OffHours } from "./off-hours";
import type { AppEgress } from "./secure-sg-pair";
import type { Peer } from "./secure-sg-pair/peer";
import type { ServiceLogs } from "./service-logs";
import type { HealthCheck } from "./target-group/health-check";
import type { Stickiness } from "./target-group/stickiness";

/** Arguments of {@link ContainerService}: a service that any engine runs, or one that uses what only ECS has. */
export type ContainerServiceArgs = PortableServiceArgs | EcsServiceArgs;

/** A service that any engine runs: a change of `compute` alone moves it. */
export interface PortableServiceArgs extends CommonServiceArgs, Readonly<Partial<Record<OnlyOnEcs, undefined>>> {
  /** What runs the containers. */
  readonly compute: Compute;
  /** How requests come in from outside the service. */
  readonly balancing: OwnBalancing | "none";
  /** When tasks are added and removed. @default a target of 40 % CPU */
  readonly scaling?: readonly PortableScaling[];
  /** How a new version takes over. @default a few tasks at a time, and back if it does not get well */
  readonly rollout?: RollingRollout;
}

/** What EKS has no like of. */
type OnlyOnEcs = "discovery" | "exec" | "logRouter" | "faultInjection" | "operatingSystem";

/** A service on ECS: also shared load balancers, rollouts of two versions, Service Connect, ECS Exec, Windows. */
export interface EcsServiceArgs extends CommonServiceArgs {
  /** What runs the containers. */
  readonly compute: EcsCompute;
  /** How requests come in from outside the service. */
  readonly balancing: Balancing;
  /** When tasks are added and removed. @default a target of 40 % CPU */
  readonly scaling?: readonly ServiceScaling[];
  /** How a new version takes over. @default a few tasks at a time, and back if it does not get well or an alarm goes off */
  readonly rollout?: Rollout;
  /** How other services find this one without a load balancer. @default not at all */
  readonly discovery?: Discovery;
  /** Whether people may open a shell in a container; the cluster keeps what they type. @default false */
  readonly exec?: boolean;
  /** Sends the containers' output elsewhere. @default CloudWatch keeps it */
  readonly logRouter?: LogRouter;
  /** Whether AWS Fault Injection Service may trouble its tasks' network and addresses. @default false */
  readonly faultInjection?: boolean;
  /** What the images are built for. Windows needs Fargate and x86_64. @default "linux" */
  readonly operatingSystem?: "linux" | "windows2022Core" | "windows2022Full";
}

/** What means the same on all engines. */
export interface CommonServiceArgs {
  /** Where it runs: private subnets in two zones or more. */
  readonly network: NetworkRef;
  /** The containers of a task (ECS) or pod (EKS), by name. Requests go to the first that has a port. */
  readonly containers: Readonly<Record<string, Container>>;
  /** CPU units of a task, 1024 to a vCPU. Fargate has certain pairs of CPU and memory. @default 256 */
  readonly cpu?: number;
  /** The memory of a task, MiB. @default two for each CPU unit */
  readonly memoryMiB?: number;
  /** What the images are built for. @default "arm64" */
  readonly architecture?: "arm64" | "x86_64";
  /** The request that a healthy task answers. @default GET /health, answered with 200 */
  readonly healthCheck?: HealthCheck;
  /** Seconds after its start in which the load balancer's view of a task is not held against it, 0–28800. @default 60 */
  readonly healthCheckGraceSeconds?: number;
  /** Seconds for requests under way when a task leaves, 0–3600. @default 30 */
  readonly deregistrationDelaySeconds?: number;
  /** Whether a client comes back to the same task. @default "none" */
  readonly stickiness?: Stickiness;
  /** The number of tasks to begin with. Later it is for the scaling to decide. @default minCount */
  readonly desiredCount?: number;
  /** The least number of tasks: 1 or more in dev, 2 or more in prod. @default 2 */
  readonly minCount?: number;
  /** The greatest number of tasks. @default 5 times minCount */
  readonly maxCount?: number;
  /** Who may connect to the first container's port besides the load balancer. @default nobody */
  readonly callers?: readonly Peer[];
  /** What the containers may connect to besides HTTPS. @default nothing else */
  readonly appEgress?: readonly AppEgress[];
  /** The volumes that containers mount, by name. @default none */
  readonly volumes?: Readonly<Record<string, ServiceVolume>>;
  /** ARNs of IAM policies of the containers' role, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** What the containers may do on AWS. @default nothing */
  readonly permissions?: readonly Permission[];
  /** When there are no tasks, as nobody works; on ECS alone, and not in prod, unless said. @default never */
  readonly offHours?: OffHours;
  /** Where the containers' output goes. @default a log group of the service's own, 365 days in prod and 14 in dev */
  readonly logs?: ServiceLogs;
  /** When the service calls for help, and whom. @default 5 % errors, 1 s, 90 % of CPU and memory, a topic that nobody reads yet */
  readonly alarms?: OrNone<ServiceAlarmArgs>;
}

/**
 * Containers that run in two zones or more, behind a load balancer, and grow with the load: on Fargate, on EC2 under
 * ECS, or on EKS. All arguments but `compute` mean the same on each.
 *
 * @example
 * import { ContainerService } from "./components/container-service";
 * import { Network } from "./components/network";
 *
 * const network = new Network("net", { zones: 2 });
 * const shop = new ContainerService("shop", {
 *   network,
 *   compute: { type: "fargate", spot: { spotPercent: 80 } },
 *   containers: { web: { image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2", port: 8080 } },
 *   balancing: { type: "application", exposure: "internet", tls: "none" },
 *   rollout: { type: "canary", percent: 10, hooks: [{ type: "pause", stages: ["postTestTrafficShift"] }] },
 * });
 */
export class ContainerService extends pulumi.ComponentResource implements Charted {
  /** Where its load balancer is, for a `DnsRecord`; undefined without one. */
  readonly address?: Address;
  /** The ARN of its load balancer; undefined without one, and on EKS, where the cluster makes it. */
  readonly loadBalancerArn?: pulumi.Output<string>;
  /** The id of the security group of its load balancer; undefined without one. */
  readonly edgeGroupId?: pulumi.Output<string>;
  /** The ARN of the listener that serves it, for an API's private integration; undefined where AWS tells none. */
  readonly listenerArn?: pulumi.Output<string>;
  /** The ARN of its entry in Cloud Map; undefined without one. */
  readonly discoveryArn?: pulumi.Output<string>;
  /** The name of the service within its cluster. */
  readonly serviceName: pulumi.Output<string>;
  /** The id of the security group of its tasks or pods, for whatever is to let them in. */
  readonly appGroupId: pulumi.Output<string>;
  /** The ARN of the role that its containers have. */
  readonly taskRoleArn: pulumi.Output<string>;
  /** The ARN of the topic that its alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that AWS takes, arguments contradict each other, or the engine lacks one. */
  constructor(name: string, args: ContainerServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:ContainerService", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "container service", name);
    // Load balancers, their target groups and pods are called after it.
    const isName = /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/.test(name);
    check(isName, "name", "must be at most 20 lower-case letters, digits and hyphens", name);
    const service = readService(check, args, environment() === "prod");
    const start = readEngine(check, name, args.compute, service);

    const { containers, logRouter, architecture } = service;
    const router = logRouter ? [{ name: "log-router", image: logRouter.image }] : [];
    const images = Object.fromEntries(
      [...containers, ...router].map(({ name: container, image }) => [
        container,
        containerImage(`${name}-${container}-image`, image, architecture, this),
      ]),
    );
    const running = start(images, this);

    this.address = running.address;
    this.loadBalancerArn = running.loadBalancerArn;
    this.edgeGroupId = running.edgeGroupId;
    this.listenerArn = running.listenerArn;
    this.discoveryArn = running.discoveryArn;
    this.serviceName = running.serviceName;
    this.appGroupId = running.appGroupId;
    this.taskRoleArn = running.taskRoleArn;
    this.section = running.section;
    this.alarmTopicArn = running.alarmTopicArn;
    this.registerOutputs({
      address: this.address,
      loadBalancerArn: this.loadBalancerArn,
      edgeGroupId: this.edgeGroupId,
      listenerArn: this.listenerArn,
      discoveryArn: this.discoveryArn,
      serviceName: this.serviceName,
      appGroupId: this.appGroupId,
      taskRoleArn: this.taskRoleArn,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

/** Checks what is the engine's own; the service starts once the images are there. */
function readEngine(
  check: ArgumentCheck,
  name: string,
  compute: Compute,
  service: EcsService,
): (images: Images, parent: pulumi.ComponentResource) => RunningService {
  switch (compute.type) {
    case "fargate":
    case "ec2": {
      const settings = readEcs(check, name, compute, service);
      return (images, parent) => runOnEcs(name, settings, images, parent);
    }
    case "eks": {
      const portable = portableService(check, service);
      checkEks(check, compute, portable);
      return (images, parent) => runOnEks(name, compute, portable, images, parent);
    }
  }
}
