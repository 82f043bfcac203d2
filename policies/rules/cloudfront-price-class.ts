import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const narrow = ["PriceClass_100", "PriceClass_200"];

export const cloudfrontPriceClass = rule({
  name: "cloudfront-price-class",
  displayName: "Distributions use the edge locations that they need",
  description:
    "Every CloudFront distribution leaves out the edge locations that cost the most, unless it serves the whole world.",
  why: "Requests from the most distant edge locations cost more, for viewers that most sites do not have.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PriceClass.html",
  remediationSteps:
    "Set priceClass to PriceClass_100 or PriceClass_200; exempt a distribution whose viewers are everywhere.",
  controls: {},
  types: ["aws:cloudfront/distribution:Distribution"],
  resource({ resource: { props }, deny, undecided }) {
    const priceClass = asText(at(props, "priceClass"));
    if (priceClass === UNKNOWN) undecided("priceClass");
    // Without a word it is PriceClass_All.
    else if (priceClass === undefined || !narrow.includes(priceClass)) {
      deny(`priceClass is ${shown(priceClass)}; set it to ${narrow.join(" or ")}`);
    }
  },
});
