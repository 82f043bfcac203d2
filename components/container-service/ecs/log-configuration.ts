import type * as pulumi from "@pulumi/pulumi";
import type { EcsService } from "../service";

/** Where containers write. */
export interface LogDestination {
  readonly groupName: pulumi.Input<string>;
  readonly region: pulumi.Input<string>;
  /** The image of the log router; undefined without one. */
  readonly routerImage: pulumi.Input<string> | undefined;
}

export function logConfiguration(container: string, { logRouter }: EcsService, logs: LogDestination): object {
  if (logRouter) return { logDriver: "awsfirelens", options: logRouter.options };
  return cloudWatch(container, logs);
}

/** A container must not stand still because CloudWatch does: what does not fit the buffer is lost. */
export function cloudWatch(container: string, { groupName, region }: LogDestination) {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": groupName,
      "awslogs-region": region,
      "awslogs-stream-prefix": container,
      mode: "non-blocking",
      "max-buffer-size": "25m",
    },
  };
}

/** The router itself: ECS makes the other containers wait for it, and its configuration. */
export function logRouterDefinition(logs: LogDestination): object {
  return {
    name: "log-router",
    image: logs.routerImage,
    essential: true,
    memoryReservation: 64,
    environment: [],
    mountPoints: [],
    // FireLens asks for root: it puts the socket and the configuration there.
    user: "0",
    readonlyRootFilesystem: false,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"], add: [] } },
    firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
    logConfiguration: cloudWatch("log-router", logs),
  };
}
