import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkEndpointGroup, type EndpointGroup, endpointGroup } from "./endpoint-group";

/** What an accelerator takes. Limits: https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateListener.html */
export interface AcceleratorListener {
  readonly protocol: "tcp" | "udp";
  /** Ports, 1–65535, and ranges of them; 1 to 10, none twice, nor in another listener of the same protocol. */
  readonly ports: readonly (number | PortRange)[];
  /** Whether a client's address decides its endpoint. @default "none": each connection is on its own */
  readonly clientAffinity?: "none" | "sourceIp";
  /** Where traffic goes, by names of yours: one group in a region. At least one. */
  readonly endpointGroups: Readonly<Record<string, EndpointGroup>>;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** @throws when a listener is not one that AWS takes, or two want the same port. */
export function checkAcceleratorListeners(
  check: ArgumentCheck,
  listeners: Readonly<Record<string, AcceleratorListener>>,
): void {
  // https://docs.aws.amazon.com/global-accelerator/latest/dg/limits-global-accelerator.html
  const number = Object.keys(listeners).length;
  check(number >= 1 && number <= 10, "listeners", "must hold 1 to 10 listeners", number);
  const taken: { readonly protocol: string; readonly range: PortRange }[] = [];
  for (const [key, { protocol, ports, endpointGroups }] of Object.entries(listeners)) {
    checkKey(check, "listeners", key);
    const argument = `listeners.${key}`;
    const isNumber = ports.length >= 1 && ports.length <= 10;
    check(isNumber, `${argument}.ports`, "must hold 1 to 10 ports and ranges", ports.length);
    for (const port of ports) {
      const range = rangeOf(port);
      const { from, to } = range;
      const isRange = [from, to].every((end) => Number.isInteger(end) && end >= 1 && end <= 65535) && from <= to;
      check(isRange, `${argument}.ports`, "must be ports from 1 to 65535, and ranges that go up", port);
      const clash = taken.some(
        (other) => other.protocol === protocol && from <= other.range.to && other.range.from <= to,
      );
      check(!clash, `${argument}.ports`, `must not repeat a ${protocol} port`, port);
      taken.push({ protocol, range });
    }
    const groups = Object.entries(endpointGroups);
    check(groups.length > 0, `${argument}.endpointGroups`, "must hold at least one group", endpointGroups);
    for (const [group, endpoints] of groups) {
      checkKey(check, `${argument}.endpointGroups`, group);
      checkEndpointGroup(check, `${argument}.endpointGroups.${group}`, endpoints, ports.map(rangeOf));
    }
    const regions = groups.map(([, { region = "the provider's" }]) => region);
    const repeated = regions.find((region, index) => regions.indexOf(region) < index);
    check(repeated === undefined, `${argument}.endpointGroups`, "must hold one group in a region", repeated);
  }
  // https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html
  const groups = Object.values(listeners).reduce((sum, one) => sum + Object.keys(one.endpointGroups).length, 0);
  check(groups <= 42, "listeners", "must hold at most 42 endpoint groups in all", groups);
}

function checkKey(check: ArgumentCheck, argument: string, key: string): void {
  const isKey = /^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(key);
  check(isKey, argument, "must have names of letters, digits and hyphens", key);
}

function rangeOf(port: number | PortRange): PortRange {
  return typeof port === "number" ? { from: port, to: port } : port;
}

export function acceleratorListener(
  name: string,
  acceleratorArn: pulumi.Input<string>,
  { protocol, ports, clientAffinity = "none", endpointGroups }: AcceleratorListener,
  parent: pulumi.Resource,
): void {
  const listener = new aws.globalaccelerator.Listener(
    `${name}-listener`,
    {
      acceleratorArn,
      protocol: protocol.toUpperCase(),
      portRanges: ports.map(rangeOf).map(({ from, to }) => ({ fromPort: from, toPort: to })),
      clientAffinity: clientAffinity === "sourceIp" ? "SOURCE_IP" : "NONE",
    },
    { parent },
  );
  for (const [key, group] of Object.entries(endpointGroups)) {
    endpointGroup(`${name}-${key}`, listener.arn, group, parent);
  }
}
