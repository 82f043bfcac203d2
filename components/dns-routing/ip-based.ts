import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type IpRange, overlap, readIpRange } from "../ip-range";
import { type ReadRecord, type RoutedRecord, type RoutedRecords, readRecords } from "./routed-record";

/** Answers by the visitor's address: the record whose blocks hold it, and `"*"` for all others. */
export interface IpBasedPolicy {
  readonly type: "ipBased";
  /** One of them must be for `"*"`. */
  readonly records: RoutedRecords<IpBasedRecord>;
}

export interface IpBasedRecord extends RoutedRecord {
  /** IPv4 blocks of /1 to /24 and IPv6 blocks of /1 to /48, none within another; or everyone else. */
  readonly blocks: "*" | readonly string[];
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html */
export function checkIpBased(check: ArgumentCheck, name: string, { records }: IpBasedPolicy): void {
  // The collection has a name of at most 64 characters, of which the role and Pulumi's suffix take 15.
  const isName = /^[\w-]{1,49}$/.test(name);
  const form = "letters, digits, hyphens and underscores";
  check(isName, "name", `must be at most 49 ${form}, as the collection of blocks is called after it`, name);
  readRecords(check, records, (_, id, at) => {
    check(/^[\w-]{1,16}$/.test(id), at, `must have an id of at most 16 ${form}`, id);
    return {};
  });
  const entries = Object.entries(records);
  const others = entries.filter(([, { blocks }]) => blocks === "*").map(([id]) => id);
  const isEveryone = others.length === 1;
  check(isEveryone, "policy.records", 'must have exactly one record for "*", or others get no answer', others);
  checkBlocks(check, entries);
}

function checkBlocks(check: ArgumentCheck, entries: readonly [string, IpBasedRecord][]): void {
  const known: { id: string; range: IpRange }[] = [];
  for (const [id, { blocks }] of entries) {
    if (blocks === "*") continue;
    const at = `policy.records.${id}.blocks`;
    check(blocks.length > 0, at, "must hold at least one block", blocks);
    for (const block of blocks) {
      const range = readIpRange(block, at, check);
      const most = range.family === "ipv4" ? 24 : 48;
      check(range.prefix >= 1 && range.prefix <= most, at, "must be /1 to /24 for IPv4 and /1 to /48 for IPv6", block);
      const other = known.find((earlier) => overlap(earlier.range, range));
      check(other === undefined, at, `must not overlap ${other?.range.cidr} of "${other?.id}"`, block);
      known.push({ id, range });
    }
  }
  check(known.length <= 1000, "policy.records", "must have at most 1000 blocks in all", known.length);
}

/** Makes the collection of blocks, with a location for each record that has some, and the records that name them. */
export function ipBasedRecords(name: string, { records }: IpBasedPolicy, parent: pulumi.Resource): ReadRecord[] {
  const collection = new aws.route53.CidrCollection(`${name}-blocks`, {}, { parent });
  const locationOf = (id: string, blocks: IpBasedRecord["blocks"]) => {
    if (blocks === "*") return blocks;
    const args = { cidrCollectionId: collection.id, name: id, cidrBlocks: [...blocks] };
    return new aws.route53.CidrLocation(`${name}-${id}-blocks`, args, { parent }).name;
  };
  return Object.entries(records).map(([id, { blocks, target, healthCheck }]) => {
    const cidrRoutingPolicy = { collectionId: collection.id, locationName: locationOf(id, blocks) };
    return { id, target, healthCheck, routing: { cidrRoutingPolicy } };
  });
}
