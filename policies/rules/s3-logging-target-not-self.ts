import { bucketsNamed, bucketType, parts, valuesAt } from "../facts/bucket-parts";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const s3LoggingTargetNotSelf = rule({
  name: "s3-logging-target-not-self",
  displayName: "No bucket logs into itself",
  description: "The access logs of a bucket go to another bucket: in the same one each log would be logged again.",
  why: "Each log that is written is a request to be logged in turn: the bucket fills itself without end, and at your cost.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  remediationSteps: "Name as targetBucket a bucket that is only for logs.",
  controls: {},
  types: [bucketType, parts.logging.type],
  resource({ resource, deny }) {
    const { bucket, target } = namesOf(resource);
    if (bucket && bucket === target) deny(`targetBucket is ${shown(target)}, the bucket itself; name another bucket`);
  },
  stack({ stack, on }) {
    for (const logging of stack.ofType(parts.logging.type)) {
      const { bucket, target } = namesOf(logging);
      if (bucket && target) continue;
      const own = bucketsNamed(stack, logging, "bucket");
      const targets = bucketsNamed(stack, logging, "targetBucket");
      const { deny, undecided } = on(logging);
      if (own === UNKNOWN) undecided("bucket");
      else if (targets === UNKNOWN) undecided("targetBucket");
      else if (own.some((one) => targets.includes(one))) {
        if (own.length === 1 && targets.length === 1) deny("targetBucket is the bucket itself; name another bucket");
        else undecided("targetBucket");
      }
    }
  },
});

/** The names that are known. */
function namesOf({ props }: Resource): { bucket?: string; target?: string } {
  const targets = [["targetBucket"], ["logging", "targetBucket"], ["loggings", "targetBucket"]];
  const [target] = targets.flatMap((path) => valuesAt(props, path)).map(asText);
  const bucket = asText(at(props, "bucket"));
  return {
    bucket: bucket === UNKNOWN ? undefined : bucket,
    target: target === UNKNOWN ? undefined : target,
  };
}
