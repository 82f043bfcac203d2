import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { GlobalAccelerator } from "../../components/global-accelerator";

/** Global Accelerator in front: `true`, or what is different of it. */
export const accelerator = z.preprocess(
  (value) => (value === true ? {} : value === false ? undefined : value),
  z
    .strictObject(
      {
        clientAffinity: z.enum(["none", "sourceIp"]).optional(),
        ipAddresses: z.array(z.string()).optional(),
        logRetentionDays: z.number().optional(),
      },
      { error: ({ code }) => (code === "invalid_type" ? "must be true, false or a map" : undefined) },
    )
    .optional(),
);

/**
 * Whom a load balancer behind an accelerator admits: it sees the clients' own addresses, so that its security group
 * decides over them as it would without one, and an internal load balancer is reached by anyone through it.
 */
export const acceleratedSources = ["0.0.0.0/0", "::/0"];

/** What the accelerator stands before. */
export interface Accelerated {
  readonly loadBalancerArn: pulumi.Input<string>;
  readonly ports: readonly number[];
  readonly ipAddressType: "ipv4" | "dualstack";
}

/** The accelerator before a load balancer of the region; undefined where none is wanted. */
export function acceleratorOf(
  name: string,
  setting: z.output<typeof accelerator> | undefined,
  { loadBalancerArn, ports, ipAddressType }: Accelerated,
): GlobalAccelerator | undefined {
  if (!setting) return undefined;
  const { clientAffinity, ...rest } = setting;
  return new GlobalAccelerator(`${name}-front`, {
    listeners: {
      web: { protocol: "tcp", ports, clientAffinity, endpointGroups: { here: { endpoints: [{ loadBalancerArn }] } } },
    },
    ipAddressType,
    ...rest,
  });
}
