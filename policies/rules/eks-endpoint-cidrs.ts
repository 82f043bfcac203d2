import { worldwide } from "../facts/cidr";
import { clusterType, publicEndpoint } from "../facts/eks-endpoints";
import { worldSettings } from "../facts/public-ports";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const { allowedCidrs, maxPublicPrefix, maxPublicPrefixV6 } = worldSettings;

export const eksEndpointCidrs = rule({
  name: "eks-endpoint-cidrs",
  displayName: "The API of a cluster is not open to the world",
  description: "A public endpoint of an EKS cluster admits stated networks, never the whole internet.",
  why: "The API decides over all that runs in the cluster: open to the world, one stolen token or one fault is enough from anywhere.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  remediationSteps:
    "Set vpcConfig.endpointPublicAccess to false, or list in publicAccessCidrs the networks that may reach the API. An absent list means 0.0.0.0/0.",
  controls: {},
  settings: { allowedCidrs, maxPublicPrefix, maxPublicPrefixV6 },
  types: [clusterType],
  resource({ resource, settings, deny, undecided }) {
    const { isPublic, cidrs } = publicEndpoint(resource);
    if (isPublic === false) return;
    if (isPublic === UNKNOWN) return undecided("vpcConfig.endpointPublicAccess");
    if (cidrs === UNKNOWN) return undecided("vpcConfig.publicAccessCidrs");
    const open = worldwide(cidrs.known, settings);
    if (open.length > 0) {
      const stated = cidrs.stated ? open.slice(0, 5).join(", ") : "not set, which means 0.0.0.0/0";
      deny(`vpcConfig.publicAccessCidrs is ${stated}; set endpointPublicAccess to false or list your networks`);
    } else if (cidrs.unknowns) undecided("vpcConfig.publicAccessCidrs");
  },
});
