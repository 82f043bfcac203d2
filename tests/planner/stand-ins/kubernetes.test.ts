import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as k8s from "@pulumi/kubernetes";
import { record } from "../../../planner/record";
import { UNKNOWN } from "../../../planner/wire";

describe("stand-ins of Kubernetes", () => {
  it("identify what lives in a namespace by it and the name, and the rest by the name", async () => {
    const plan = await record(() => {
      const space = new k8s.core.v1.Namespace("shop", { metadata: { name: "shop" } });
      const labels = { app: "web" };
      const deployment = new k8s.apps.v1.Deployment("web", {
        metadata: { name: "web", namespace: space.metadata.name },
        spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [] } } },
      });
      new k8s.core.v1.ServiceAccount("plain", { metadata: { name: "plain" } });
      new k8s.storage.v1.StorageClass("disk", { metadata: { name: "disk" }, provisioner: "ebs.csi.eks.amazonaws.com" });
      new k8s.apiextensions.CustomResource("nodes", {
        apiVersion: "eks.amazonaws.com/v1",
        kind: "NodeClass",
        metadata: { name: "nodes" },
      });
      return { named: deployment.metadata.name, id: deployment.id };
    });
    assert.deepEqual(plan.outputs, { named: "web", id: "shop/web" });
    const ids = ["shop", "web", "plain", "disk", "nodes"].map((name) => plan.get(name).id);
    assert.deepEqual(ids, ["shop", "shop/web", "default/plain", "disk", "nodes"]);
  });

  it("name what is not named as the provider does, and keep the rest of its metadata", async () => {
    const plan = await record(() => {
      const map = new k8s.core.v1.ConfigMap("settings", { metadata: { labels: { app: "web" } }, data: { a: "b" } });
      const bare = new k8s.core.v1.ConfigMap("bare", { data: { a: "b" } });
      const prefixed = new k8s.core.v1.ConfigMap("prefixed", { metadata: { generateName: "web-" } });
      return { metadata: map.metadata, bare: bare.metadata.name, prefixed: prefixed.metadata.name };
    });
    const { name, ...rest } = plan.outputs.metadata as Record<string, unknown>;
    assert.match(String(name), /^settings-0ff11e[0-9a-f]{2}$/);
    assert.deepEqual(rest, { namespace: "default", labels: { app: "web" } });
    assert.match(String(plan.outputs.bare), /^bare-0ff11e[0-9a-f]{2}$/);
    assert.equal(plan.outputs.prefixed, UNKNOWN);
    assert.deepEqual(plan.get("settings").standIns, ["id", "metadata.name", "metadata.namespace"]);
    assert.deepEqual([plan.get("prefixed").id, plan.get("prefixed").standIns], [undefined, ["metadata.namespace"]]);
  });

  it("know the host of a load balancer that AWS makes for a Service or an Ingress", async () => {
    const plan = await record(() => {
      const metadata = { name: "storefront", namespace: "shop" };
      const service = new k8s.core.v1.Service("lb", { metadata, spec: { type: "LoadBalancer" } });
      const inside = new k8s.core.v1.Service("inside", { metadata, spec: { type: "ClusterIP" } });
      const ingress = new k8s.networking.v1.Ingress("web", { metadata, spec: {} });
      return {
        network: service.status.loadBalancer.ingress[0]?.hostname,
        application: ingress.status.loadBalancer.ingress[0]?.hostname,
        inside: inside.status.loadBalancer.ingress[0]?.hostname,
      };
    });
    const { network, application, inside } = plan.outputs;
    assert.match(
      String(network),
      /^k8s-shop-storefro-0ff11e[0-9a-f]{4}-0ff11e[0-9a-f]{10}\.elb\.eu-west-1\.amazonaws\.com$/,
    );
    assert.match(
      String(application),
      /^k8s-shop-storefro-0ff11e[0-9a-f]{4}-0ff11e[0-9a-f]{4}\.eu-west-1\.elb\.amazonaws\.com$/,
    );
    assert.equal(inside, UNKNOWN);
  });

  it("need no kubeconfig, and leave unknown what is named by something unknown", async () => {
    const plan = await record(() => {
      const kubeconfig = new aws.eks.Cluster("shop", {
        ...{ roleArn: "arn:aws:iam::123456789012:role/eks", vpcConfig: { subnetIds: ["subnet-1", "subnet-2"] } },
      }).endpoint.apply((server) => JSON.stringify({ clusters: [{ cluster: { server } }] }));
      const provider = new k8s.Provider("cluster", { kubeconfig });
      const namespace = new aws.ecs.Cluster("other").region;
      const spec = { type: "LoadBalancer" };
      const metadata = { name: "web", namespace };
      const service = new k8s.core.v1.Service("web", { metadata, spec }, { provider });
      return { id: service.id, host: service.status.loadBalancer.ingress[0]?.hostname };
    });
    assert.deepEqual(plan.outputs, { id: UNKNOWN, host: UNKNOWN });
    assert.match(String(plan.get("cluster").inputs.kubeconfig), /"server":"https:\/\/0FF11E/);
    assert.match(
      String(plan.get("web").provider),
      /^urn:pulumi:dev::test::pulumi:providers:kubernetes::cluster::0ff11e/,
    );
  });

  it("identify a Helm release as Helm does", async () => {
    const plan = await record(() => {
      const release = new k8s.helm.v3.Release("metrics", {
        chart: "metrics",
        namespace: "kube-system",
        name: "metrics",
      });
      return { id: release.id, status: release.status.namespace };
    });
    assert.deepEqual(plan.outputs, { id: "kube-system/metrics", status: "kube-system" });
  });
});
