import { bucketType, someStated, statedOf } from "../facts/bucket-parts";
import { anyOf, known } from "../facts/three-valued";
import { asBoolean, asList, at, UNKNOWN, type Unknown } from "../facts/value";
import { rule } from "../rule";

export const s3EventNotifications = rule({
  name: "s3-event-notifications",
  displayName: "Buckets tell what happens to them",
  description: "Every bucket sends its events to EventBridge, a topic, a queue or a function.",
  why: "Without events, what comes into a bucket or goes from it is noticed only by listing it.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-11",
  remediationSteps: "Add an aws.s3.BucketNotification for the bucket, at the least with eventbridge true.",
  controls: { fsbp: ["S3.11"] },
  types: [],
  subjects: [bucketType],
  stack({ stack, on }) {
    for (const bucket of stack.ofType(bucketType)) {
      const tells = someStated(statedOf(stack, bucket, "notification"), sends);
      if (tells === UNKNOWN) on(bucket).undecided("its notification");
      else if (!tells) on(bucket).deny("it sends no events; add a BucketNotification, such as with eventbridge true");
    }
  },
});

function sends(notification: unknown): boolean | Unknown {
  const lists = ["topics", "queues", "lambdaFunctions"].map((property) => asList(at(notification, property)));
  return anyOf([
    known(asBoolean(at(notification, "eventbridge")), (isOn) => isOn === true),
    ...lists.map((list) => known(list, ({ length }) => length > 0)),
  ]);
}
