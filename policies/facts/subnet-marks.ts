import type { Resource } from "../resource";
import { texts, type Values } from "../settings";
import { tagsOf } from "./tags";
import { asText, at, UNKNOWN, type Unknown } from "./value";
import { wordsOf } from "./words";

/** What the owner of a subnet says it is for. */
export type Mark = "public" | "private";

/** By which tags a subnet is marked. */
export const markSettings = {
  publicTags: texts(
    ["Tier=public", "Type=public", "SubnetType=public", "aws-cdk:subnet-type=public", "kubernetes.io/role/elb"],
    "Tags of public subnets, as `key=value`, or `key` for any value; case does not count. Without a tag, the name decides.",
  ),
  privateTags: texts(
    [
      ...["Tier=private", "Tier=isolated", "Type=private", "SubnetType=private", "SubnetType=isolated"],
      ...["aws-cdk:subnet-type=private", "aws-cdk:subnet-type=isolated", "kubernetes.io/role/internal-elb"],
    ],
    "Tags of private subnets, as `key=value`, or `key` for any value; case does not count. Without a tag, the name decides.",
  ),
};

/**
 * Whether a subnet is marked as public or private: by tags that say only one of them, otherwise by its `Name` tag or
 * the name it has in the program. Undefined when nothing marks it.
 */
export function markOf(subnet: Resource, settings: Values<typeof markSettings>): Mark | Unknown | undefined {
  const tags = tagsOf(subnet);
  const byTag = (wanted: readonly string[]) => isTagged(tags, wanted);
  const [open, closed] = [byTag(settings.publicTags), byTag(settings.privateTags)];
  if (open === true && closed === false) return "public";
  if (closed === true && open === false) return "private";
  if (open === UNKNOWN || closed === UNKNOWN) return UNKNOWN;
  const name = asText(at(tags, "Name"));
  const byName = typeof name === "string" ? markIn(name) : undefined;
  return byName ?? (name === UNKNOWN ? UNKNOWN : markIn(subnet.name));
}

function isTagged(tags: ReturnType<typeof tagsOf>, wanted: readonly string[]): boolean | Unknown {
  if (wanted.length === 0) return false;
  if (tags === UNKNOWN) return UNKNOWN;
  const lowered = new Set(wanted.map((tag) => tag.toLowerCase()));
  const found = Object.entries(tags).map(([key, value]) => {
    const lowerKey = key.toLowerCase();
    if (lowered.has(lowerKey)) return true;
    if (value === UNKNOWN) return [...lowered].some((tag) => tag.startsWith(`${lowerKey}=`)) && UNKNOWN;
    return lowered.has(`${lowerKey}=${value?.toLowerCase()}`);
  });
  if (found.includes(true)) return true;
  return found.includes(UNKNOWN) ? UNKNOWN : false;
}

const marks: Record<string, Mark> = {
  public: "public",
  pub: "public",
  private: "private",
  priv: "private",
  isolated: "private",
  intra: "private",
};

/** The last word counts: those before it may come from the name of a network, as in `private-net-public-1`. */
function markIn(name: string): Mark | undefined {
  return wordsOf(name)
    .flatMap((word) => marks[word] ?? [])
    .at(-1);
}
