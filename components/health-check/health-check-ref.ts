import type * as pulumi from "@pulumi/pulumi";

/** A health check that there is; a `HealthCheck` is one. */
export interface HealthCheckRef {
  readonly healthCheckId: pulumi.Input<string>;
}
