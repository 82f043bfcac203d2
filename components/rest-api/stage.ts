import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accessLogFormat } from "../http-api/access-log";
import type { RouteKey } from "../http-api/route-key";
import { type Throttling, throttlingInput } from "../http-api/throttling";
import type { Methods } from "./methods";
import type { RestRoute } from "./route";

/** What a stage is made of. */
export interface StageArgs {
  readonly api: aws.apigateway.RestApi;
  readonly stageName: string;
  readonly methods: Methods;
  readonly routes: readonly (readonly [RouteKey, RestRoute])[];
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly executionLogs: "errors" | "all";
  readonly executionLog: aws.cloudwatch.LogGroup;
  readonly throttling: Throttling;
  /** What must be there before the API is deployed, and is deployed anew when it changes. */
  readonly policy: aws.apigateway.RestApiPolicy | undefined;
}

export function createStage(name: string, args: StageArgs, opts: pulumi.CustomResourceOptions): aws.apigateway.Stage {
  const { parent } = opts;
  const { api, stageName, methods, routes, logGroup, executionLogs, executionLog, throttling, policy } = args;
  // A stage serves a copy of the API, so every change of what is copied must make another.
  const definition = pulumi
    .jsonStringify([...methods.definition, policy?.policy ?? ""])
    .apply((text) => createHash("sha256").update(text).digest("hex"));
  const deployment = new aws.apigateway.Deployment(
    `${name}-deployment`,
    { restApi: api.id, triggers: { definition } },
    { parent, dependsOn: [...methods.made, ...(policy ? [policy] : [])] },
  );
  const stage = new aws.apigateway.Stage(
    `${name}-stage`,
    {
      restApi: api.id,
      stageName,
      deployment: deployment.id,
      accessLogSettings: { destinationArn: logGroup.arn, format: accessLogFormat.rest },
      xrayTracingEnabled: true,
      tags: { Name: name },
    },
    opts,
  );
  const settings = (role: string, methodPath: string, limits: Throttling) =>
    new aws.apigateway.MethodSettings(
      `${name}-${role}`,
      {
        restApi: api.id,
        stageName: stage.stageName,
        methodPath,
        settings: {
          metricsEnabled: true,
          loggingLevel: executionLogs === "errors" ? "ERROR" : "INFO",
          // It would log bodies and headers, and with them what is secret.
          dataTraceEnabled: false,
          ...throttlingInput(limits),
        },
      },
      { parent, dependsOn: executionLog },
    );
  settings("settings", "*/*", throttling);
  for (const [{ slug, method, path }, route] of routes) {
    // AWS writes the slashes of the path as ~1: https://github.com/hashicorp/terraform-provider-aws/issues/9738
    if (route.throttling) settings(`settings-${slug}`, `${path.replaceAll("/", "~1")}/${method}`, route.throttling);
  }
  return stage;
}
