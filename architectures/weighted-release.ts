import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { AlarmTopic } from "../components/alarm-topic";
import { DnsRouting } from "../components/dns-routing";
import { HealthCheck } from "../components/health-check";
import { isRegion, regionRequirement } from "../components/region";
import { WebTier } from "../components/web-tier";
import { architecture } from "./architecture";
import { orNone, serverAlarmMap } from "./settings/alarms";
import { balancing } from "./settings/balancing";
import { dashboardOf } from "./settings/dashboard";
import { domain } from "./settings/domain";
import { group } from "./settings/group";
import { instances } from "./settings/instances";
import { network } from "./settings/network";
import { recipients } from "./settings/notify";
import { operations } from "./settings/operations";
import { waf } from "./settings/web-acl";
import { addressesOf, addressPolicy } from "./weighted-release/addresses";
import { elsewhere, type Place, place } from "./weighted-release/place";
import { aliasPolicy, needsSecondRegion, routing, type TierName } from "./weighted-release/routing";
import { muteByRegion, type Shown, shownFrom } from "./weighted-release/shown";
import { switchedHealth } from "./weighted-release/switched";
import { type Told, tellChat, toldOf } from "./weighted-release/told";

const text = z.string();

// The checkers of Route 53 are on the internet, and so are the visitors.
const { exposure: _, sources: __, ...balancer } = balancing;
const tier = { ...balancer, ...instances, ...group };

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default release */
    name: text.default("release"),
    /** The name that both tiers answer, and the hosted zone that holds it. */
    domain,
    /** Which tier a visitor sees. @default { type: weighted, weights: { blue: 80, green: 20 } } */
    routing: routing.default({ type: "weighted", weights: { blue: 80, green: 20 } }),
    /** The region of green, with a network of its own. @default the stack's, and blue's network */
    secondRegion: text.optional(),
    network: network.optional(),
    /** The network of the second region. @default as `network`, in 10.1.0.0/16 */
    secondNetwork: network.optional(),
    waf: waf.optional(),
    ...tier,
    /** What is different of blue, such as its `userData`. @default nothing */
    blue: z.strictObject(tier).optional(),
    /** What is different of green. @default nothing */
    green: z.strictObject(tier).optional(),
    alarms: orNone(serverAlarmMap.extend({ notify: recipients.optional() })).optional(),
    ...operations,
  })
  .superRefine(({ routing, secondRegion, secondNetwork, waf }, context) => {
    const refuse = (message: string, path: string[]) => context.addIssue({ code: "custom", path, message });
    if (needsSecondRegion(routing) && secondRegion === undefined) {
      refuse(`must be given for ${routing.type} routing, which compares places`, ["secondRegion"]);
    }
    if (secondRegion !== undefined && !isRegion(secondRegion)) {
      refuse(`${regionRequirement(secondRegion)}, got "${secondRegion}"`, ["secondRegion"]);
    }
    if (secondNetwork && secondRegion === undefined)
      refuse("must be left out without a secondRegion", ["secondNetwork"]);
    const isRegional = typeof waf === "object" && "webAclArn" in waf;
    if (isRegional && secondRegion !== undefined) {
      refuse("must not be one that is there already: it cannot be in both regions", ["waf", "webAclArn"]);
    }
  });

const page = readFileSync(join(__dirname, "weighted-release", "user-data.sh"), "utf8");

/** A web server that says which tier it is of, and answers the health check. */
const firstPage = (id: TierName) => page.replace(/^tier=.*$/m, `tier=${id}`);

export const weightedRelease = architecture({
  description:
    "Route 53 → 80 % blue, 20 % green, each WAF → ALB → auto-scaled EC2; or by failover, latency, geolocation … over two regions",
  settings,
  create({ name, domain, routing, alarms: stated, dashboard, deployWindows, blue: ofBlue, green: ofGreen, ...rest }) {
    const { secondRegion, network, secondNetwork, waf, ...shared } = rest;
    const byAddress = routing.type === "multivalue";
    const { alarms, chat } = toldOf(stated);
    const places = placesOf(name, { domain, secondRegion, network, secondNetwork, waf, alarms }, byAddress);
    const own = { blue: { ...shared, ...ofBlue }, green: { ...shared, ...ofGreen } };
    const tierOf = (id: TierName) => {
      const { network, entrance, alarms, opts } = places[id];
      const { userData = firstPage(id), ...tier } = own[id];
      // Where visitors come by addresses that stay, these are before the load balancer.
      const exposure = byAddress ? "internal" : "internet";
      return new WebTier(
        `${name}-${id}`,
        { network, exposure, ...entrance, alarms: alarms.service, userData, ...tier },
        opts,
      );
    };
    const tiers = { blue: tierOf("blue"), green: tierOf("green") };

    // The metrics of health checks are in us-east-1 alone.
    const mailed = alarms === "none" ? undefined : (alarms?.notify ?? {});
    const notify = mailed && new AlarmTopic(`${name}-health-alarms`, { ...mailed, region: "us-east-1" });
    // Both tiers of one region share a place.
    const distinct = [...new Set(Object.values(places))];
    tellChat(name, chat, [...distinct.map(({ alarms }) => alarms.topicArn), notify?.topicArn]);
    const watched = (id: TierName) => ({ path: own[id].healthCheck?.path ?? "/health", notify });
    const movable = (id: TierName) => ({ region: places[id].region, groupArn: tiers[id].groupArn });
    const switched = switchedHealth(name, domain, routing, { blue: movable("blue"), green: movable("green") });
    const fronts: Shown[] = [];
    const routed = (id: TierName) => {
      const args = { type: "https" as const, domainName: tiers[id].dnsName, ...watched(id) };
      const health = new HealthCheck(`${name}-${id}-health`, args);
      fronts.push({ region: "us-east-1", component: health });
      return { target: tiers[id], region: places[id].region, healthCheck: switched?.[id] ?? health };
    };
    const addressed = (id: TierName) => {
      const health = watched(id);
      const front = addressesOf(`${name}-${id}`, tiers[id], places[id], health.path);
      fronts.push({ region: places[id].region, component: front });
      return { addresses: front.addresses, ...health };
    };
    const dns = new DnsRouting(`${name}-dns`, {
      zoneId: domain.zoneId,
      domainName: domain.name,
      policy:
        routing.type === "multivalue"
          ? addressPolicy(domain.name, { blue: addressed("blue"), green: addressed("green") })
          : aliasPolicy(routing, { blue: routed("blue"), green: routed("green") }),
    });
    const ids = ["blue", "green"] as const;
    const shown = [
      ...ids.map((id) => ({ region: places[id].region, component: tiers[id] })),
      ...fronts,
      ...distinct.map(({ region, network }) => ({ region, component: network })),
    ];
    muteByRegion(name, deployWindows, shown, places.blue.region);
    return {
      url: pulumi.interpolate`https://${dns.domainName}`,
      blueDnsName: tiers.blue.dnsName,
      greenDnsName: tiers.green.dnsName,
      healthAlarmTopicArn: notify?.topicArn,
      ...dashboardOf(name, dashboard, shown.map(shownFrom)),
    };
  },
});

type PlaceSettings = Pick<z.output<typeof settings>, "domain" | "secondRegion" | "network" | "secondNetwork" | "waf"> &
  Pick<Told, "alarms">;

/** Both tiers share a place, unless green has a region of its own. */
function placesOf(name: string, settings: PlaceSettings, byAddress: boolean): Readonly<Record<TierName, Place>> {
  const { domain, secondRegion, network, secondNetwork, waf, alarms } = settings;
  const region = new pulumi.Config("aws").require("region");
  if (secondRegion === region) {
    throw new pulumi.RunError(`tierwork:settings.secondRegion must differ from aws:region, got "${region}" for both`);
  }
  const common = { domain, waf, alarms, byAddress };
  const blue = place(name, { ...common, region, network, isSecond: false });
  if (secondRegion === undefined) return { blue, green: blue };
  const args = { region: secondRegion, network: secondNetwork ?? elsewhere(network), isSecond: true };
  return { blue, green: place(`${name}-2`, { ...common, ...args }) };
}
