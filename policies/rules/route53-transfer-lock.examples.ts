import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const registered = (props: Record<string, unknown>) => ({
  type: "aws:route53domains/registeredDomain:RegisteredDomain",
  props: { domainName: "example.com", ...props },
});
const domain = (props: Record<string, unknown>) => ({
  type: "aws:route53domains/domain:Domain",
  props: { domainName: "example.org", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "names that anyone may take away, or that lapse",
      resources: {
        open: registered({ transferLock: false }),
        lapses: registered({ autoRenew: "false" }),
        both: domain({ transferLock: false, autoRenew: false }),
      },
      says: {
        open: "transferLock is false; set it to true, so that nobody else can take the name",
        lapses: "autoRenew is false; set it to true, so that the name does not lapse",
        both: ["transferLock is false", "autoRenew is false"],
      },
    },
  ],
  allowed: [
    {
      title: "names that are kept, as is the default",
      resources: { plain: registered({}), both: domain({ transferLock: true, autoRenew: "true" }) },
    },
  ],
  undecided: [
    {
      title: "a lock that is not known",
      resources: { one: registered({ transferLock: UNKNOWN }), two: domain({ autoRenew: UNKNOWN }) },
      says: { one: "transferLock is not known yet", two: "autoRenew is not known yet" },
    },
  ],
};
