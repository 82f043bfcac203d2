import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const mapping = (props: object) => ({
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  props: { functionName: "orders", ...props },
});
const stream = { eventSourceArn: "arn:aws:kinesis:eu-west-1:111122223333:stream/orders", startingPosition: "LATEST" };
const kafka = { selfManagedEventSource: { endpoints: {} }, topics: ["orders"], startingPosition: "TRIM_HORIZON" };

export const examples: Examples = {
  denied: [
    {
      title: "streams whose bad records go nowhere",
      resources: {
        kinesis: mapping(stream),
        kafka: mapping(kafka),
        empty: mapping({ ...stream, destinationConfig: { onFailure: { destinationArn: "" } } }),
      },
      says: {
        kinesis: "destinationConfig.onFailure.destinationArn is not set; name a queue, topic or bucket",
        kafka: "destinationConfig.onFailure.destinationArn is not set",
        empty: "destinationConfig.onFailure.destinationArn is not set",
      },
    },
  ],
  allowed: [
    {
      title: "a stream with a destination, and sources that can have none",
      resources: {
        failed: { type: "aws:sqs/queue:Queue", props: {} },
        kinesis: mapping({ ...stream, destinationConfig: { onFailure: { destinationArn: ref("failed", "arn") } } }),
        queue: mapping({ eventSourceArn: "arn:aws:sqs:eu-west-1:111122223333:orders" }),
        documents: mapping({ startingPosition: "LATEST", documentDbEventSourceConfig: { databaseName: "shop" } }),
      },
    },
  ],
  undecided: [
    {
      title: "a destination that is not known",
      resources: { kinesis: mapping({ ...stream, destinationConfig: UNKNOWN }) },
      says: { kinesis: "destinationConfig.onFailure is not known yet" },
    },
  ],
};
