import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type FailoverPolicy, readFailover } from "./failover";
import { type GeolocationPolicy, readGeolocation } from "./geolocation";
import { type GeoproximityPolicy, readGeoproximity } from "./geoproximity";
import { checkIpBased, type IpBasedPolicy, ipBasedRecords } from "./ip-based";
import { type LatencyPolicy, readLatency } from "./latency";
import { type MultivaluePolicy, readMultivalue } from "./multivalue";
import type { ReadRecord } from "./routed-record";
import { readSimple, type SimplePolicy } from "./simple";
import { readWeighted, type WeightedPolicy } from "./weighted";

/** How Route 53 answers: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html */
export type RoutingPolicy =
  | SimplePolicy
  | WeightedPolicy
  | FailoverPolicy
  | LatencyPolicy
  | GeolocationPolicy
  | MultivaluePolicy
  | GeoproximityPolicy
  | IpBasedPolicy;

/**
 * The records of a set, checked as one.
 *
 * @returns makes what the records name, and gives them
 */
export function readPolicy(
  check: ArgumentCheck,
  name: string,
  policy: RoutingPolicy,
): (parent: pulumi.Resource) => readonly ReadRecord[] {
  switch (policy.type) {
    case "simple":
      return ready(readSimple(check, policy));
    case "weighted":
      return ready(readWeighted(check, policy));
    case "failover":
      return ready(readFailover(check, policy));
    case "latency":
      return ready(readLatency(check, policy));
    case "geolocation":
      return ready(readGeolocation(check, policy));
    case "multivalue":
      return ready(readMultivalue(check, policy));
    case "geoproximity":
      return ready(readGeoproximity(check, policy));
    case "ipBased":
      checkIpBased(check, name, policy);
      return (parent) => ipBasedRecords(name, policy, parent);
  }
}

function ready(records: readonly ReadRecord[]) {
  return () => records;
}
