import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const cluster = (executeCommandConfiguration?: unknown) => ({
  type: "aws:ecs/cluster:Cluster",
  props: { configuration: { executeCommandConfiguration } },
});
const key = { type: "aws:kms/key:Key", props: {} };
const group = { cloudWatchLogGroupName: "/shop/exec" };

export const examples: Examples = {
  denied: [
    {
      title: "sessions without a key",
      resources: { shop: cluster() },
      says: { shop: "configuration.executeCommandConfiguration.kmsKeyId is not set; name a KMS key" },
    },
    {
      title: "a key for the session, and logs that are not said to be encrypted",
      resources: { key, shop: cluster({ kmsKeyId: ref("key", "arn"), logConfiguration: group }) },
      says: { shop: "logConfiguration.cloudWatchEncryptionEnabled is not true; set it to true" },
    },
  ],
  allowed: [
    {
      title: "a key, and encrypted logs",
      resources: {
        ...{ key, plain: cluster({ kmsKeyId: ref("key", "arn") }) },
        logged: cluster({
          kmsKeyId: ref("key", "arn"),
          logConfiguration: { ...group, cloudWatchEncryptionEnabled: true },
        }),
      },
    },
  ],
  undecided: [
    {
      title: "a configuration that is not known, or a part of it",
      resources: {
        all: cluster(UNKNOWN),
        logs: cluster({ kmsKeyId: "key", logConfiguration: { ...group, cloudWatchEncryptionEnabled: UNKNOWN } }),
      },
      says: {
        all: "configuration.executeCommandConfiguration is not known yet",
        logs: "logConfiguration.cloudWatchEncryptionEnabled is not known yet",
      },
    },
  ],
};
