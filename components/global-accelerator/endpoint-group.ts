import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { isRegion } from "../region";
import type { PortRange } from "./listener";

/** Load balancers of one region. Limits: https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateEndpointGroup.html */
export interface EndpointGroup {
  /** The region of the load balancers, e.g. `eu-west-1`. @default the provider's */
  readonly region?: string;
  /** The load balancers, 1 to 10. */
  readonly endpoints: readonly AcceleratorEndpoint[];
  /** The percentage of the traffic meant for this region that it gets, 0–100; the rest goes to the next. @default 100 */
  readonly trafficDialPercent?: number;
  /**
   * How endpoints show that they are well. AWS judges a load balancer by the health checks of its own target groups, and
   * by these only where there are none.
   *
   * @default a TCP connection to the first port, every 30 seconds
   */
  readonly healthCheck?: EndpointHealth;
  /** The port on the endpoints by the port of the listener, at most 10. @default the same ports */
  readonly portOverrides?: Readonly<Record<number, number>>;
}

export interface AcceleratorEndpoint {
  /** The ARN of an Application or Network Load Balancer; an internal one is reached through the accelerator alone. */
  readonly loadBalancerArn: pulumi.Input<string>;
  /** Its share beside the others' weights, 0–255. @default 128 */
  readonly weight?: number;
  /**
   * Whether it sees the client's address. A Network Load Balancer with TLS listeners, or without security groups, cannot.
   *
   * @default true
   */
  readonly preserveClientIp?: boolean;
}

export type EndpointHealth = {
  /** 1–65535. @default the first port of the listener */
  readonly port?: number;
  /** Seconds between two checks. @default 30 */
  readonly intervalSeconds?: 10 | 30;
  /** Answers in a row that change what is thought of an endpoint, 1–10. @default 3 */
  readonly threshold?: number;
} & ({ readonly protocol: "tcp" } | AcceleratorRequest);

export interface AcceleratorRequest {
  readonly protocol: "http" | "https";
  /** The path that is asked for, at most 255 characters. @default "/" */
  readonly path?: string;
}

/** @throws when a value is out of AWS's range. */
export function checkEndpointGroup(
  check: ArgumentCheck,
  argument: string,
  group: EndpointGroup,
  listenerPorts: readonly PortRange[],
): void {
  const { region = "eu-west-1", endpoints, trafficDialPercent = 100, healthCheck, portOverrides = {} } = group;
  check(isRegion(region), `${argument}.region`, 'must be a region such as "eu-west-1"', region);
  const isNumber = endpoints.length >= 1 && endpoints.length <= 10;
  check(isNumber, `${argument}.endpoints`, "must hold 1 to 10 load balancers", endpoints.length);
  const checkRange = (property: string, value: number, least: number, most: number) => {
    const within = Number.isInteger(value) && value >= least && value <= most;
    check(within, `${argument}.${property}`, `must be a whole number between ${least} and ${most}`, value);
  };
  for (const { weight = 128 } of endpoints) checkRange("endpoints.weight", weight, 0, 255);
  checkRange("trafficDialPercent", trafficDialPercent, 0, 100);
  if (healthCheck) {
    const { port = 1, intervalSeconds = 30, threshold = 3 } = healthCheck;
    checkRange("healthCheck.port", port, 1, 65535);
    checkRange("healthCheck.threshold", threshold, 1, 10);
    const isInterval = intervalSeconds === 10 || intervalSeconds === 30;
    check(isInterval, `${argument}.healthCheck.intervalSeconds`, "must be 10 or 30", intervalSeconds);
    const path = healthCheck.protocol === "tcp" ? "/" : (healthCheck.path ?? "/");
    const isPath = /^\/[-a-zA-Z0-9@:%_\\+.~#?&/=]{0,254}$/.test(path);
    check(isPath, `${argument}.healthCheck.path`, "must begin with / and have at most 255 characters", path);
  }
  const overrides = Object.entries(portOverrides);
  check(overrides.length <= 10, `${argument}.portOverrides`, "must hold at most 10 ports", overrides.length);
  for (const [key, endpointPort] of overrides) {
    const isListened = listenerPorts.some(({ from, to }) => Number(key) >= from && Number(key) <= to);
    check(isListened, `${argument}.portOverrides`, "must be of ports of the listener", key);
    checkRange(`portOverrides.${key}`, endpointPort, 1, 65535);
  }
}

export function endpointGroup(
  name: string,
  listenerArn: pulumi.Input<string>,
  { region, endpoints, trafficDialPercent = 100, healthCheck = { protocol: "tcp" }, portOverrides = {} }: EndpointGroup,
  parent: pulumi.Resource,
): aws.globalaccelerator.EndpointGroup {
  const { protocol, port, intervalSeconds = 30, threshold = 3 } = healthCheck;
  const overrides = Object.entries(portOverrides).map(([listenerPort, endpointPort]) => ({
    listenerPort: Number(listenerPort),
    endpointPort,
  }));
  return new aws.globalaccelerator.EndpointGroup(
    name,
    {
      listenerArn,
      endpointGroupRegion: region,
      endpointConfigurations: endpoints.map(({ loadBalancerArn, weight = 128, preserveClientIp = true }) => ({
        endpointId: loadBalancerArn,
        weight,
        clientIpPreservationEnabled: preserveClientIp,
      })),
      trafficDialPercentage: trafficDialPercent,
      healthCheckProtocol: protocol.toUpperCase(),
      healthCheckPort: port,
      healthCheckPath: healthCheck.protocol === "tcp" ? undefined : (healthCheck.path ?? "/"),
      healthCheckIntervalSeconds: intervalSeconds,
      thresholdCount: threshold,
      portOverrides: overrides.length > 0 ? overrides : undefined,
    },
    { parent },
  );
}
