import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:rds/instance:Instance", props: { engine: "mysql", ...props } });
const cluster = (props: object) => ({ type: "aws:rds/cluster:Cluster", props: { engine: "aurora-mysql", ...props } });
const globalCluster = (props: object) => ({
  type: "aws:rds/globalCluster:GlobalCluster",
  props: { globalClusterIdentifier: "world", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "databases of each kind that anybody can delete",
      resources: { orders: instance({}), aurora: cluster({ deletionProtection: "false" }), world: globalCluster({}) },
      says: {
        orders: "deletionProtection is not set; set it to true",
        aurora: "deletionProtection is false; set it to true",
        world: "deletionProtection is not set",
      },
    },
    {
      title: "a database that Pulumi alone protects",
      resources: { orders: { ...instance({}), protect: true } },
      says: { orders: "deletionProtection is not set" },
    },
  ],
  allowed: [
    {
      title: "databases that AWS protects",
      resources: {
        orders: instance({ deletionProtection: true }),
        aurora: cluster({ deletionProtection: "true" }),
        world: globalCluster({ deletionProtection: true }),
      },
    },
    {
      title: "a replica, which can be made again",
      resources: {
        orders: instance({ deletionProtection: true }),
        copy: instance({ replicateSourceDb: ref("orders", "identifier") }),
      },
    },
  ],
  undecided: [
    {
      title: "protection that is not known",
      resources: { orders: instance({ deletionProtection: UNKNOWN }) },
      says: { orders: "deletionProtection is not known yet" },
    },
  ],
};
