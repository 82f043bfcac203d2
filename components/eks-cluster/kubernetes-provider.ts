import * as aws from "@pulumi/aws";
import { Provider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";

/**
 * The provider of a cluster's Kubernetes objects. It holds no secret and no file: the AWS CLI makes a token for
 * whoever deploys, each time one is needed, so that a plan needs neither. Modules of the package are imported by their
 * own paths: together they load four times as fast as the package, which every program with containers would pay for.
 */
export function kubernetesProvider(
  name: string,
  cluster: aws.eks.Cluster,
  granted: readonly pulumi.Resource[],
  parent: pulumi.Resource,
): Provider {
  const { region } = aws.getRegionOutput({}, { parent });
  const profile = new pulumi.Config("aws").get("profile");
  const kubeconfig = pulumi.jsonStringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: cluster.name,
        cluster: {
          server: cluster.endpoint,
          "certificate-authority-data": cluster.certificateAuthority.data,
        },
      },
    ],
    contexts: [{ name: cluster.name, context: { cluster: cluster.name, user: cluster.name } }],
    "current-context": cluster.name,
    users: [
      {
        name: cluster.name,
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: ["eks", "get-token", "--cluster-name", cluster.name, "--region", region, "--output", "json"],
            // As the provider of AWS does, it acts as the profile that the stack names.
            env: profile === undefined ? undefined : [{ name: "AWS_PROFILE", value: profile }],
            interactiveMode: "Never",
          },
        },
      },
    ],
  });
  return new Provider(
    `${name}-kubernetes`,
    // A new cluster has a new endpoint, and nothing of what was on the old one; another kubeconfig replaces nothing.
    { kubeconfig, clusterIdentifier: cluster.endpoint },
    { parent, dependsOn: [...granted] },
  );
}
