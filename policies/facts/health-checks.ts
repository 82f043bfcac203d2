import type { Resource } from "../resource";
import { containersOf, taskTypes } from "./container-definitions";
import { asList, asText, at, type Fact, UNKNOWN, type Unknown } from "./value";

/** A health check that asks for the first page, "/", or may do so. */
export interface HomeCheck {
  /** Where it is said: a property, behind the container that it belongs to. */
  readonly place: string;
  /** False while what it asks for is not known. */
  readonly isCertain: boolean;
}

const places: Record<string, (resource: Resource) => HomeCheck[]> = {
  "aws:lb/targetGroup:TargetGroup": ({ props }) => {
    const check = at(props, "healthCheck");
    const path = asText(at(check, "path"));
    const own = isHttp(asText(at(props, "protocol")));
    // What an HTTP target group leaves out is said by target-group-health-check; gRPC has a path of its own for health.
    const isElsewhere = check === undefined || (path === undefined && own !== false);
    if (isElsewhere || at(props, "protocolVersion") === "GRPC") return [];
    const protocol = asText(at(check, "protocol"));
    return homeCheck("healthCheck.path", path, protocol === undefined ? own : isHttp(protocol));
  },
  "aws:elb/loadBalancer:LoadBalancer": ({ props }) => {
    const target = asText(at(props, "healthCheck", "target"));
    if (target === UNKNOWN) return homeCheck("healthCheck.target", UNKNOWN, true);
    const http = /^HTTPS?:\d*(?<path>\/.*)?$/i.exec(target?.trim() ?? "");
    return homeCheck("healthCheck.target", http?.groups?.path, http !== null);
  },
  "aws:route53/healthCheck:HealthCheck": ({ props }) => {
    const type = asText(at(props, "type"));
    const asksForPage = type === UNKNOWN ? UNKNOWN : isHttp(type?.replace(/_STR_MATCH$/i, ""));
    return homeCheck("resourcePath", asText(at(props, "resourcePath")), asksForPage);
  },
  ...Object.fromEntries(taskTypes.map((type) => [type, containerChecks])),
};

/** The types whose health checks may ask for a page. */
export const pageCheckTypes = Object.keys(places);

export function homeChecks(resource: Resource): readonly HomeCheck[] {
  return places[resource.type]?.(resource) ?? [];
}

/** A check that names no path asks for the first page. */
function homeCheck(place: string, path: Fact<string>, asksForPage: boolean | Unknown): HomeCheck[] {
  const isHome = path === UNKNOWN ? UNKNOWN : /^\/?(?:[?#].*)?$/.test((path ?? "").trim());
  if (asksForPage === false || isHome === false) return [];
  return [{ place, isCertain: asksForPage === true && isHome === true }];
}

/** A command of a container asks for the pages whose URLs stand in it. */
function containerChecks(resource: Resource): HomeCheck[] {
  const containers = containersOf(resource);
  if (containers === UNKNOWN) return homeCheck("the list of its containers", UNKNOWN, true);
  return containers.flatMap(({ place: container, read }) => {
    const place = `healthCheck.command of ${container}`;
    const command = asList(read("healthCheck", "command"));
    if (command === UNKNOWN || command.includes(UNKNOWN)) return homeCheck(place, UNKNOWN, true);
    const words = command.filter((word) => typeof word === "string").join(" ");
    const urls = words.matchAll(/\bhttps?:\/\/[^\s/"'|;&]+(?<path>\/[^\s"'|;&]*)?/gi);
    return [...urls].flatMap(({ groups }) => homeCheck(place, groups?.path, true));
  });
}

function isHttp(protocol: Fact<string>): boolean | Unknown {
  return protocol === UNKNOWN ? UNKNOWN : /^HTTPS?$/i.test(protocol ?? "");
}
