import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const document = (content: unknown, rest: object = {}) => ({
  type: "aws:ssm/document:Document",
  props: { documentType: "Session", content, ...rest },
});
const session = (inputs: object, sessionType = "Standard_Stream") =>
  document(JSON.stringify({ schemaVersion: "1.0", sessionType, inputs }));
const logs = { kmsKeyId: "alias/sessions", cloudWatchLogGroupName: "/sessions", cloudWatchEncryptionEnabled: true };
const bucket = { kmsKeyId: "alias/sessions", s3BucketName: "acme-sessions", s3EncryptionEnabled: true };

export const examples: Examples = {
  denied: [
    {
      title: "sessions without a key, and that are kept nowhere",
      resources: {
        bare: session({}),
        open: session({ ...logs, kmsKeyId: "" }),
        lost: session({ kmsKeyId: "alias/sessions", s3BucketName: "", cloudWatchLogGroupName: "" }),
      },
      says: {
        bare: "kmsKeyId is not set; name a KMS key, neither s3BucketName nor cloudWatchLogGroupName is set; name one",
        open: "kmsKeyId is not set; name a KMS key",
        lost: "neither s3BucketName nor cloudWatchLogGroupName is set; name one",
      },
    },
    {
      title: "sessions that are kept in the open, also in YAML",
      resources: {
        logs: session({ ...logs, cloudWatchEncryptionEnabled: false }),
        bucket: session({ ...bucket, s3EncryptionEnabled: "false" }),
        yaml: document(
          "schemaVersion: '1.0'\nsessionType: Standard_Stream\ninputs:\n  s3BucketName: acme-sessions\n  s3EncryptionEnabled: false\n  kmsKeyId: ''\n",
          { documentFormat: "YAML" },
        ),
      },
      says: {
        logs: "cloudWatchEncryptionEnabled is false; set it to true",
        bucket: "s3EncryptionEnabled is false; set it to true",
        yaml: "kmsKeyId is not set; name a KMS key, s3EncryptionEnabled is false; set it to true",
      },
    },
  ],
  allowed: [
    {
      title: "sessions that are encrypted and kept",
      resources: {
        logs: session(logs),
        bucket: session(bucket),
        yaml: document(
          "sessionType: Standard_Stream\ninputs:\n  kmsKeyId: alias/a\n  cloudWatchLogGroupName: /sessions\n",
        ),
      },
    },
    {
      title: "sessions that forward a port, and documents of other kinds",
      resources: {
        port: session({}, "Port"),
        command: { type: "aws:ssm/document:Document", props: { documentType: "Command", content: "{}" } },
      },
    },
  ],
  undecided: [
    {
      title: "content and kinds that are not known",
      resources: {
        group: { type: "aws:cloudwatch/logGroup:LogGroup", props: {} },
        content: document(ref("group", "name")),
        kind: { type: "aws:ssm/document:Document", props: { documentType: UNKNOWN, content: "{}" } },
      },
      says: { content: "content is not known yet", kind: "documentType is not known yet" },
    },
  ],
};
