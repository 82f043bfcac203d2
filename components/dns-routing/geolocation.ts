import type { ArgumentCheck } from "../argument-checks";
import { checkCountry } from "../country";
import { checkDistinct, type ReadRecord, type RoutedRecord, type RoutedRecords, readRecords } from "./routed-record";

/** Answers by where the visitor is: the smallest place that holds them, and `"*"` for all others. */
export interface GeolocationPolicy {
  readonly type: "geolocation";
  /** One of them must be for `"*"`: not every address is known to be somewhere. */
  readonly records: RoutedRecords<GeolocationRecord>;
}

export interface GeolocationRecord extends RoutedRecord {
  readonly location: Location;
}

/** A continent, a country (ISO 3166-1 alpha-2), a state of the US, or everywhere else. */
export type Location =
  | "*"
  | { readonly continent: keyof typeof continents }
  | { readonly country: string }
  | { readonly country: "US"; readonly subdivision: string };

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_GeoLocation.html */
const continents = {
  AF: "Africa",
  AN: "Antarctica",
  AS: "Asia",
  EU: "Europe",
  NA: "North America",
  OC: "Oceania",
  SA: "South America",
} as const;

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html */
export function readGeolocation(check: ArgumentCheck, { records }: GeolocationPolicy): ReadRecord[] {
  const read = readRecords(check, records, ({ location }, _, at) => {
    checkLocation(check, `${at}.location`, location);
    return { geolocationRoutingPolicies: [location === "*" ? { country: "*" } : { ...location }] };
  });
  checkDistinct(check, records, "location", ({ location }) => keyOf(location));
  const isEverywhere = Object.values(records).some(({ location }) => location === "*");
  const places = Object.values(records).map(({ location }) => keyOf(location));
  check(isEverywhere, "policy.records", 'must have one record for "*", or visitors elsewhere get no answer', places);
  return read;
}

function checkLocation(check: ArgumentCheck, at: string, location: Location): void {
  if (location === "*") return;
  if ("continent" in location) {
    const codes = Object.keys(continents);
    const isAlone = Object.keys(location).length === 1;
    check(
      codes.includes(location.continent),
      `${at}.continent`,
      `must be one of ${codes.join(", ")}`,
      location.continent,
    );
    check(isAlone, at, "must be a continent or a country, not both", location);
    return;
  }
  checkCountry(check, `${at}.country`, location.country);
  if (!("subdivision" in location)) return;
  // Route 53 knows the states of no other country.
  check(location.country === "US", `${at}.country`, "must be US where there is a subdivision", location.country);
  const isState = /^[A-Z]{2}$/.test(location.subdivision);
  check(isState, `${at}.subdivision`, 'must be a state of the US in two letters, such as "CA"', location.subdivision);
}

function keyOf(location: Location): string {
  return location === "*" ? "*" : Object.values(location).join("-");
}
