import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as awsx from "@pulumi/awsx";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../../../planner/record";
import { UNKNOWN } from "../../../planner/wire";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";

describe("stand-ins of ECS", () => {
  it("name a service and its task definition by their cluster and family", async () => {
    const plan = await record(() => {
      const cluster = new aws.ecs.Cluster("shop", { name: "shop" });
      const task = new aws.ecs.TaskDefinition("web", { family: "web", containerDefinitions: "[]" });
      new aws.ecs.Service("web", { name: "web", cluster: cluster.arn, taskDefinition: task.arn });
      new aws.ecs.Service("alone", { name: "alone" });
      new aws.ecs.ClusterCapacityProviders("web", { clusterName: cluster.name, capacityProviders: ["FARGATE"] });
    });
    const arn = "arn:aws:ecs:eu-west-1:123456789012";
    assert.equal(plan.get("shop").id, `${arn}:cluster/shop`);
    assert.equal(plan.get("web", "aws:ecs/taskDefinition:TaskDefinition").id, "web");
    assert.deepEqual(plan.get("web", "aws:ecs/service:Service").inputs.taskDefinition, `${arn}:task-definition/web:1`);
    assert.equal(plan.get("web", "aws:ecs/service:Service").id, `${arn}:service/shop/web`);
    assert.equal(plan.get("alone").id, `${arn}:service/default/alone`);
    assert.equal(plan.get("web", "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders").id, "shop");
  });

  it("leave the ARN of a service unknown when its cluster is", async () => {
    const plan = await record(() => {
      const cluster = new aws.ecs.Cluster("shop").region;
      const service = new aws.ecs.Service("web", { cluster });
      return { arn: service.arn };
    });
    assert.equal(plan.outputs.arn, UNKNOWN);
  });
});

describe("stand-ins of images", () => {
  it("give a repository the URL of the account's registry in its region", async () => {
    const plan = await record(() => {
      const own = new aws.ecr.Repository("own", { name: "shop/web", region: "us-east-1" });
      const named = new aws.ecr.Repository("auto");
      const open = new aws.ecrpublic.Repository("open", { repositoryName: "shop" });
      return { own: own.repositoryUrl, named: named.repositoryUrl, open: open.repositoryUri };
    });
    assert.equal(plan.outputs.own, "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web");
    assert.match(
      String(plan.outputs.named),
      /^123456789012\.dkr\.ecr\.eu-west-1\.amazonaws\.com\/auto-0ff11e[0-9a-f]$/,
    );
    assert.match(String(plan.outputs.open), /^public\.ecr\.aws\/0ff11e[0-9a-f]{2}\/shop$/);
  });

  it("name what awsx builds by its digest, in documents too, although its children are not expanded", async () => {
    const plan = await record(() => {
      const repository = new aws.ecr.Repository("web", { name: "web" });
      const image = new awsx.ecr.Image("web", { repositoryUrl: repository.repositoryUrl, context: "./app" });
      return { image: image.imageUri, document: pulumi.jsonStringify([{ image: image.imageUri }]) };
    });
    const uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:0ff11e[0-9a-f]{58}";
    assert.match(String(plan.outputs.image), new RegExp(`^${uri}$`));
    assert.match(String(plan.outputs.document), new RegExp(`^\\[{"image":"${uri}"}\\]$`));
    const built = plan.get("web", "awsx:ecr:Image");
    assert.deepEqual([built.remote, built.standIns, built.id], [true, ["imageUri"], undefined]);
  });

  it("leave the image unknown where its repository is, and say nothing of other remote components", async () => {
    const plan = await record(() => {
      const image = new awsx.ecr.Image("web", {
        repositoryUrl: new aws.ecr.Repository("web").imageTagMutability.apply(String),
      });
      const vpc = new awsx.ec2.Vpc("main");
      return { image: image.imageUri, vpc: vpc.vpcId };
    });
    assert.deepEqual(plan.outputs, { image: UNKNOWN, vpc: UNKNOWN });
    assert.deepEqual(plan.get("main").outputs, {});
  });
});

describe("stand-ins of EKS", () => {
  it("give a cluster an endpoint, an issuer and a security group within its own vpcConfig", async () => {
    const plan = await record(() => {
      const cluster = new aws.eks.Cluster("shop", {
        name: "shop",
        roleArn: "arn:aws:iam::123456789012:role/eks",
        vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], endpointPublicAccess: false },
      });
      const issuer = cluster.identities.apply(([identity]) => identity?.oidcs[0]?.issuer);
      const { endpoint, vpcConfig, certificateAuthority } = cluster;
      return { endpoint, issuer, vpcConfig, authority: certificateAuthority.data };
    });
    const { endpoint, issuer, vpcConfig, authority } = plan.outputs;
    assert.match(String(endpoint), /^https:\/\/0FF11E[0-9A-F]{26}\.gr7\.eu-west-1\.eks\.amazonaws\.com$/);
    assert.match(String(issuer), /^https:\/\/oidc\.eks\.eu-west-1\.amazonaws\.com\/id\/0FF11E[0-9A-F]{26}$/);
    assert.match(Buffer.from(String(authority), "base64").toString(), /BEGIN CERTIFICATE/);
    const { clusterSecurityGroupId, ...stated } = vpcConfig as Record<string, unknown>;
    assert.match(String(clusterSecurityGroupId), /^sg-0ff11e[0-9a-f]{11}$/);
    assert.deepEqual(stated, { subnetIds: ["subnet-1", "subnet-2"], endpointPublicAccess: false });
    const { id, standIns } = plan.get("shop");
    assert.equal(id, "shop");
    assert.ok(standIns.includes("vpcConfig.clusterSecurityGroupId") && !standIns.includes("vpcConfig"));
  });

  it("name the parts of a cluster by the cluster and themselves", async () => {
    const role = "arn:aws:iam::123456789012:role/team/admin";
    const policy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy";
    const plan = await record(() => {
      const subnetIds = ["subnet-1", "subnet-2"];
      const clusterName = "shop";
      const scalingConfig = { minSize: 2, desiredSize: 2, maxSize: 4 };
      const nodes = new aws.eks.NodeGroup("nodes", {
        ...{ clusterName, nodeGroupName: "nodes", nodeRoleArn: role, subnetIds, scalingConfig },
      });
      new aws.eks.Addon("cni", { clusterName, addonName: "vpc-cni" });
      new aws.eks.FargateProfile("jobs", {
        ...{ clusterName, fargateProfileName: "jobs", podExecutionRoleArn: role, subnetIds },
        selectors: [{ namespace: "jobs" }],
      });
      new aws.eks.AccessEntry("admin", { clusterName, principalArn: role });
      new aws.eks.AccessPolicyAssociation("view", {
        ...{ clusterName, principalArn: role, policyArn: policy, accessScope: { type: "cluster" } },
      });
      const pod = { clusterName, namespace: "default", serviceAccount: "web", roleArn: role };
      new aws.eks.PodIdentityAssociation("web", pod);
      return { group: nodes.resources.apply(([made]) => made?.autoscalingGroups[0]?.name) };
    });
    const ids = ["nodes", "cni", "jobs", "admin", "view"].map((name) => plan.get(name).id);
    assert.deepEqual(ids, ["shop:nodes", "shop:vpc-cni", "shop:jobs", `shop:${role}`, `shop#${role}#${policy}`]);
    assert.match(String(plan.get("web").id), /^a-0ff11e[0-9a-f]{11}$/);
    const eks = "^arn:aws:eks:eu-west-1:123456789012";
    assert.match(String(plan.get("nodes").outputs.arn), new RegExp(`${eks}:nodegroup/shop/nodes/${uuid}$`));
    assert.match(String(plan.get("cni").outputs.arn), new RegExp(`${eks}:addon/shop/vpc-cni/${uuid}$`));
    assert.match(
      String(plan.get("admin").outputs.accessEntryArn),
      new RegExp(`${eks}:access-entry/shop/role/123456789012/admin/${uuid}$`),
    );
    assert.match(String(plan.outputs.group), new RegExp(`^eks-nodes-${uuid}$`));
  });

  it("let the parts of an imported cluster's ARN follow the id that it really has", async () => {
    const plan = await record(() => {
      const vpcConfig = { subnetIds: ["subnet-1", "subnet-2"] };
      new aws.eks.Cluster("shop", { roleArn: "arn:aws:iam::123456789012:role/eks", vpcConfig }, { import: "live" });
    });
    const { id, outputs } = plan.get("shop");
    assert.deepEqual([id, outputs.arn], ["live", "arn:aws:eks:eu-west-1:123456789012:cluster/live"]);
  });
});
