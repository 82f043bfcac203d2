import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const path = "configuration.executeCommandConfiguration";

export const ecsExecEncrypted = rule({
  name: "ecs-exec-encrypted",
  displayName: "Sessions in containers are encrypted with a key of your own",
  description: "Sessions of ECS Exec, and the logs that they are kept in, are encrypted with a KMS key.",
  why: "A session shows whatever is typed and printed, passwords among it, and its logs keep that.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  remediationSteps:
    "Name a kmsKeyId in executeCommandConfiguration, and set cloudWatchEncryptionEnabled or s3BucketEncryptionEnabled beside the place of the logs.",
  controls: {},
  types: ["aws:ecs/cluster:Cluster"],
  resource({ resource, deny, undecided }) {
    const config = at(resource.props, "configuration", "executeCommandConfiguration");
    if (config === UNKNOWN) return undecided(path);
    if (at(config, "kmsKeyId") === undefined) deny(`${path}.kmsKeyId is not set; name a KMS key`);
    const logs = at(config, "logConfiguration");
    const encryption = {
      cloudWatchLogGroupName: "cloudWatchEncryptionEnabled",
      s3BucketName: "s3BucketEncryptionEnabled",
    };
    for (const [place, property] of Object.entries(encryption)) {
      if (at(logs, place) === undefined) continue;
      const encrypted = asBoolean(at(logs, property));
      if (encrypted === UNKNOWN) undecided(`${path}.logConfiguration.${property}`);
      else if (!encrypted) deny(`${path}.logConfiguration.${property} is not true; set it to true`);
    }
  },
});
