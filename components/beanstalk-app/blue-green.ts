import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkZoneId } from "../hosted-zone/zone-id";
import { checkChoice } from "./choice";
import type { Tier } from "./tier";

/**
 * Two environments of one application, of which one is live: the other gets the next version, is looked at under its own
 * address, and goes live when `live` names it. Going back is naming the first one again.
 *
 * What is exchanged is the record of the domain, an alias of the live environment's CNAME, whose answers are remembered
 * for a minute. Elastic Beanstalk's own exchange of CNAMEs (SwapEnvironmentCNAMEs) cannot be part of a program: the
 * provider has no resource for it, and takes another `cnamePrefix` for another environment, so that an exchange of the
 * two would delete both, the live one too (https://github.com/hashicorp/terraform-provider-aws/issues/19679). So no prefix
 * is stated, and an exchange by hand is not seen as a difference either.
 */
export interface BlueGreen {
  readonly live: Color;
  /** The label of the version that the blue environment runs, one that was uploaded before. @default the source's */
  readonly blueVersion?: string;
  /** The label of the version that the green environment runs, one that was uploaded before. @default the source's */
  readonly greenVersion?: string;
}

export type Color = "blue" | "green";

/** A name in a hosted zone of the account. */
export interface AppDomain {
  /** e.g. `shop.example.com` */
  readonly name: string;
  readonly zoneId: pulumi.Input<string>;
}

/** @throws when a domain cannot lead to the environment, or there is nothing to exchange. */
export function checkDomain(
  check: ArgumentCheck,
  { type }: Tier,
  domain: AppDomain | undefined,
  blueGreen: BlueGreen | undefined,
): void {
  if (domain) {
    const isName = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(domain.name);
    check(isName && domain.name.length <= 253, "domain.name", "must be a domain name in lower case", domain.name);
    checkZoneId(check, "domain.zoneId", domain.zoneId);
    const leads = type === "loadBalanced" || type === "singleInstance";
    check(
      leads,
      "domain",
      "must be left out where the requests do not come to the environment's own address",
      domain.name,
    );
  }
  if (!blueGreen) return;
  check(domain !== undefined, "domain", "must be given with blueGreen: its record is what is exchanged", domain);
  checkChoice(check, "blueGreen.live", ["blue", "green"], blueGreen.live);
  const { blueVersion, greenVersion } = blueGreen;
  for (const [argument, label] of Object.entries({ blueVersion, greenVersion })) {
    const isLabel = label === undefined || /^[\w.+-]{1,100}$/.test(label);
    check(isLabel, `blueGreen.${argument}`, "must be the label of a version", label);
  }
}

/** The record of the domain. Elastic Beanstalk's names have IPv4 addresses alone. */
export function domainRecord(
  name: string,
  { name: domainName, zoneId }: AppDomain,
  live: aws.elasticbeanstalk.Environment,
  parent: pulumi.Resource,
): aws.route53.Record {
  const { id } = aws.elasticbeanstalk.getHostedZoneOutput({}, { parent });
  return new aws.route53.Record(
    `${name}-dns-a`,
    {
      zoneId,
      name: domainName,
      type: "A",
      aliases: [{ name: live.cname, zoneId: id, evaluateTargetHealth: true }],
    },
    { parent },
  );
}
