import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (vpcConfig: unknown) => ({ type: "aws:eks/cluster:Cluster", props: { vpcConfig } });
const subnetIds = ["subnet-1", "subnet-2"];

export const examples: Examples = {
  denied: [
    {
      title: "a cluster that says nothing, which opens its API to the world",
      resources: { shop: cluster({ subnetIds }) },
      says: {
        shop: "vpcConfig.publicAccessCidrs is not set, which means 0.0.0.0/0; set endpointPublicAccess to false",
      },
    },
    {
      title: "the world by name, and in two halves",
      resources: {
        named: cluster({ subnetIds, endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] }),
        halves: cluster({ subnetIds, publicAccessCidrs: ["0.0.0.0/1", "128.0.0.0/1"] }),
      },
      says: {
        named: "vpcConfig.publicAccessCidrs is 0.0.0.0/0",
        halves: "vpcConfig.publicAccessCidrs is 0.0.0.0/1, 128.0.0.0/1",
      },
    },
  ],
  allowed: [
    {
      title: "a private endpoint",
      resources: { shop: cluster({ subnetIds, endpointPublicAccess: false, endpointPrivateAccess: true }) },
    },
    {
      title: "a public endpoint for stated networks",
      resources: { shop: cluster({ subnetIds, publicAccessCidrs: ["203.0.113.0/24"] }) },
    },
  ],
  undecided: [
    {
      title: "networks that are not known",
      resources: { shop: cluster({ subnetIds, publicAccessCidrs: [UNKNOWN] }) },
      says: { shop: "vpcConfig.publicAccessCidrs is not known yet" },
    },
    {
      title: "an endpoint of which it is not known whether it is public",
      resources: { shop: cluster({ subnetIds, endpointPublicAccess: UNKNOWN }) },
      says: { shop: "vpcConfig.endpointPublicAccess" },
    },
  ],
};
