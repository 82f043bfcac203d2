import assert from "node:assert/strict";
import { document, planned, waitsFor } from "./planned-cluster";

const addOns = async (args: object) => (await planned(args)).names("aws:eks/addon:Addon");

describe("the add-ons of an EKS cluster", () => {
  it("are few on Auto Mode, which brings the others itself", async () => {
    assert.deepEqual(await addOns({}), [
      "platform-amazon-cloudwatch-observability",
      "platform-aws-secrets-store-csi-driver-provider",
      "platform-metrics-server",
    ]);
  });

  it("hold network, DNS, disks and pod identity on instances", async () => {
    for (const type of ["managed", "selfManaged"])
      assert.deepEqual(await addOns({ nodes: { type } }), [
        "platform-amazon-cloudwatch-observability",
        "platform-aws-ebs-csi-driver",
        "platform-aws-secrets-store-csi-driver-provider",
        "platform-coredns",
        "platform-eks-node-monitoring-agent",
        "platform-eks-pod-identity-agent",
        "platform-kube-proxy",
        "platform-metrics-server",
        "platform-vpc-cni",
      ]);
  });

  it("are none that run as daemons on Fargate", async () => {
    assert.deepEqual(await addOns({ nodes: { type: "fargate" } }), ["platform-coredns", "platform-metrics-server"]);
    const coredns = (await planned({ nodes: { type: "fargate" } })).get("platform-coredns");
    assert.deepEqual(document(coredns.inputs.configurationValues), { computeType: "Fargate" });
  });

  it("come before the nodes if nodes need them, and otherwise after", async () => {
    const plan = await planned({ nodes: { type: "managed" } });
    const first = ["platform-vpc-cni", "platform-kube-proxy", "platform-eks-pod-identity-agent"];
    for (const name of first) {
      assert.ok(waitsFor(plan, "platform-nodes-group").includes(name), `nodes do not wait for ${name}`);
      assert.ok(!waitsFor(plan, name).includes("platform-nodes-group"));
    }
    for (const name of ["platform-coredns", "platform-metrics-server", "platform-aws-ebs-csi-driver"])
      assert.ok(waitsFor(plan, name).includes("platform-nodes-group"), `${name} does not wait for nodes`);
  });

  it("have their rights by pod identity, for their own service account", async () => {
    const plan = await planned({ nodes: { type: "managed" } });
    const role = plan.get("platform-aws-node");
    assert.deepEqual(document(role.inputs.assumeRolePolicy).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/kubernetes-namespace": "kube-system",
            "aws:RequestTag/kubernetes-service-account": "aws-node",
          },
        },
      },
    ]);
    assert.deepEqual(plan.get("platform-vpc-cni").inputs.podIdentityAssociations, [
      { serviceAccount: "aws-node", roleArn: role.outputs.arn },
    ]);
    assert.equal(
      plan.get("platform-aws-node-AmazonEKS_CNI_Policy").inputs.policyArn,
      "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
    );
    assert.ok(waitsFor(plan, "platform-vpc-cni").includes("platform-aws-node-AmazonEKS_CNI_Policy"));
  });

  it("write into log groups that are there before them", async () => {
    const before = waitsFor(await planned(), "platform-amazon-cloudwatch-observability");
    assert.ok(before.includes("platform-insights-application"));
  });

  it("take a version and settings, and further ones what AWS says that they need", async () => {
    const plan = await planned({
      nodes: { type: "managed" },
      addOns: {
        "vpc-cni": { version: "v1.22.4-eksbuild.3", configuration: { enableNetworkPolicy: "true" } },
        "aws-efs-csi-driver": {},
      },
    });
    const { addonVersion, configurationValues, podIdentityAssociations } = plan.get("platform-vpc-cni").inputs;
    assert.equal(addonVersion, "v1.22.4-eksbuild.3");
    assert.deepEqual(document(configurationValues), { enableNetworkPolicy: "true" });
    assert.equal(Object(podIdentityAssociations).length, 1);
    assert.ok(waitsFor(plan, "platform-nodes-group").includes("platform-vpc-cni"));
    assert.deepEqual(
      Object(plan.get("platform-aws-efs-csi-driver").inputs.podIdentityAssociations).map(
        ({ serviceAccount }: { serviceAccount: string }) => serviceAccount,
      ),
      ["efs-csi-controller-sa", "efs-csi-node-sa"],
    );
  });

  it("are refused with a version that is none", async () => {
    await assert.rejects(
      planned({ addOns: { coredns: { version: "1.13" } } }),
      /addOns\.coredns\.version must be a version such as "v1\.22\.4-eksbuild\.3", got "1\.13"/,
    );
  });
});
