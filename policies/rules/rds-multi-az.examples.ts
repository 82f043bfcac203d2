import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:rds/instance:Instance", props: { engine: "mysql", ...props } });
const cluster = (props: object = {}) => ({
  type: "aws:rds/cluster:Cluster",
  props: { engine: "aurora-mysql", ...props },
});
const member = (props: object = {}) => ({
  type: "aws:rds/clusterInstance:ClusterInstance",
  props: { clusterIdentifier: ref("orders"), engine: "aurora-mysql", instanceClass: "db.r8g.large", ...props },
});
const scaling = (props: object) => ({
  type: "aws:appautoscaling/target:Target",
  props: { serviceNamespace: "rds", scalableDimension: "rds:cluster:ReadReplicaCount", maxCapacity: 4, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "an instance in one zone, stated or not",
      resources: { orders: instance({}), users: instance({ multiAz: "false" }) },
      says: { orders: "multiAz is not set; set it to true", users: "multiAz is false; set it to true" },
    },
    {
      title: "a cluster of Aurora with one instance",
      resources: { orders: cluster(), writer: member() },
      says: { orders: "it has 1 instance; add one in another availability zone" },
      beyondRemedy: ["orders"],
    },
    {
      title: "a cluster whose instances are all in one zone, by its name",
      resources: {
        orders: cluster({ clusterIdentifier: "orders" }),
        writer: member({ clusterIdentifier: "orders", availabilityZone: "eu-west-1a" }),
        reader: member({ clusterIdentifier: "orders", availabilityZone: "eu-west-1a" }),
      },
      says: { orders: "its 2 instances are all in eu-west-1a; put one in another availability zone" },
      beyondRemedy: ["orders"],
    },
    {
      title: "a cluster whose readers may all be taken away",
      resources: {
        orders: cluster({ clusterIdentifier: "orders" }),
        writer: member(),
        target: scaling({ resourceId: "cluster:orders", minCapacity: 0 }),
      },
      says: { orders: "it has 1 instance" },
      beyondRemedy: ["orders"],
    },
  ],
  allowed: [
    {
      title: "an instance with a second one in another zone",
      resources: { orders: instance({ multiAz: true }), users: instance({ multiAz: "true" }) },
    },
    {
      title: "a replica, which is no more than a copy",
      resources: { orders: instance({ multiAz: true }), copy: instance({ replicateSourceDb: ref("orders") }) },
    },
    {
      title: "a cluster with two instances, in zones that AWS chooses or that are named",
      resources: {
        orders: cluster(),
        writer: member(),
        reader: member(),
        users: cluster({ clusterIdentifier: "users" }),
        a: member({ clusterIdentifier: "users", availabilityZone: "eu-west-1a" }),
        b: member({ clusterIdentifier: "users", availabilityZone: "eu-west-1b" }),
      },
    },
    {
      title: "a cluster with one instance and readers that Aurora's scaling keeps",
      resources: {
        orders: cluster({ clusterIdentifier: "orders" }),
        writer: member(),
        target: scaling({ resourceId: "cluster:orders", minCapacity: 1 }),
      },
    },
    {
      title: "a cluster of three zones, and one whose instances are elsewhere",
      resources: {
        zones: cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" }),
        copy: cluster({ globalClusterIdentifier: "world" }),
      },
    },
  ],
  undecided: [
    {
      title: "an instance of which it is not known",
      resources: { orders: instance({ multiAz: UNKNOWN }) },
      says: { orders: "multiAz is not known yet" },
    },
    {
      title: "how many readers the scaling of a cluster keeps",
      resources: {
        orders: cluster({ clusterIdentifier: "orders" }),
        writer: member(),
        target: scaling({ resourceId: "cluster:orders", minCapacity: UNKNOWN }),
      },
      says: { orders: "the minCapacity of its scaling target is not known yet" },
    },
  ],
};
