import { balancerClass, classicType, facesInternet, loadBalancerType } from "../facts/load-balancers";
import { stated } from "../facts/stated";
import { findSubnets, namesOf, subnetReferences } from "../facts/subnet-references";
import { isPublic, isServed } from "../facts/subnet-tiers";
import { not } from "../facts/three-valued";
import { UNKNOWN } from "../facts/value";
import { loadBalancerPlaces } from "../facts/zones";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

export const lbMixedPublicPrivate = rule({
  name: "lb-mixed-public-private",
  displayName: "Load balancers stand in subnets of their kind",
  description:
    "A load balancer that faces the internet stands in public subnets only, an internal one in private ones.",
  why: "In private subnets a load balancer for the internet cannot be reached from there, and in public ones an internal one stands where routes are made for the world.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
  remediationSteps: "Give a load balancer that faces the internet public subnets, and an internal one private subnets.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const balancer of stack.ofType(loadBalancerType, classicType)) {
      const own = stated(balancer);
      const faces = facesInternet(own);
      // A Gateway Load Balancer has no addresses of its own, so nothing reaches it from the internet.
      if (balancerClass(own) === "gateway") continue;
      const wrong = faces === UNKNOWN ? undefined : misplaced(stack, balancer, faces);
      if (!wrong) on(balancer).undecided("internal");
      else if (wrong.subnets.length === 0) {
        if (wrong.doubt !== undefined) on(balancer).undecided(wrong.doubt);
      } else if (faces === true) {
        on(balancer).deny(
          `it faces the internet, but no internet gateway serves its subnets (${namesOf(wrong.subnets)}); use public ones`,
        );
      } else
        on(balancer).deny(`it is internal, but its subnets are public (${namesOf(wrong.subnets)}); use private ones`);
    }
  },
});

/** The subnets that do not suit a load balancer, and what must be known to be sure that these are all. */
function misplaced(stack: Stack, balancer: StackResource, facesInternet: boolean) {
  const found = loadBalancerPlaces.subnets.map((place) =>
    findSubnets(subnetReferences(stack, balancer, place), "is public", (subnet) =>
      facesInternet ? not(isServed(stack, subnet)) : isPublic(stack, subnet),
    ),
  );
  return { subnets: found.flatMap(({ subnets }) => subnets), doubt: found.find(({ doubt }) => doubt)?.doubt };
}
