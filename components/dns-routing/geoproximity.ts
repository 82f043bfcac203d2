import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";
import {
  checkDistinct,
  type ReadRecord,
  type RoutedRecord,
  type RoutedRecords,
  type Routing,
  readRecords,
} from "./routed-record";

/** Answers the record that is nearest to the visitor, as biases stretch or shrink the distances. */
export interface GeoproximityPolicy {
  readonly type: "geoproximity";
  readonly records: RoutedRecords<GeoproximityRecord>;
}

export interface GeoproximityRecord extends RoutedRecord {
  /** Where the target is: an AWS region, a Local Zone group, or degrees north and east for what is elsewhere. */
  readonly location:
    | { readonly region: string }
    | { readonly localZoneGroup: string }
    | { readonly latitude: number; readonly longitude: number };
  /** From -99, which draws the fewest visitors, to 99. @default 0 */
  readonly bias?: number;
}

/** 30 of one name and type at most: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
export function readGeoproximity(check: ArgumentCheck, { records }: GeoproximityPolicy): ReadRecord[] {
  const routing = ({ location, bias = 0 }: GeoproximityRecord, _: string, at: string) => {
    const isBias = Number.isInteger(bias) && bias >= -99 && bias <= 99;
    check(isBias, `${at}.bias`, "must be a whole number between -99 and 99", bias);
    return { geoproximityRoutingPolicy: { ...readPlace(check, `${at}.location`, location), bias } };
  };
  const read = readRecords(check, records, routing, 30);
  checkDistinct(check, records, "location", ({ location }) => Object.values(location).join(", "));
  return read;
}

function readPlace(
  check: ArgumentCheck,
  at: string,
  location: GeoproximityRecord["location"],
): NonNullable<Extract<Routing["geoproximityRoutingPolicy"], object>> {
  if ("region" in location) {
    check(isRegion(location.region), `${at}.region`, 'must be a region such as "eu-west-1"', location.region);
    return { awsRegion: location.region };
  }
  if ("localZoneGroup" in location) {
    const { localZoneGroup } = location;
    const isGroup = /^[a-z]{2}(-[a-z]+)+-\d-[a-z]+-\d$/.test(localZoneGroup);
    check(isGroup, `${at}.localZoneGroup`, 'must be a group such as "us-west-2-den-1"', localZoneGroup);
    return { localZoneGroup };
  }
  // AWS takes two decimals: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Coordinates.html
  const isWithin = (degrees: number, most: number) =>
    Math.abs(degrees) <= most && Math.round(degrees * 100) / 100 === degrees;
  const { latitude, longitude } = location;
  const form = (most: number) => `must be between -${most} and ${most}, with at most two decimals`;
  check(isWithin(latitude, 90), `${at}.latitude`, form(90), latitude);
  check(isWithin(longitude, 180), `${at}.longitude`, form(180), longitude);
  return { coordinates: [{ latitude: String(latitude), longitude: String(longitude) }] };
}
