import { isGiven, isGivenIn } from "../facts/given";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const lambdaEventSourceFailure = rule({
  name: "lambda-event-source-failure",
  displayName: "Records that a function fails on are kept",
  description: "Every event source mapping that reads a stream has a destination for the records that fail.",
  why: "A stream is read in order: what cannot be processed must be put somewhere before the next records get their turn.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html",
  remediationSteps:
    "Set destinationConfig.onFailure.destinationArn to a queue, a topic or a bucket, with maximumRetryAttempts: else one bad record holds up its shard, or is lost.",
  controls: {},
  types: ["aws:lambda/eventSourceMapping:EventSourceMapping"],
  resource({ resource: { props }, deny, undecided }) {
    // What is read from a position is a stream; a queue keeps what fails itself. DocumentDB can have no destination.
    if (!isGiven(at(props, "startingPosition")) || at(props, "documentDbEventSourceConfig") !== undefined) return;
    const isKept = isGivenIn(props, "destinationConfig", "onFailure", "destinationArn");
    if (isKept === UNKNOWN) undecided("destinationConfig.onFailure");
    else if (!isKept) deny("destinationConfig.onFailure.destinationArn is not set; name a queue, topic or bucket");
  },
});
