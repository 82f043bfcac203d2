import { type DefaultEncryption, defaultEncryption, kmsAlgorithms } from "../facts/bucket-encryption";
import { bucketType, parts, someStated, statedOf } from "../facts/bucket-parts";
import { membersOf, pathTo, written } from "../facts/property-paths";
import { known } from "../facts/three-valued";
import { shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { flag } from "../settings";

export const s3Encryption = rule({
  name: "s3-encryption",
  displayName: "The encryption of buckets is one that S3 knows",
  description:
    "What a bucket says of its encryption names an algorithm of S3, and a KMS key only with an algorithm that uses it. To say nothing is allowed: since January 2023 S3 encrypts every object, with AES256 unless told otherwise, and nobody can turn that off.",
  why: "A key beside an algorithm that uses none shows that somebody believes in an encryption which the bucket does not have.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html",
  remediationSteps:
    'Leave the encryption out, or set sseAlgorithm to "AES256", or to "aws:kms" together with a kmsMasterKeyId.',
  controls: {},
  settings: {
    requireStated: flag(false, "Require that every bucket states its encryption, as some audits ask."),
  },
  types: [bucketType, parts.encryption.type],
  resource({ resource, deny, undecided }) {
    const { rules, unknownLists } = rulesOf(resource);
    for (const { place, algorithm, key } of rules) {
      const property = written(pathTo(place, "sseAlgorithm"));
      const fix = fixOf({ algorithm, key });
      if (fix === UNKNOWN) undecided(algorithm === UNKNOWN ? property : written(pathTo(place, "kmsMasterKeyId")));
      else if (fix && key) {
        deny(`${property} is ${shown(algorithm)}, which uses no kmsMasterKeyId; set it to "${fix}"`);
      } else if (fix) deny(`${property} is ${shown(algorithm)}, which S3 does not know; set it to "${fix}"`);
    }
    for (const list of unknownLists) undecided(list);
  },
  stack({ stack, settings, on }) {
    if (!settings.requireStated) return;
    for (const bucket of stack.ofType(bucketType)) {
      const isStated = someStated(statedOf(stack, bucket, "encryption"), (stated) =>
        known(defaultEncryption(stated).algorithm, (algorithm) => algorithm !== undefined),
      );
      if (isStated === UNKNOWN) on(bucket).undecided("its encryption");
      else if (!isStated) {
        on(bucket).deny("it does not state its encryption; add a BucketServerSideEncryptionConfiguration");
      }
    }
  },
  remediate(resource) {
    return rulesOf(resource).rules.flatMap((stated) => {
      const fix = fixOf(stated);
      return typeof fix === "string" ? [{ path: pathTo(stated.place, "sseAlgorithm"), value: fix }] : [];
    });
  },
});

function rulesOf({ type, props }: Resource) {
  const name = "serverSideEncryptionConfiguration";
  const lists =
    type === bucketType
      ? [membersOf(props, [], name, "rule"), membersOf(props, [], `${name}s`, "rules")]
      : [membersOf(props, [], "rules")];
  return {
    rules: lists.flatMap(({ members }) => members).map(({ place, value }) => defaultEncryption(value, place)),
    unknownLists: lists.flatMap(({ unknownLists }) => unknownLists),
  };
}

/** The algorithm to name instead; undefined when nothing is wrong. Unsaid, it is AES256. */
function fixOf({ algorithm, key }: Pick<DefaultEncryption, "algorithm" | "key">) {
  if (algorithm === UNKNOWN) return UNKNOWN;
  if (algorithm !== undefined && kmsAlgorithms.includes(algorithm)) return undefined;
  if (key === UNKNOWN) return UNKNOWN;
  if (key !== undefined && key !== "") return "aws:kms";
  return algorithm === undefined || algorithm === "AES256" ? undefined : "AES256";
}
