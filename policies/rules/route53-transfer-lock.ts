import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** Both are true unless the program says otherwise. */
const properties = {
  transferLock: "so that nobody else can take the name",
  autoRenew: "so that the name does not lapse",
};

export const route53TransferLock = rule({
  name: "route53-transfer-lock",
  displayName: "Names are kept",
  description: "A domain that is registered with Route 53 is locked against transfer and renews itself.",
  why: "A domain that expires, or that a thief moves away, takes the site, its mail and every password reset with it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html",
  remediationSteps:
    "Leave out transferLock and autoRenew, or set them to true. Some registries have no lock, and AWS then answers UnsupportedTLD: an exemption says so.",
  controls: {},
  types: ["aws:route53domains/registeredDomain:RegisteredDomain", "aws:route53domains/domain:Domain"],
  resource({ resource: { props }, deny, undecided }) {
    for (const [property, why] of Object.entries(properties)) {
      const is = asBoolean(at(props, property));
      if (is === UNKNOWN) undecided(property);
      if (is === false) deny(`${property} is false; set it to true, ${why}`);
    }
  },
  remediate({ props }) {
    const off = Object.keys(properties).filter((property) => asBoolean(at(props, property)) === false);
    return off.map((property) => ({ path: [property], value: true }));
  },
});
