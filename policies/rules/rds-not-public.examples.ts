import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:rds/instance:Instance", props: { engine: "mysql", ...props } });
const member = (props: object) => ({
  type: "aws:rds/clusterInstance:ClusterInstance",
  props: { clusterIdentifier: "orders", engine: "aurora-mysql", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "an instance with a public address",
      resources: { orders: instance({ publiclyAccessible: true }) },
      says: { orders: "publiclyAccessible is true; set it to false" },
    },
    {
      title: "a replica and an instance of a cluster, spelled as text",
      resources: {
        copy: instance({ replicateSourceDb: "orders", publiclyAccessible: "true" }),
        writer: member({ publiclyAccessible: "true" }),
      },
      says: { copy: "publiclyAccessible is true", writer: "publiclyAccessible is true" },
    },
  ],
  allowed: [
    {
      title: "instances without a public address, stated or not",
      resources: {
        orders: instance({}),
        copy: instance({ replicateSourceDb: ref("orders", "identifier"), publiclyAccessible: false }),
        writer: member({}),
        reader: member({ publiclyAccessible: "false" }),
      },
    },
  ],
  undecided: [
    {
      title: "an instance of which it is not known",
      resources: { orders: instance({ publiclyAccessible: UNKNOWN }) },
      says: { orders: "publiclyAccessible is not known yet" },
    },
  ],
};
