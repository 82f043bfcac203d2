import * as aws from "@pulumi/aws";
import { CustomResource } from "@pulumi/kubernetes/apiextensions";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerSecret } from "../containers";
import type { Service } from "../service";
import type { Workload } from "./workload";

/**
 * Secrets come by AWS's provider for the Secrets Store CSI driver, not by External Secrets: each pod fetches its own
 * with its own role, which pod identity gives it, so that the role names exact ARNs. A controller that fetches for all
 * would have to be allowed the secrets of all. The driver also keeps a Kubernetes secret, encrypted with the cluster's
 * key and gone with the last pod, from which containers have their variables.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/ascp-pod-identity-integration.html
 */
export function secretProvider(
  { name, service, parent, opts }: Workload,
  namespace: pulumi.Input<string>,
): pulumi.Resource[] {
  const secrets = secretsOf(service);
  if (secrets.length === 0) return [];
  const { region } = aws.getRegionOutput({}, { parent });
  return [
    new CustomResource(
      `${name}-secrets`,
      {
        apiVersion: "secrets-store.csi.x-k8s.io/v1",
        kind: "SecretProviderClass",
        metadata: { name, namespace },
        spec: {
          provider: "aws",
          parameters: {
            region,
            usePodIdentity: "true",
            // The driver reads YAML, of which JSON is a part.
            objects: pulumi.jsonStringify(secrets.map(({ alias, secret }) => objectOf(alias, secret))),
          },
          secretObjects: [
            { secretName: name, type: "Opaque", data: secrets.map(({ alias }) => ({ objectName: alias, key: alias })) },
          ],
        },
      },
      opts,
    ),
  ];
}

/** A variable of a container within the pod's one secret; two containers may use a name for different things. */
export function variableKey(container: string, variable: string): string {
  return `${container}.${variable}`;
}

function secretsOf({ containers }: Service) {
  return containers.flatMap(({ name, secrets }) =>
    Object.entries(secrets).map(([variable, secret]) => ({ alias: variableKey(name, variable), secret })),
  );
}

function objectOf(objectAlias: string, secret: ContainerSecret) {
  if ("parameterArn" in secret) {
    // Parameters are asked for by name alone.
    const objectName = pulumi.output(secret.parameterArn).apply(parameterName);
    return { objectName, objectType: "ssmparameter", objectAlias };
  }
  const { secretArn, key } = secret;
  if (key === undefined) return { objectName: secretArn, objectAlias };
  // The whole secret is mounted as well and needs a name of its own; a quoted path is taken as it is.
  const path = JSON.stringify(key);
  return { objectName: secretArn, objectAlias: `${objectAlias}.whole`, jmesPath: [{ path, objectAlias }] };
}

/** A name with levels begins with a slash, which its ARN leaves out. */
function parameterName(arn: string): string {
  const name = arn.replace(/^.*:parameter\//, "");
  return name.includes("/") ? `/${name}` : name;
}

/** What the role of the pods may read: each secret by its ARN. */
export function secretStatements(service: Service) {
  const secrets = secretsOf(service).map(({ secret }) => secret);
  const unique = (arns: readonly pulumi.Input<string>[]) => [...new Set(arns)];
  const grant = (actions: string[], arns: readonly pulumi.Input<string>[]) =>
    arns.length === 0 ? [] : [{ Effect: "Allow", Action: actions, Resource: unique(arns) }];
  return [
    ...grant(
      ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      secrets.flatMap((secret) => ("secretArn" in secret ? [secret.secretArn] : [])),
    ),
    ...grant(
      ["ssm:GetParameters"],
      secrets.flatMap((secret) => ("parameterArn" in secret ? [secret.parameterArn] : [])),
    ),
    ...grant(
      ["kms:Decrypt"],
      secrets.flatMap(({ kmsKeyArn }) => kmsKeyArn ?? []),
    ),
  ];
}
