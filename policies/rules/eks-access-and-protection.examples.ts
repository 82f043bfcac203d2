import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (props: object) => ({ type: "aws:eks/cluster:Cluster", props: { ...props } });
const safe = {
  accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
  deletionProtection: true,
};

export const examples: Examples = {
  denied: [
    {
      title: "a cluster that says nothing",
      resources: { shop: cluster({}) },
      says: {
        shop: [
          'accessConfig.authenticationMode is not set; set it to "API"',
          "accessConfig.bootstrapClusterCreatorAdminPermissions is not false; set it to false",
          "deletionProtection is not true; set it to true",
        ],
      },
    },
    {
      title: "a cluster that still reads its config map",
      resources: {
        shop: cluster({ ...safe, accessConfig: { ...safe.accessConfig, authenticationMode: "API_AND_CONFIG_MAP" } }),
      },
      says: { shop: 'accessConfig.authenticationMode is "API_AND_CONFIG_MAP"' },
    },
    {
      title: "a cluster whose protection is no boolean, and cannot be made a text",
      resources: { shop: cluster({ ...safe, deletionProtection: { toString: "" } }) },
      says: { shop: "deletionProtection is not true; set it to true" },
    },
  ],
  allowed: [{ title: "a cluster that states who enters, and its end", resources: { shop: cluster(safe) } }],
  undecided: [
    {
      title: "a cluster of which it is not known",
      resources: {
        access: cluster({ ...safe, accessConfig: UNKNOWN }),
        end: cluster({ ...safe, deletionProtection: UNKNOWN }),
      },
      says: {
        access: "accessConfig.authenticationMode is not known yet",
        end: "deletionProtection is not known yet",
      },
    },
  ],
};
