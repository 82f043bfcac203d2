import { plainSecret } from "../facts/plain-secrets";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const ssmSecureString = rule({
  name: "ssm-secure-string",
  displayName: "Secrets in Parameter Store are encrypted",
  description:
    "A parameter of Parameter Store that is named like a secret, or whose value is a credential, is a SecureString.",
  why: "A parameter that is no SecureString is kept and shown in plain text, to all who may read parameters and in its history.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  remediationSteps: "Set type to SecureString and give the value as value, not as insecureValue.",
  controls: {},
  settings: { patterns: texts([], "More regular expressions for names that stand for a secret, in any case.") },
  types: ["aws:ssm/parameter:Parameter"],
  resource({ resource, settings, deny, undecided }) {
    const type = asText(at(resource.props, "type"));
    if (type === "SecureString") return;
    const stated = asText(at(resource.props, "name"));
    // What Pulumi names itself begins with the resource's name.
    const name = typeof stated === "string" ? stated : resource.name;
    const values = ["value", "insecureValue"].map((property) => asText(at(resource.props, property)));
    const value = values.find((one) => one !== undefined) ?? "";
    const why = plainSecret(name, typeof value === "string" ? value : unseen, {
      patterns: settings.patterns,
      allow: [],
    });
    if (why === undefined) return;
    if (type === UNKNOWN) undecided("type");
    else if (value === UNKNOWN) undecided("value");
    else deny(`${shown(name)} ${why}, and type is ${shown(type)}; set it to "SecureString"`);
  },
});

/** Stands for a value that is not known: neither harmless nor a credential. */
const unseen = "unseen";
