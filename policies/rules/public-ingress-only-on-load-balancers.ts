import { directTargets } from "../facts/direct-targets";
import { ingressOf } from "../facts/ingress";
import { classicType, loadBalancerType } from "../facts/load-balancers";
import { portsBeyond } from "../facts/ports";
import { exposedIn } from "../facts/public-groups";
import { byPlace, type Exposure, type Limits, said, worldSettings } from "../facts/public-ports";
import { attachmentsOf } from "../facts/security-group-users";
import { type Group, groupsOf } from "../facts/security-groups";
import { canonicalType } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

/**
 * What faces the public. A VPC link takes no connections, it only makes them; the origins of CloudFront and the
 * endpoints of Global Accelerator have no groups of their own.
 */
const frontTypes = [
  loadBalancerType,
  classicType,
  "aws:apigatewayv2/vpcLink:VpcLink",
  "aws:verifiedaccess/endpoint:Endpoint",
];

const exposure = (limits: Limits): Exposure => ({
  trafficOf: ingressOf,
  // Ping and path discovery, which have no ports, are no way in.
  ports: (rules) => [...portsBeyond(rules, "tcp", []), ...portsBeyond(rules, "udp", [])],
  limits,
  advice: "give it a group that lets in only its callers' groups, such as the load balancer's",
});

export const publicIngressOnlyOnLoadBalancers = rule({
  name: "public-ingress-only-on-load-balancers",
  displayName: "Only load balancers are open to the world",
  description:
    "A security group that lets in the whole internet is used by load balancers alone, never by what runs behind them.",
  why: "Requests that reach a workload directly get past the load balancer, and so past its web firewall, its TLS and its logs.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  remediationSteps:
    "Keep two groups: one of the load balancer, which the world reaches, and one of the workload, which only the first reaches.",
  controls: {},
  settings: {
    allowTypes: texts(frontTypes, "The types of resources whose security groups may let in the world."),
    ...worldSettings,
  },
  types: [],
  stack({ stack, settings, on }) {
    const asked = exposure(settings);
    const allowed = new Set(settings.allowTypes.map(canonicalType));
    const direct = directTargets(stack);
    for (const group of groupsOf(stack, ingressOf)) {
      const users = attachmentsOf(stack, group).filter(({ user }) => !allowed.has(user.type) && !direct.has(user));
      if (users.length === 0) continue;
      const { openings, doubt } = openingsOf(stack, group, asked);
      const name = nameOf(group);
      for (const { user, place, isSure } of users) {
        if (openings.length === 0 && doubt === undefined) continue;
        if (!isSure) on(user).undecided(`which security groups ${place} names`);
        else if (openings.length === 0) on(user).undecided(`whether the world reaches ${name}: ${doubt}`);
        else on(user).deny(`${place} gives it ${name}, where ${openings.slice(0, 3).join(" and ")}; ${asked.advice}`);
      }
    }
  },
});

function nameOf({ itself, id }: Group): string {
  if (itself) return `the security group "${itself.name}"`;
  return id === undefined ? "its security group" : `the security group ${id}`;
}

function openingsOf(stack: Stack, group: Group, asked: Exposure) {
  const exposed = exposedIn(stack, group, asked);
  const openings = exposed.flatMap(({ resource, openings }) =>
    openings.map((opening) => ({
      ...opening,
      places: opening.places.map((place) =>
        resource === group.itself ? place : place.replace(/^it\b/, `rule "${resource.name}"`),
      ),
    })),
  );
  return { openings: byPlace(openings).map(said), doubt: exposed.find(({ doubt }) => doubt)?.doubt };
}
