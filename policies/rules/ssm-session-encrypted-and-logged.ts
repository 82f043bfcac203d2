import { asBoolean, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ssmSessionEncryptedAndLogged = rule({
  name: "ssm-session-encrypted-and-logged",
  displayName: "Sessions are encrypted and kept",
  description:
    "The document that sessions of Session Manager begin by encrypts them with a KMS key and keeps what was said, encrypted, in a bucket or a log group.",
  why: "A session is a shell on your servers: without a record nobody knows afterwards what was done there.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-preferences-cli.html",
  remediationSteps:
    "Set inputs.kmsKeyId, and s3BucketName with s3EncryptionEnabled or cloudWatchLogGroupName with cloudWatchEncryptionEnabled, in the document's content.",
  controls: {},
  types: ["aws:ssm/document:Document"],
  resource({ resource, deny, undecided }) {
    const type = asText(at(resource.props, "documentType"));
    if (type !== UNKNOWN && type !== "Session") return;
    const content = asText(at(resource.props, "content"));
    if (type === UNKNOWN || content === UNKNOWN) {
      undecided(type === UNKNOWN ? "documentType" : "content");
      return;
    }
    const read = readContent(content ?? "");
    // Those that forward a port or run one command take no such settings:
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
    if ((read("sessionType") ?? "Standard_Stream") !== "Standard_Stream") return;
    const isSet = (input: string) => (read(input) ?? "") !== "";
    const faults = [
      ...(isSet("kmsKeyId") ? [] : ["kmsKeyId is not set; name a KMS key"]),
      ...(isSet("s3BucketName") || isSet("cloudWatchLogGroupName")
        ? []
        : ["neither s3BucketName nor cloudWatchLogGroupName is set; name one"]),
      // AWS takes true for what is not said.
      ...places.flatMap(({ place, encrypted }) =>
        isSet(place) && asBoolean(read(encrypted)) === false ? [`${encrypted} is false; set it to true`] : [],
      ),
    ];
    if (faults.length > 0) deny(faults.join(", "));
  },
});

const places = [
  { place: "s3BucketName", encrypted: "s3EncryptionEnabled" },
  { place: "cloudWatchLogGroupName", encrypted: "cloudWatchEncryptionEnabled" },
];

/** Looks up a setting in a document, which is JSON, or YAML with one setting a line. */
function readContent(content: string): (setting: string) => string | undefined {
  const json = parsed(content);
  return (setting) => {
    if (json === undefined)
      return new RegExp(`^[ \\t]{0,99}${setting}:[ \\t]{0,99}["']?([^"'\\n#]{0,999})`, "m").exec(content)?.[1]?.trim();
    const value = at(json, "inputs", setting) ?? at(json, setting);
    return typeof value === "string" || typeof value === "boolean" ? String(value) : undefined;
  };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
