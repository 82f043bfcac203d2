import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (executeCommandConfiguration?: unknown) => ({
  type: "aws:ecs/cluster:Cluster",
  props: { configuration: { executeCommandConfiguration } },
});

export const examples: Examples = {
  denied: [
    {
      title: "sessions that leave no trace",
      resources: { shop: cluster({ logging: "NONE" }) },
      says: { shop: 'configuration.executeCommandConfiguration.logging is "NONE"; set it to "DEFAULT" or "OVERRIDE"' },
    },
    {
      title: "a place of its own that is not named",
      resources: { shop: cluster({ logging: "OVERRIDE", logConfiguration: { s3KeyPrefix: "exec" } }) },
      says: { shop: "configuration.executeCommandConfiguration.logConfiguration names no place for the logs" },
    },
  ],
  allowed: [
    {
      title: "sessions that are logged with the task",
      resources: { silent: cluster(), stated: cluster({ logging: "DEFAULT" }) },
    },
    {
      title: "a log group or a bucket of its own",
      resources: {
        group: cluster({ logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: "/shop/exec" } }),
        bucket: cluster({ logging: "OVERRIDE", logConfiguration: { s3BucketName: UNKNOWN } }),
      },
    },
  ],
  undecided: [
    {
      title: "logging that is not known",
      resources: { shop: cluster({ logging: UNKNOWN }) },
      says: { shop: "configuration.executeCommandConfiguration.logging is not known yet" },
    },
  ],
};
