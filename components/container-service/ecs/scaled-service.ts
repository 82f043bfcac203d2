import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What scaling needs to know: the service, and where its requests come from. */
export interface ScaledService {
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  /** Undefined without an application load balancer. */
  readonly requests:
    | { readonly balancer: pulumi.Input<string>; readonly targetGroup: pulumi.Input<string> }
    | undefined;
}

/** What a policy says of its target. */
export function targetInput({ serviceNamespace, scalableDimension, resourceId }: aws.appautoscaling.Target) {
  return { serviceNamespace, scalableDimension, resourceId };
}
