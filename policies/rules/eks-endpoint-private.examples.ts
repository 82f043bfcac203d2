import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (vpcConfig: object) => ({ type: "aws:eks/cluster:Cluster", props: { vpcConfig } });
const inside = { endpointPrivateAccess: true };

export const examples: Examples = {
  denied: [
    {
      title: "a cluster that says nothing, which is public alone",
      resources: { shop: cluster({}) },
      says: {
        shop: [
          "vpcConfig.endpointPrivateAccess is not true; set it to true",
          "vpcConfig.endpointPublicAccess admits 0.0.0.0/0; set it to false",
        ],
      },
    },
    {
      title: "a public endpoint for a network that is not on the list",
      settings: { cidrs: ["203.0.113.0/24"] },
      resources: { shop: cluster({ ...inside, publicAccessCidrs: ["203.0.113.0/24", "198.51.100.0/24"] }) },
      says: { shop: "vpcConfig.endpointPublicAccess admits 198.51.100.0/24" },
    },
  ],
  allowed: [
    { title: "a private endpoint", resources: { shop: cluster({ ...inside, endpointPublicAccess: false }) } },
    {
      title: "a public endpoint for a network of the list",
      settings: { cidrs: ["203.0.113.0/24"] },
      resources: { shop: cluster({ ...inside, publicAccessCidrs: ["203.0.113.0/24"] }) },
    },
  ],
  undecided: [
    {
      title: "an endpoint of which it is not known",
      resources: {
        private: cluster({ endpointPrivateAccess: UNKNOWN, endpointPublicAccess: false }),
        public: cluster({ ...inside, endpointPublicAccess: UNKNOWN }),
        cidrs: cluster({ ...inside, publicAccessCidrs: UNKNOWN }),
      },
      says: {
        private: "vpcConfig.endpointPrivateAccess is not known yet",
        public: "vpcConfig.endpointPublicAccess is not known yet",
        cidrs: "vpcConfig.publicAccessCidrs is not known yet",
      },
    },
  ],
};
