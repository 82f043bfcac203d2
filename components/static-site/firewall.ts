import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { WebAcl, type WebAclArgs } from "../web-acl";

/** A web ACL that the site makes, with what is different from its defaults; or the ARN of one that there is. */
export type SiteFirewall = "none" | Omit<WebAclArgs, "scope"> | { readonly webAclArn: pulumi.Input<string> };

export function checkFirewall(check: ArgumentCheck, waf: SiteFirewall): void {
  if (waf === "none" || !("webAclArn" in waf)) return;
  const { webAclArn } = waf;
  const isGlobal =
    typeof webAclArn !== "string" || /^arn:[^:]+:wafv2:us-east-1:\d{12}:global\/webacl\//.test(webAclArn);
  check(isGlobal, "waf.webAclArn", "must be the ARN of a web ACL for CloudFront", webAclArn);
}

/** The ARN of the web ACL, if there is to be one. */
export function firewallArn(
  name: string,
  waf: SiteFirewall,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  if (waf === "none") return undefined;
  if ("webAclArn" in waf) return pulumi.output(waf.webAclArn);
  return new WebAcl(`${name}-waf`, { ...waf, scope: "cloudfront" }, { parent }).webAclArn;
}
