import { keyFault, keySettings } from "../facts/customer-keys";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ssmParameterCmk = rule({
  name: "ssm-parameter-cmk",
  displayName: "Secure parameters are encrypted with a key of your own",
  description: "Every parameter of type SecureString is encrypted with a KMS key of the account.",
  why: "Reading the parameter then takes the right to use the key as well, which can be given to a few.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  remediationSteps: "Set keyId to a KMS key of the account.",
  controls: {},
  settings: keySettings,
  types: ["aws:ssm/parameter:Parameter"],
  resource({ resource, settings, deny, undecided }) {
    const type = asText(at(resource.props, "type"));
    if (type !== UNKNOWN && type !== "SecureString") return;
    const fault = keyFault(asText(at(resource.props, "keyId")), settings.keyIds);
    if (fault === undefined) return;
    if (type === UNKNOWN) undecided("type");
    else if (fault === UNKNOWN) undecided("keyId");
    else deny(`keyId ${fault}`);
  },
});
