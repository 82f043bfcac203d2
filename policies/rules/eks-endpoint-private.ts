import { clusterType, publicEndpoint } from "../facts/eks-endpoints";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const eksEndpointPrivate = rule({
  name: "eks-endpoint-private",
  displayName: "The API of a cluster is reached from its network",
  description: "The API of an EKS cluster is reached from its VPC, and from outside by stated networks alone.",
  why: "Nodes and administrators then reach the API without leaving the VPC, and the internet cannot even try it.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1",
  remediationSteps:
    "Set vpcConfig.endpointPrivateAccess to true and endpointPublicAccess to false; reach the API through a VPN or Session Manager.",
  controls: { fsbp: ["EKS.1"] },
  settings: { cidrs: texts([], "CIDRs, in this spelling, that may reach a public endpoint.") },
  types: [clusterType],
  resource({ resource, settings, deny, undecided }) {
    const inside = asBoolean(at(resource.props, "vpcConfig", "endpointPrivateAccess"));
    if (inside === UNKNOWN) undecided("vpcConfig.endpointPrivateAccess");
    else if (!inside) deny("vpcConfig.endpointPrivateAccess is not true; set it to true");
    const { isPublic, cidrs } = publicEndpoint(resource);
    if (isPublic === false) return;
    if (isPublic === UNKNOWN) return undecided("vpcConfig.endpointPublicAccess");
    if (cidrs === UNKNOWN) return undecided("vpcConfig.publicAccessCidrs");
    const strangers = cidrs.known.filter((cidr) => !settings.cidrs.includes(cidr));
    if (strangers.length > 0) {
      deny(`vpcConfig.endpointPublicAccess admits ${strangers.slice(0, 5).join(", ")}; set it to false`);
    } else if (cidrs.unknowns) undecided("vpcConfig.publicAccessCidrs");
  },
});
