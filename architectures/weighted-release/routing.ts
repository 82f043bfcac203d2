import { z } from "zod";
import type { RoutingPolicy } from "../../components/dns-routing/policy";
import type { RoutedRecord } from "../../components/dns-routing/routed-record";
import { wholeNumber } from "../settings/whole-number";

const count = z.number();
/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
const weight = wholeNumber(0, ", at most 255").max(255, "must be a whole number, 0 or more, at most 255");
const text = z.string();
const tierName = z.enum(["blue", "green"]);

/** The two tiers, one of which each visitor sees. */
export type TierName = z.output<typeof tierName>;

/** In the words of Route 53: a continent, a country, or a state of the US. */
const place = z.union(
  [
    z.strictObject({ continent: z.enum(["AF", "AN", "AS", "EU", "NA", "OC", "SA"]) }),
    z.strictObject({ country: z.literal("US"), subdivision: text }),
    z.strictObject({ country: text }),
  ],
  { error: "must be a map with a continent, a country, or country: US and a subdivision" },
);

/** Which of the two tiers a visitor sees. Those that compare places put green into a second region. */
export const routing = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("simple"), tier: tierName }),
  z.strictObject({
    type: z.literal("weighted"),
    weights: z
      .strictObject({ blue: weight, green: weight })
      .refine(({ blue, green }) => blue + green > 0, "must not both be 0, or nobody is answered")
      .default({ blue: 80, green: 20 }),
  }),
  z.strictObject({
    type: z.literal("failover"),
    primary: tierName.default("blue"),
    /** Whether people can move visitors by a plan of Application Recovery Controller. @default false */
    regionSwitch: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal("latency") }),
  z.strictObject({ type: z.literal("geolocation"), green: z.array(place) }),
  z.strictObject({
    type: z.literal("geoproximity"),
    biases: z.strictObject({ blue: count, green: count }).default({ blue: 0, green: 0 }),
  }),
  z.strictObject({ type: z.literal("ipBased"), green: z.array(text) }),
  z.strictObject({ type: z.literal("multivalue") }),
]);

export type Routing = z.output<typeof routing>;

/** A policy that compares places makes no sense within one region. */
export function needsSecondRegion({ type }: Routing): boolean {
  return ["failover", "latency", "geolocation", "geoproximity"].includes(type);
}

/** A tier as records lead to it. */
export interface RoutedTier extends RoutedRecord {
  readonly region: string;
}

/** The policy that a setting asks for: of aliases of both tiers. */
export function aliasPolicy(
  routing: Exclude<Routing, { type: "multivalue" }>,
  { blue, green }: Readonly<Record<TierName, RoutedTier>>,
): RoutingPolicy {
  const records = { blue: recordOf(blue), green: recordOf(green) };
  switch (routing.type) {
    case "simple":
      return { type: "simple", target: records[routing.tier].target };
    case "weighted": {
      const { weights } = routing;
      return {
        type: "weighted",
        records: {
          blue: { weight: weights.blue, ...records.blue },
          green: { weight: weights.green, ...records.green },
        },
      };
    }
    case "failover": {
      const [primary, secondary] =
        routing.primary === "blue" ? [records.blue, records.green] : [records.green, records.blue];
      return { type: "failover", primary, secondary };
    }
    case "latency":
      return {
        type: "latency",
        records: {
          blue: { region: blue.region, ...records.blue },
          green: { region: green.region, ...records.green },
        },
      };
    case "geolocation": {
      const places = routing.green.map((location) => {
        const id = `green-${Object.values(location).join("-")}`;
        return [id, { location, ...records.green }] as const;
      });
      return {
        type: "geolocation",
        records: { blue: { location: "*", ...records.blue }, ...Object.fromEntries(places) },
      };
    }
    case "geoproximity": {
      const { biases } = routing;
      return {
        type: "geoproximity",
        records: {
          blue: { location: { region: blue.region }, bias: biases.blue, ...records.blue },
          green: { location: { region: green.region }, bias: biases.green, ...records.green },
        },
      };
    }
    case "ipBased":
      return {
        type: "ipBased",
        records: { blue: { blocks: "*", ...records.blue }, green: { blocks: routing.green, ...records.green } },
      };
  }
}

function recordOf({ target, healthCheck }: RoutedTier): RoutedRecord {
  return { target, healthCheck };
}
