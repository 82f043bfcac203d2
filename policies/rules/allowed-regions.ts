import { asList, asText, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

/**
 * What a global service takes from us-east-1 alone: certificates and web ACLs of CloudFront, functions at its edge, query
 * logs and signing keys of Route 53, and of both the metrics, so the alarms and their topics.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
 */
const globalRegion = "us-east-1";
const globalTypes = [
  /^aws:acm\/certificate/,
  /^aws:wafv2\//,
  /^aws:lambda\/(?:function|permission):/,
  /^aws:cloudwatch\/(?:logGroup|logResourcePolicy|metricAlarm|logDelivery\w*):/,
  /^aws:kms\/(?:key|alias|keyPolicy):/,
  /^aws:sns\//,
  /^aws:route53\//,
  /^aws:route53domains\//,
];

/** The properties that name zones, whose names begin with their region: `eu-west-1a`. */
const zoneProperties = ["availabilityZone", "availabilityZones", "availabilityZoneName"];

export const allowedRegions = rule({
  name: "allowed-regions",
  displayName: "Resources stay in the agreed regions",
  description:
    "Every resource is made in a region of the list, by its own region, its provider's or its zones'; without a list the policy judges nothing.",
  why: "Where data lies is often a matter of law, and what stands in a region that nobody watches is found by nobody but the bill.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/controltower/latest/controlreference/region-deny.html",
  remediationSteps: "Set aws:region, the provider's region or the resource's own region to one of the list.",
  controls: {},
  settings: {
    regions: texts(
      [],
      "The regions that may be used. us-east-1 need not be among them for what CloudFront and Route 53 take from there.",
    ),
  },
  types: ["aws:*"],
  resource({ resource, settings, deny, undecided }) {
    if (settings.regions.length === 0) return;
    const isAllowed = (region: string) =>
      settings.regions.includes(region) ||
      (region === globalRegion && globalTypes.some((pattern) => pattern.test(resource.type)));
    const { property, region } = regionOf(resource);
    if (region === UNKNOWN) undecided(property);
    else if (region === undefined) undecided("the region, which the provider takes from its environment,");
    else if (!isAllowed(region)) deny(`${property} is ${shown(region)}; use one of ${few(settings.regions)}`);
    for (const { zoneProperty, zone } of zonesOf(resource)) {
      if (zone === UNKNOWN) undecided(zoneProperty);
      // A Local Zone or Wavelength Zone has more behind its region's name: us-west-2-lax-1a.
      else if (![...settings.regions].some((allowed) => zone.startsWith(allowed))) {
        deny(`${zoneProperty} names ${shown(zone)}; use a zone of ${few(settings.regions)}`);
      }
    }
  },
});

/** Since v7 of the provider a resource may state its own region; without one it is the provider's. */
function regionOf({ props, provider }: Resource): { property: string; region: Fact<string> } {
  const own = asText(at(props, "region"));
  if (own !== undefined && own !== "") return { property: "region", region: own };
  return { property: "region of its provider", region: asText(at(provider?.props, "region")) };
}

function zonesOf({ props }: Resource): { zoneProperty: string; zone: string | Unknown }[] {
  return zoneProperties.flatMap((zoneProperty) => {
    const list = asList(at(props, zoneProperty));
    const zones: Fact<string>[] = list === UNKNOWN ? [UNKNOWN] : list.map(asText);
    return [...new Set(zones)].flatMap((zone) => (zone === undefined || zone === "" ? [] : [{ zoneProperty, zone }]));
  });
}

function few(regions: readonly string[]): string {
  return regions.length > 5 ? `${regions.slice(0, 4).join(", ")} and ${regions.length - 4} more` : regions.join(", ");
}
