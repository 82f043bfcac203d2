import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { texts } from "../settings";
import { mayShareRegion, regionOf } from "./account-defaults";
import { matches } from "./policy-patterns";
import { membersOf } from "./property-paths";
import { stated } from "./stated";
import { hasTag, type Tags, tagsOf } from "./tags";
import { allOf, anyOf, known, not } from "./three-valued";
import { asText, at, UNKNOWN, type Unknown } from "./value";

/** The settings of a rule that requires backups. */
export const backupSettings = {
  selectedTags: texts(
    [],
    'Tags by which a backup plan outside this stack selects what it backs up: "key=value", or "key" for any value.',
  ),
};

/** What AWS Backup backs up. */
export interface Backups {
  /** Whether some plan backs a resource up; unknown while it may. */
  include(resource: StackResource): boolean | Unknown;
}

/** What the selections of a stack assign to their plans, and what a plan elsewhere selects by a tag. */
export function backupsOf(stack: Stack, selectedTags: readonly string[]): Backups {
  const selections = stack.ofType("aws:backup/selection:Selection").map(selectionOf);
  return {
    include: (resource) => {
      const candidate: Candidate = { resource, tags: tagsOf(resource) };
      return anyOf([hasTag(resource, selectedTags), ...selections.map((takes) => takes(candidate))]);
    },
  };
}

/** The service and the kind of resource in the ARN of each type that AWS Backup knows and rules ask about. */
const arnParts: Record<string, { readonly service: string; readonly kind: string }> = {
  "aws:ebs/volume:Volume": { service: "ec2", kind: "volume" },
  "aws:ebs/volumeCopy:VolumeCopy": { service: "ec2", kind: "volume" },
  "aws:ec2/instance:Instance": { service: "ec2", kind: "instance" },
  "aws:efs/fileSystem:FileSystem": { service: "elasticfilesystem", kind: "file-system" },
};

interface Candidate {
  readonly resource: StackResource;
  readonly tags: Tags;
}

type Test = (candidate: Candidate) => boolean | Unknown;

/**
 * A selection takes what one of `resources` or one of `selectionTags` names, or everything where it has neither; of
 * that what fulfils all `conditions`, and nothing that one of `notResources` names.
 * https://repost.aws/knowledge-center/backup-assign-resources
 */
function selectionOf(selection: StackResource): Test {
  const { props } = stated(selection);
  const named = arnsIn(selection, props, "resources");
  const left = arnsIn(selection, props, "notResources");
  const tagged = tagsIn(props);
  const conditions = conditionsIn(props);
  const ways = [named, tagged].filter((way) => way !== undefined);
  return (candidate) => {
    // A plan works in its own region.
    if (!mayShareRegion(selection, candidate.resource)) return false;
    const chosen = ways.length === 0 ? true : anyOf(ways.map((way) => way(candidate)));
    return allOf([chosen, not(left?.(candidate) ?? false), ...conditions.map((holds) => holds(candidate))]);
  };
}

function arnsIn(selection: StackResource, props: unknown, property: string): Test | undefined {
  const { members, unknownLists } = membersOf(props, [], property);
  const patterns = members.map(({ value }) => asText(value)).filter((pattern) => pattern !== undefined);
  const written = patterns.filter((pattern) => pattern !== UNKNOWN);
  const unknowns = patterns.length - written.length + unknownLists.length;
  if (written.length + unknowns === 0) return undefined;
  const whole = new Set(written.filter((pattern) => !pattern.includes("*")));
  const open = written.filter((pattern) => pattern.includes("*"));
  const sources = new Set(selection.references(property));
  return ({ resource }) => {
    const arn = at(resource.props, "arn");
    if (sources.has(resource) || (typeof arn === "string" && whole.has(arn))) return true;
    // What is not known yet is what other resources give, as far as these go round.
    const other = unknowns > sources.size && UNKNOWN;
    return anyOf([...open.map((pattern) => namesArn(pattern, resource)), other]);
  };
}

/** Whether an ARN, in which `*` stands for any characters, is that of a resource. */
function namesArn(pattern: string, resource: StackResource): boolean | Unknown {
  const arn = at(resource.props, "arn");
  if (typeof arn === "string" && arn.startsWith("arn:")) return matches(pattern, arn);
  const parts = arnParts[resource.type];
  if (!parts) return false;
  const [, partition = "aws", , region = "*", account = "*"] = pattern.split(":");
  const own = regionOf(resource);
  if (typeof own === "string" && !matches(region, own)) return false;
  const all = `arn:${partition}:${parts.service}:${region}:${account}:${parts.kind}/`;
  // Part of an id, such as `volume/vol-0*`, may be that of a resource that does not exist yet.
  return matches(pattern, `${all}*`) || (pattern.startsWith(all) && pattern.includes("*", all.length) && UNKNOWN);
}

function tagsIn(props: unknown): Test | undefined {
  const { members, unknownLists } = membersOf(props, [], "selectionTags");
  if (members.length + unknownLists.length === 0) return undefined;
  const tests = members.map(({ value }) => conditionOf(value, isEqual));
  return (candidate) => anyOf([...tests.map((test) => test(candidate)), unknownLists.length > 0 ? UNKNOWN : false]);
}

const isEqual = (wanted: string, value: string | undefined) => wanted === value;
const isLike = (wanted: string, value: string | undefined) => value !== undefined && matches(wanted, value);

/** The tests of tags by their property. A tag that is not there equals nothing and is like nothing. */
const operators: Record<string, (wanted: string, value: string | undefined) => boolean> = {
  stringEquals: isEqual,
  stringLikes: isLike,
  stringNotEquals: (wanted, value) => !isEqual(wanted, value),
  stringNotLikes: (wanted, value) => !isLike(wanted, value),
};

function conditionsIn(props: unknown): readonly Test[] {
  return Object.entries(operators).flatMap(([property, test]) => {
    const { members, unknownLists } = membersOf(props, [], "conditions", property);
    const unknown: Test[] = unknownLists.length > 0 ? [() => UNKNOWN] : [];
    return [...members.map(({ value }) => conditionOf(value, test)), ...unknown];
  });
}

function conditionOf(said: unknown, test: (wanted: string, value: string | undefined) => boolean): Test {
  const key = asText(at(said, "key"));
  const wanted = asText(at(said, "value"));
  const name = typeof key === "string" ? key.replace(/^aws:ResourceTag\//, "") : "";
  return ({ tags }) => {
    if (key === UNKNOWN || wanted === UNKNOWN || tags === UNKNOWN) return UNKNOWN;
    return known(Object.hasOwn(tags, name) ? tags[name] : undefined, (value) => test(wanted ?? "", value));
  };
}
