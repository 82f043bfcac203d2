import assert from "node:assert/strict";
import type { EksNodes } from "../../../components/eks-cluster/nodes";
import { document, planned, waitsFor } from "./planned-cluster";

const stop = (nodes: EksNodes, sentence: RegExp) => assert.rejects(planned({ nodes }), sentence);

describe("the nodes of Auto Mode", () => {
  it("are made for either architecture, on demand, and no more than may be", async () => {
    const plan = await planned({ nodes: { type: "auto", maxVcpus: 40 } });
    const { apiVersion, kind, spec } = plan.get("platform-workloads").inputs;
    assert.deepEqual([apiVersion, kind], ["karpenter.sh/v1", "NodePool"]);
    const { template, limits } = Object(spec);
    assert.deepEqual(limits, { cpu: "40" });
    assert.deepEqual(template.spec.requirements, [
      { key: "eks.amazonaws.com/instance-category", operator: "In", values: ["c", "m", "r"] },
      { key: "eks.amazonaws.com/instance-generation", operator: "Gt", values: ["4"] },
      { key: "kubernetes.io/arch", operator: "In", values: ["arm64", "amd64"] },
      { key: "karpenter.sh/capacity-type", operator: "In", values: ["on-demand"] },
    ]);
    assert.ok(waitsFor(plan, "platform-metrics-server").includes("platform-workloads"));
  });

  it("are of spare capacity first if that is asked for", async () => {
    const plan = await planned({ nodes: { type: "auto", purchasing: "spot" } });
    const { requirements } = Object(plan.get("platform-workloads").inputs.spec).template.spec;
    assert.deepEqual(requirements[3].values, ["spot", "on-demand"]);
  });
});

describe("managed nodes", () => {
  it("are a group in private subnets that is repaired, and later keeps the size that it has", async () => {
    const plan = await planned({ nodes: { type: "managed" } });
    const { nodeRoleArn, launchTemplate, ...inputs } = plan.get("platform-nodes-group").inputs;
    assert.deepEqual(inputs, {
      clusterName: "platform-dev",
      version: "1.35",
      subnetIds: ["subnet-3", "subnet-4"],
      amiType: "AL2023_ARM_64_STANDARD",
      capacityType: "ON_DEMAND",
      instanceTypes: ["t4g.medium"],
      scalingConfig: { minSize: 2, maxSize: 2, desiredSize: 2 },
      updateConfig: { maxUnavailablePercentage: 33 },
      nodeRepairConfig: { enabled: true },
      labels: {},
      tags: { Name: "platform-nodes" },
    });
    assert.equal(nodeRoleArn, plan.get("platform-nodes-role").outputs.arn);
    assert.equal(Object(launchTemplate).id, plan.get("platform-nodes-template").id);
    assert.deepEqual(plan.get("platform-nodes-group").options.ignoreChanges, ["scalingConfig.desiredSize"]);
  });

  it("require IMDSv2, keep its tokens from pods, and have encrypted disks", async () => {
    const { inputs } = (await planned({ nodes: { type: "managed" } })).get("platform-nodes-template");
    assert.deepEqual(inputs.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    assert.deepEqual(inputs.blockDeviceMappings, [
      {
        deviceName: "/dev/xvda",
        ebs: { volumeType: "gp3", volumeSize: 50, encrypted: "true", deleteOnTermination: "true" },
      },
    ]);
    assert.equal(inputs.iamInstanceProfile, undefined);
  });

  it("have no rights on the network: those are the CNI's own", async () => {
    const plan = await planned({ nodes: { type: "managed" } });
    const attached = plan
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === plan.get("platform-nodes-role").outputs.name)
      .map(({ inputs }) => String(inputs.policyArn).replace("arn:aws:iam::aws:policy/", ""));
    assert.deepEqual(attached.sort(), [
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKSWorkerNodePolicy",
      "AmazonSSMManagedInstanceCore",
    ]);
  });

  it("can be several groups, of spare capacity and Bottlerocket too", async () => {
    const plan = await planned({
      nodes: {
        type: "managed",
        groups: {
          base: { instanceTypes: ["m7g.large"] },
          spot: {
            purchasing: "spot",
            instanceTypes: ["m7g.large", "m6g.large"],
            ami: "bottlerocket",
            minSize: 2,
            maxSize: 8,
            desiredSize: 3,
            labels: { capacity: "spot" },
          },
        },
      },
    });
    const { capacityType, instanceTypes, amiType, scalingConfig, labels } = plan.get("platform-spot-group").inputs;
    assert.deepEqual(
      { capacityType, instanceTypes, amiType, scalingConfig, labels },
      {
        capacityType: "SPOT",
        instanceTypes: ["m7g.large", "m6g.large"],
        amiType: "BOTTLEROCKET_ARM_64",
        scalingConfig: { minSize: 2, maxSize: 8, desiredSize: 3 },
        labels: { capacity: "spot" },
      },
    );
    const devices = Object(plan.get("platform-spot-template").inputs.blockDeviceMappings);
    assert.deepEqual(
      devices.map(({ deviceName }: { deviceName: string }) => deviceName),
      ["/dev/xvda", "/dev/xvdb"],
    );
    assert.equal(plan.get("platform-base-group").inputs.capacityType, "ON_DEMAND");
  });
});

describe("self-managed nodes", () => {
  it("boot AWS's newest image for the version, known to the cluster before they ask to join", async () => {
    const plan = await planned({ nodes: { type: "selfManaged", instanceTypes: ["m7i.large"] } });
    const { inputs } = plan.get("platform-nodes-template");
    assert.match(String(inputs.imageId), /^ami-0ff11e/);
    assert.deepEqual(inputs.vpcSecurityGroupIds, [
      Object(plan.get("platform-cluster").outputs.vpcConfig).clusterSecurityGroupId,
    ]);
    assert.deepEqual(inputs.metadataOptions, {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
    const entry = plan.get("platform-nodes-access");
    assert.equal(entry.inputs.type, "EC2_LINUX");
    assert.equal(entry.inputs.principalArn, plan.get("platform-nodes-role").outputs.arn);
    for (const name of ["platform-nodes-access", "platform-vpc-cni"])
      assert.ok(waitsFor(plan, "platform-nodes-asg").includes(name), `does not wait for ${name}`);
  });

  it("are told where the cluster is, in the form that AL2023 reads", async () => {
    const plan = await planned({ nodes: { type: "selfManaged" } });
    const text = Buffer.from(String(plan.get("platform-nodes-template").inputs.userData), "base64").toString();
    const [, config] = /application\/node\.eks\.aws\n\n(.*)\n/.exec(text) ?? [];
    const { endpoint, certificateAuthority, kubernetesNetworkConfig } = plan.get("platform-cluster").outputs;
    assert.deepEqual(document(config), {
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: {
        cluster: {
          name: "platform-dev",
          apiServerEndpoint: endpoint,
          certificateAuthority: Object(certificateAuthority).data,
          cidr: Object(kubernetesNetworkConfig).serviceIpv4Cidr,
        },
      },
    });
  });

  it("are told the same in Bottlerocket's form", async () => {
    const plan = await planned({ nodes: { type: "selfManaged", ami: "bottlerocket" } });
    const text = Buffer.from(String(plan.get("platform-nodes-template").inputs.userData), "base64").toString();
    assert.match(text, /^\[settings\.kubernetes\]\ncluster-name = "platform-dev"\napi-server = "https:/);
    assert.match(text, /\ncluster-dns-ip = "\d+\.\d+\.\d+\.10"\n$/);
  });

  it("span the zones in a group that later keeps the size that it has, and bear the cluster's tag", async () => {
    const plan = await planned({ nodes: { type: "selfManaged" } });
    const { inputs, options } = plan.get("platform-nodes-asg");
    assert.deepEqual(inputs.vpcZoneIdentifiers, ["subnet-3", "subnet-4"]);
    assert.deepEqual([inputs.minSize, inputs.maxSize, inputs.desiredCapacity], [2, 2, 2]);
    assert.deepEqual(options.ignoreChanges, ["desiredCapacity"]);
    assert.ok(Object(inputs.tags).some(({ key }: { key: string }) => key === "kubernetes.io/cluster/platform-dev"));
  });
});

describe("Fargate nodes", () => {
  it("take every pod, in private subnets, once its output has somewhere to go", async () => {
    const plan = await planned({ nodes: { type: "fargate" } });
    const { podExecutionRoleArn, ...inputs } = plan.get("platform-fargate").inputs;
    assert.deepEqual(inputs, {
      clusterName: "platform-dev",
      subnetIds: ["subnet-3", "subnet-4"],
      selectors: [{ namespace: "*" }],
      tags: { Name: "platform-fargate" },
    });
    assert.equal(podExecutionRoleArn, plan.get("platform-fargate-role").outputs.arn);
    const data = Object(plan.get("platform-logging").inputs.data);
    assert.match(data["output.conf"], /\n {4}log_group_name \/aws\/eks\/platform-dev\/pods\n/);
    assert.ok(waitsFor(plan, "platform-fargate").includes("platform-logging"));
    assert.equal(plan.get("platform-pods").inputs.retentionInDays, 14);
  });

  it("have a role that only the profiles of this cluster can take", async () => {
    const plan = await planned({ nodes: { type: "fargate" } });
    const [statement] = document(plan.get("platform-fargate-role").inputs.assumeRolePolicy).Statement;
    assert.deepEqual(statement.Condition, {
      ArnLike: { "aws:SourceArn": "arn:aws:eks:eu-west-1:123456789012:fargateprofile/platform-dev/*" },
    });
  });

  it("leave identity to the cluster's own tokens, as they have no pod identity", async () => {
    const plan = await planned({ nodes: { type: "fargate" } });
    const { url, clientIdLists } = plan.get("platform-oidc").inputs;
    assert.match(String(url), /^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\/[0-9A-F]+$/);
    assert.deepEqual(clientIdLists, ["sts.amazonaws.com"]);
  });
});

describe("nodes that cannot be", () => {
  it("are refused with one sentence", async () => {
    await stop({ type: "auto", maxVcpus: 1 }, /nodes\.maxVcpus must be a whole number, 2 or more, got 1/);
    await stop({ type: "managed", groups: {} }, /nodes\.groups must name at least one group, got \{\}/);
    await stop(
      { type: "managed", groups: { base: { minSize: 1 } } },
      /nodes\.groups\.base\.minSize must be a whole number, 2 or more to span two zones, got 1/,
    );
    await stop(
      { type: "managed", groups: { a: { instanceTypes: ["m7g.large"] }, b: { instanceTypes: ["m7i.large"] } } },
      /nodes\.groups must all be arm64 \(Graviton\) or all be x86_64, got \["a","b"\]/,
    );
    await stop(
      { type: "selfManaged", minSize: 4, maxSize: 3 },
      /nodes\.maxSize must be a whole number, at least minSize \(4\), got 3/,
    );
    await stop(
      { type: "selfManaged", desiredSize: 9 },
      /nodes\.desiredSize must be between minSize \(2\) and maxSize \(2\), got 9/,
    );
    await stop(
      { type: "selfManaged", diskGiB: 8 },
      /nodes\.diskGiB must be a whole number of GiB between 20 and 16384, got 8/,
    );
  });
});
