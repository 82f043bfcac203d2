import type * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { WebAcl, type WebAclArgs } from "../../components/web-acl";
import { managedGroupNames } from "../../components/web-acl/managed-groups";

const count = z.number();
const text = z.string();

const managedGroup = z.union([
  z.enum(managedGroupNames),
  z.strictObject({
    group: z.enum(managedGroupNames),
    count: z.union([z.literal("all"), z.array(text)]).optional(),
    exceptPaths: z.array(text).optional(),
    inspectionLevel: z.enum(["common", "targeted"]).optional(),
  }),
]);

const rateLimit = z.union([
  z.literal("none"),
  z.strictObject({
    requests: count.optional(),
    windowSeconds: z.literal([60, 120, 300, 600]).optional(),
    per: z
      .union([
        z.literal("ip"),
        z.discriminatedUnion("type", [
          z.strictObject({ type: z.literal("forwardedIp"), header: text.optional() }),
          z.strictObject({ type: z.literal("header"), header: text }),
        ]),
      ])
      .optional(),
  }),
]);

const logs = z.union([
  z.literal("none"),
  z.strictObject({
    retentionDays: count.optional(),
    kmsKeyArn: text.optional(),
    deletionProtection: z.boolean().optional(),
    keep: z.enum(["all", "matched"]).optional(),
    redact: z.strictObject({ headers: z.array(text).optional(), query: z.boolean().optional() }).optional(),
  }),
]);

/** The web firewall: `none`, one that is there by its `webAclArn`, or what is different of one that is made. */
export const waf = z.union(
  [
    z.literal("none"),
    z.strictObject({ webAclArn: text }),
    z.strictObject({
      managedGroups: z.array(managedGroup).optional(),
      rateLimit: rateLimit.optional(),
      allowAddresses: z.array(text).optional(),
      blockAddresses: z.array(text).optional(),
      blockCountries: z.array(text).optional(),
      defaultAction: z.enum(["allow", "block"]).optional(),
      mode: z.enum(["block", "count"]).optional(),
      logs: logs.optional(),
    }),
  ],
  { error: 'must be "none", a map with webAclArn, or a map of what the web ACL is to do' },
);

/**
 * The ARN of the web ACL before a load balancer. Nothing said is one with the defaults on the internet, and none elsewhere.
 */
export function webAclArnOf(
  name: string,
  setting: z.output<typeof waf> | undefined,
  exposure: "internet" | "internal",
  opts?: pulumi.ComponentResourceOptions,
): pulumi.Input<string> | undefined {
  const wanted = setting ?? (exposure === "internet" ? {} : "none");
  if (wanted === "none") return undefined;
  if ("webAclArn" in wanted) return wanted.webAclArn;
  // The types keep groups and their rules together; settings are read as data, and the component checks them.
  const args = { scope: "regional", ...wanted } as WebAclArgs;
  return new WebAcl(`${name}-waf`, args, opts).webAclArn;
}
