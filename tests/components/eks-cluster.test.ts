import assert from "node:assert/strict";
import { EksCluster } from "../../components/eks-cluster";
import { record } from "../../planner/record";
import { document, network, planned, waitsFor } from "./eks-cluster/planned-cluster";

const stop = (args: object, sentence: RegExp) => assert.rejects(planned(args), sentence);

describe("an EKS cluster", () => {
  it("is private, encrypted, logged, and entered by access entries alone", async () => {
    const plan = await planned({}, "prod");
    const { roleArn, encryptionConfig, ...inputs } = plan.get("platform-cluster").inputs;
    assert.deepEqual(inputs, {
      name: "platform-dev",
      version: "1.35",
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: false,
      computeConfig: {
        enabled: true,
        nodePools: ["system"],
        nodeRoleArn: plan.get("platform-node-role").outputs.arn,
      },
      kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } },
      storageConfig: { blockStorage: { enabled: true } },
      vpcConfig: {
        subnetIds: ["subnet-3", "subnet-4"],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      upgradePolicy: { supportType: "STANDARD" },
      zonalShiftConfig: { enabled: true },
      deletionProtection: true,
      controlPlaneScalingConfig: { tier: "standard" },
      tags: { Name: "platform" },
    });
    assert.equal(roleArn, plan.get("platform-role").outputs.arn);
    assert.deepEqual(encryptionConfig, {
      provider: { keyArn: plan.get("platform-secrets-key").outputs.arn },
      resources: ["secrets"],
    });
  });

  it("encrypts secrets with a rotating key of its own, which its role may use and nobody else's", async () => {
    const plan = await planned();
    assert.equal(plan.get("platform-secrets-key").inputs.enableKeyRotation, true);
    assert.deepEqual(document(plan.get("platform-role-secrets").inputs.policy).Statement, [
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants"],
        Resource: plan.get("platform-secrets-key").outputs.arn,
      },
    ]);
  });

  it("uses a key that is there already instead", async () => {
    const keyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    const plan = await planned({ secretsKeyArn: keyArn });
    assert.deepEqual(plan.names("aws:kms/key:Key"), []);
    assert.deepEqual(Object(plan.get("platform-cluster").inputs.encryptionConfig).provider, { keyArn });
  });

  it("has its log group, its key and its role's policies before it exists", async () => {
    const before = waitsFor(await planned(), "platform-cluster");
    for (const name of [
      "platform-logs",
      "platform-role-secrets",
      "platform-role-AmazonEKSClusterPolicy",
      "platform-role-AmazonEKSComputePolicy",
      "platform-role-AmazonEKSBlockStoragePolicy",
      "platform-role-AmazonEKSLoadBalancingPolicy",
      "platform-role-AmazonEKSNetworkingPolicy",
      "platform-node-role-AmazonEKSWorkerNodeMinimalPolicy",
      "platform-node-role-AmazonEC2ContainerRegistryPullOnly",
    ])
      assert.ok(before.includes(name), `${name} is not awaited`);
  });

  it("keeps its logs and its pods' output for a year in prod", async () => {
    const plan = await planned({}, "prod");
    const kept = plan
      .ofType("aws:cloudwatch/logGroup:LogGroup")
      .map(({ inputs }) => [inputs.name, inputs.retentionInDays]);
    assert.deepEqual(kept.sort(), [
      ["/aws/containerinsights/platform-dev/application", 365],
      ["/aws/containerinsights/platform-dev/dataplane", 365],
      ["/aws/containerinsights/platform-dev/host", 365],
      ["/aws/containerinsights/platform-dev/performance", 365],
      ["/aws/eks/platform-dev/cluster", 365],
    ]);
  });

  it("answers on the internet to the stated ranges only", async () => {
    const plan = await planned({ endpointCidrs: ["203.0.113.0/24"] });
    assert.deepEqual(plan.get("platform-cluster").inputs.vpcConfig, {
      subnetIds: ["subnet-3", "subnet-4"],
      endpointPrivateAccess: true,
      endpointPublicAccess: true,
      publicAccessCidrs: ["203.0.113.0/24"],
    });
  });

  it("can have another control plane, support and network as it is told", async () => {
    const plan = await planned({
      version: "1.34",
      support: "extended",
      controlPlaneTier: "2xl",
      zonalShift: false,
      remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.81.0.0/16"] },
    });
    const { inputs } = plan.get("platform-cluster");
    assert.equal(inputs.version, "1.34");
    assert.deepEqual(inputs.upgradePolicy, { supportType: "EXTENDED" });
    assert.deepEqual(inputs.controlPlaneScalingConfig, { tier: "tier-2xl" });
    assert.deepEqual(inputs.zonalShiftConfig, { enabled: false });
    assert.deepEqual(inputs.remoteNetworkConfig, {
      remoteNodeNetworks: { cidrs: ["10.80.0.0/16"] },
      remotePodNetworks: { cidrs: ["10.81.0.0/16"] },
    });
  });

  it("gives Kubernetes objects a provider that holds no secret and asks the AWS CLI for tokens", async () => {
    const plan = await planned();
    const provider = plan.get("platform-kubernetes");
    const { users, clusters } = document(provider.inputs.kubeconfig);
    assert.deepEqual(users[0].user, {
      exec: {
        apiVersion: "client.authentication.k8s.io/v1beta1",
        command: "aws",
        args: ["eks", "get-token", "--cluster-name", "platform-dev", "--region", "eu-west-1", "--output", "json"],
        interactiveMode: "Never",
      },
    });
    assert.equal(clusters[0].cluster.server, plan.get("platform-cluster").outputs.endpoint);
    assert.ok(waitsFor(plan, "platform-kubernetes").includes("platform-access-deployer-policy"));
  });

  it("asks for tokens as the profile that the stack names", async () => {
    const plan = await record(() => new EksCluster("platform", { network }), { config: { "aws:profile": "shop" } });
    const [{ user }] = document(plan.get("platform-kubernetes").inputs.kubeconfig).users;
    assert.deepEqual(user.exec.env, [{ name: "AWS_PROFILE", value: "shop" }]);
  });

  it("is refused in one zone, under a long name, or with arguments that contradict each other", async () => {
    await assert.rejects(
      record(() => new EksCluster("platform", { network: { ...network, privateSubnetIds: ["subnet-3"] } })),
      /EKS cluster "platform": network\.privateSubnetIds must hold subnets of at least two zones, got 1/,
    );
    await assert.rejects(
      record(() => new EksCluster("p".repeat(31), { network })),
      /name must be at most 30 letters/,
    );
    await stop({ version: "1.4" }, /version must be a minor version in quotes such as "1.35", got "1.4"/);
    await stop({ endpointCidrs: ["0.0.0.0/0"] }, /endpointCidrs must hold no range wider than \/8, got "0.0.0.0\/0"/);
    await stop({ endpointCidrs: ["2001:db8::/32"] }, /endpointCidrs must hold IPv4 ranges, got "2001:db8::\/32"/);
    await stop(
      { remoteNetworks: { nodeCidrs: [] } },
      /remoteNetworks\.nodeCidrs must name at least one range, got \[\]/,
    );
    await stop({ logs: { retentionDays: 10 } }, /logs\.retentionDays must be one of 1, 3, 5/);
    await stop(
      { nodes: { type: "fargate" }, containerInsights: true },
      /containerInsights must be false on Fargate nodes, which run no daemons, got true/,
    );
  });
});
