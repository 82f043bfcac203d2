import { worldwide } from "./cidr";

/**
 * Those of a condition's values that tie a request to nobody, one of which opens the condition: what matches anything,
 * every account or every organisation, and the CIDRs that are the internet, alone or together.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 *
 * @param key in lower case: `aws:principalarn`
 */
export function openValues(key: string, values: readonly string[]): readonly string[] {
  const { isOpen } = kinds.find(({ keys }) => keys.test(key)) ?? { isOpen: () => false };
  const cidrs = new Set(/ip$/.test(key) ? worldwide(values, wide) : []);
  return values.filter((value) => {
    const text = filledIn(value);
    return (text !== "" && isOnlyWild(text)) || isOpen(text) || cidrs.has(value);
  });
}

/** Whether an ARN is anybody's: its account is, or it has none and is of any resource. */
function isAnyonesArn(arn: string): boolean {
  if (!hasWildcard(arn)) return false;
  const [start = "", , service = "", , account, ...rest] = arn.split(":");
  // A wildcard that stands for colons too, as `StringLike` lets it.
  if (start !== "arn" || account === undefined) return mayBeArn(arn) && !/(?<!\d)\d{12}(?!\d)/.test(arn);
  const resource = rest.join(":");
  const isWithout = account === "" || (service === "s3" && isOnlyWild(account) && isBucket(resource));
  return isWithout ? /^[*?/:]*$/.test(resource) : isAnyAccount(account);
}

/** How keys are called, and which of their values are anybody's. The ids of accounts and organisations have no order. */
const kinds: readonly { readonly keys: RegExp; readonly isOpen: (value: string) => boolean }[] = [
  { keys: /account$|:sourceowner$/, isOpen: isAnyAccount },
  { keys: /arn$/, isOpen: isAnyonesArn },
  { keys: /orgid$|:sourcevpce?$/, isOpen: isAnyId },
  // The ids of an organisation's units are unique within it alone.
  { keys: /orgpaths$/, isOpen: (path) => isAnyId(path.split("/")[0] ?? "") },
  // The part after the colon is the name of a session, which whoever takes a role chooses.
  { keys: /:userid$/, isOpen: (id) => isAnyId(id.split(":")[0] ?? "") },
];

/** What S3 counts as public: more addresses than a /8 of IPv4, or a /32 of IPv6. */
const wide = { maxPublicPrefix: 8, maxPublicPrefixV6: 32, allowedCidrs: [] };

/** True for wildcards alone and behind the start that all ids of a kind have: `*`, `o-*`, `vpce-*`, `AROA*`. */
function isAnyId(text: string): boolean {
  return /^(?:[a-z]{1,4}-?)?[*?]*[*?]$/i.test(text);
}

/**
 * A value as it stands in a request: a variable is whatever whoever asks brings along, unless it tells of the resource,
 * and `${*}` is an asterisk. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function filledIn(value: string): string {
  return value.replace(/\$\{[*?$]\}/g, "-").replace(/\$\{(?!aws:resource)[^}]{1,128}\}/gi, "*");
}

function isAnyAccount(account: string): boolean {
  return hasWildcard(account) && !/^\d{12}/.test(account);
}

function isOnlyWild(text: string): boolean {
  return /^[*?]*$/.test(text);
}

/** The ARNs of buckets hold no account, however many colons are filled in; those of access points do. */
function isBucket(resource: string): boolean {
  return !/^accesspoint\b/.test(resource);
}

function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

function mayBeArn(text: string): boolean {
  const fixed = text.split(/[*?]/)[0] ?? "";
  return fixed.startsWith("arn:") || "arn:".startsWith(fixed);
}
