import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (props: object = {}) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { enabled: true, ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "distributions that use every edge location",
      resources: { silent: distribution(), all: distribution({ priceClass: "PriceClass_All" }) },
      says: {
        silent: "priceClass is not set; set it to PriceClass_100 or PriceClass_200",
        all: 'priceClass is "PriceClass_All"',
      },
    },
  ],
  allowed: [
    {
      title: "distributions that leave out the dearest",
      resources: {
        a: distribution({ priceClass: "PriceClass_100" }),
        b: distribution({ priceClass: "PriceClass_200" }),
      },
    },
  ],
  undecided: [
    {
      title: "a price class that is not known",
      resources: { web: distribution({ priceClass: UNKNOWN }) },
      says: { web: "priceClass" },
    },
  ],
};
