import type * as pulumi from "@pulumi/pulumi";
import type { PullableImage } from "../container-image";
import type { DashboardSection } from "../dashboard/section";
import type { NetworkRef } from "../network-ref";
import type { OffHoursSettings } from "../off-hours";
import type { AppEgress } from "../secure-sg-pair";
import type { Peer } from "../secure-sg-pair/peer";
import type { LogSettings } from "../service-logs";
import type { HealthCheck } from "../target-group/health-check";
import type { Stickiness } from "../target-group/stickiness";
import type { ServiceAlarmSettings } from "./alarms";
import type { Address, Balancing, OwnBalancing } from "./balancing";
import type { Container } from "./containers";
import type { Discovery } from "./discovery";
import type { LogRouter } from "./log-router";
import type { Permission } from "./permissions";
import type { RollingRollout, RolloutSettings } from "./rollout";
import type { PortableScaling, ServiceScaling } from "./service-scaling";
import type { ServiceVolume } from "./volumes";

/** A service with its defaults, checked: what means the same on all engines. */
interface CommonService {
  readonly network: NetworkRef;
  /** In the order in which they were given. */
  readonly containers: readonly ServiceContainer[];
  /** Where requests go; undefined when no container has a port. */
  readonly entry: Entry | undefined;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly architecture: "arm64" | "x86_64";
  readonly healthCheck: Required<HealthCheck>;
  readonly healthCheckGraceSeconds: number;
  readonly deregistrationDelaySeconds: number;
  readonly stickiness: Stickiness;
  readonly desiredCount: number;
  readonly minCount: number;
  readonly maxCount: number;
  readonly callers: readonly Peer[];
  readonly appEgress: readonly AppEgress[];
  readonly volumes: Readonly<Record<string, ServiceVolume>>;
  readonly policyArns: Readonly<Record<string, pulumi.Input<string>>>;
  readonly permissions: readonly Permission[];
  readonly logs: LogSettings;
  /** Undefined where there are to be none. */
  readonly alarms: ServiceAlarmSettings | undefined;
}

/** A service that any engine runs. */
export interface Service extends CommonService {
  readonly balancing: OwnBalancing | "none";
  readonly scaling: readonly PortableScaling[];
  readonly rollout: Required<RollingRollout>;
}

/** A service with all that only ECS does. */
export interface EcsService extends CommonService {
  readonly balancing: Balancing;
  readonly scaling: readonly ServiceScaling[];
  readonly rollout: RolloutSettings;
  readonly discovery: Discovery | undefined;
  readonly exec: boolean;
  readonly logRouter: Required<LogRouter> | undefined;
  readonly faultInjection: boolean;
  /** Undefined where it never stops. */
  readonly offHours: OffHoursSettings | undefined;
  readonly operatingSystem: "linux" | "windows2022Core" | "windows2022Full";
}

/** The container that requests go to, and its port. */
export interface Entry {
  readonly container: ServiceContainer;
  readonly port: number;
}

/** A container with its name and defaults. */
export interface ServiceContainer
  extends Omit<Container, Defaulted | "healthCheck">,
    Required<Pick<Container, Defaulted>> {
  readonly name: string;
  readonly healthCheck: Required<NonNullable<Container["healthCheck"]>> | undefined;
}

type Defaulted =
  | "protocol"
  | "environment"
  | "secrets"
  | "dependsOn"
  | "ulimits"
  | "mounts"
  | "essential"
  | "user"
  | "readOnlyRoot"
  | "addCapabilities"
  | "initProcess"
  | "stopTimeoutSeconds"
  | "pinDigest";

/** The images, once they are there, by the container's name. */
export type Images = Readonly<Record<string, PullableImage>>;

/** What an engine makes of a service. */
export interface RunningService {
  /** Where its load balancer is; undefined without one. */
  readonly address: Address | undefined;
  /** The ARN of its load balancer; undefined without one, and where the cluster makes it. */
  readonly loadBalancerArn: pulumi.Output<string> | undefined;
  /** The id of the security group of its load balancer; undefined without one. */
  readonly edgeGroupId: pulumi.Output<string> | undefined;
  /** The ARN of the listener that serves it, for an API's private integration; undefined where AWS tells none. */
  readonly listenerArn: pulumi.Output<string> | undefined;
  /** The ARN of its entry in Cloud Map; undefined without one. */
  readonly discoveryArn: pulumi.Output<string> | undefined;
  /** The name of the service within its engine. */
  readonly serviceName: pulumi.Output<string>;
  /** The id of the security group of its tasks or pods. */
  readonly appGroupId: pulumi.Output<string>;
  /** The ARN of the role that its containers have. */
  readonly taskRoleArn: pulumi.Output<string>;
  /** The ARN of the topic that its alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;
  /** What a dashboard shows of it. */
  readonly section: DashboardSection;
}
