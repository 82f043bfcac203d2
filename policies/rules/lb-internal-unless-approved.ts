import { classicType, facesInternet, loadBalancerType } from "../facts/load-balancers";
import { hasTag } from "../facts/tags";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const lbInternalUnlessApproved = rule({
  name: "lb-internal-unless-approved",
  displayName: "Load balancers face the internet by agreement alone",
  description: "A load balancer is internal unless a tag says that it may face the internet.",
  why: "A load balancer faces the internet when nothing is said, so that what should stay inside becomes public by oversight.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme",
  remediationSteps: "Set internal to true, or give the load balancer the tag that the settings name.",
  controls: {},
  settings: {
    allowTags: texts(
      ["Exposure=internet"],
      "Tags of load balancers that may face the internet, as `key=value`, or `key` for any value.",
    ),
  },
  types: [loadBalancerType, classicType],
  resource({ resource, settings: { allowTags }, deny, undecided }) {
    const faces = facesInternet(resource);
    const approved = faces !== false && hasTag(resource, allowTags);
    if (faces === false || approved === true) return;
    if (faces === UNKNOWN) undecided("internal");
    else if (approved === UNKNOWN) undecided("tags");
    else deny(`internal is not true; set it, or tag the load balancer ${allowTags.join(" or ")}`);
  },
});
