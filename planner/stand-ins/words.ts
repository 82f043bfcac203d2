import { runtime } from "@pulumi/pulumi";
import type { Json, JsonObject } from "../plan";
import { isObject, SIGNATURE, UNKNOWN } from "../wire";
import { ACCOUNT_ID, autoName, ec2Id, markedHex, partitionOf, type Setting } from "./setting";

/** A resource that is about to exist. */
export interface Made {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: JsonObject;
}

/** What AWS would compute: an id and further outputs, by property. */
export type StandIn = { id: string } & JsonObject;

/** Makes the stand-ins of one resource type. */
export type Maker = (words: Words) => StandIn;

/** The words that ids, ARNs and names of one resource are made of. */
export interface Words {
  readonly inputs: JsonObject;
  readonly logicalName: string;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;
  /** Digits of this resource alone. */
  readonly hex: (digits: number) => string;
  /** An id such as `vpc-0ff11e…`. */
  readonly id: (prefix: string) => string;
  /** The physical name: as stated, or as the provider makes it from a prefix, or Pulumi from the logical one. */
  readonly named: (property?: string, maxLength?: number) => string;
  /** An ARN of the account in the region. */
  readonly arn: (service: string, resource: string) => string;
  /** An ARN of the account in no region. */
  readonly globalArn: (service: string, resource: string) => string;
}

export function wordsOf({ name, urn, inputs }: Made, setting: Setting): Words {
  const region = text(inputs.region, setting.region);
  const { partition, dnsSuffix } = partitionOf(region);
  return {
    inputs,
    logicalName: name,
    region,
    partition,
    dnsSuffix,
    hex: (digits) => markedHex(urn, digits),
    id: (prefix) => ec2Id(prefix, urn),
    named: (property = "name", maxLength) => {
      const prefix = inputs[`${property}Prefix`];
      // A provider puts 26 digits behind a prefix.
      const otherwise = typeof prefix === "string" ? `${prefix}${markedHex(urn, 26)}` : autoName(name, maxLength);
      return text(inputs[property], otherwise);
    },
    arn: (service, resource) => `arn:${partition}:${service}:${region}:${ACCOUNT_ID}:${resource}`,
    globalArn: (service, resource) => `arn:${partition}:${service}::${ACCOUNT_ID}:${resource}`,
  };
}

/** A text that an input states, or the id of the resource that it holds whole. */
export function text(value: Json | undefined, otherwise: string = UNKNOWN): string {
  if (isObject(value) && value[SIGNATURE] === runtime.specialResourceSig) return text(value.id);
  return typeof value === "string" ? value : otherwise;
}

/** For what is identified by its subject alone: a bucket's policy has the bucket's id. */
export function sameAs(property: string): Maker {
  return (words) => ({ id: text(words.inputs[property]) });
}
