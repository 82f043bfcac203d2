import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { isLogBucket } from "../facts/log-buckets";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const s3AccessLogging = rule({
  name: "s3-access-logging",
  displayName: "Buckets log access",
  description:
    "Every bucket writes server access logs to another; buckets that take logs themselves are left out, for they would log their own log.",
  why: "They tell who read, changed or deleted which object, the first question after a leak.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9",
  remediationSteps:
    "Add an aws.s3.BucketLogging for the bucket, whose targetBucket lets logging.s3.amazonaws.com write.",
  controls: { fsbp: ["S3.9"], cis: ["4.10"] },
  types: [],
  subjects: [bucketType],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      // The name of a bucket that is made with the stack is not known at preview, but then a bucket is named.
      const isLogged = someStated(statedOf(stack, bucket, "logging"), (logging) => {
        const target = at(logging, "targetBucket");
        return target !== undefined && target !== "";
      });
      if (isLogged === true) continue;
      const takesLogs = isLogBucket(stack, bucket);
      const { deny, undecided } = on(bucket);
      if (takesLogs === true) continue;
      if (isLogged === UNKNOWN) undecided("its logging");
      else if (takesLogs === UNKNOWN) undecided("its policy, which may let AWS deliver logs,");
      else deny("it does not log access; add a BucketLogging with a targetBucket");
    }
  },
});
