import type { Change, Verdicts } from "../rule";
import { type Place, pathTo, written } from "./property-paths";
import { allOf, known } from "./three-valued";
import { asBoolean, at, shown, UNKNOWN, type Unknown } from "./value";

export const accountBlockType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

const flags = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

/** Where the four flags of a public access block lie in a resource, and what AWS takes for one that is not set. */
export interface BlockPlace {
  readonly place: Place;
  readonly byDefault: boolean;
}

/** Whether all four flags of a resource's public access block are true. */
export function isClosed(props: unknown, { place, byDefault }: BlockPlace): boolean | Unknown {
  return allOf(flags.map((flag) => known(asBoolean(at(props, ...place, flag)), (value) => value ?? byDefault)));
}

/** Denies the flags that are not true, together. */
export function judgeBlock(props: unknown, where: BlockPlace, { deny, undecided }: Verdicts): void {
  const open = openFlags(props, where);
  const [property, ...rest] = where.place;
  const states = open.map(({ path, value }) => `${written(path)} is ${shown(value)}`);
  if (open.length > 0) deny(`${states.join(", ")}; set ${open.length > 1 ? "all four" : "it"} to true`);
  else if (isClosed(props, where) === UNKNOWN)
    undecided(property === undefined ? "one of its four flags" : written([property, ...rest]));
}

/** Sets the flags that are not true. */
export function closeBlock(props: unknown, where: BlockPlace): Change[] {
  return openFlags(props, where).map(({ path }) => ({ path, value: true }));
}

function openFlags(props: unknown, { place, byDefault }: BlockPlace) {
  return flags
    .map((flag) => ({ path: pathTo(place, flag), value: at(props, ...place, flag) }))
    .filter(({ value }) => value !== UNKNOWN && !(asBoolean(value) ?? byDefault));
}
