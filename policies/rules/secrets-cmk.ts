import { keyFault, keySettings } from "../facts/customer-keys";
import { membersOf, written } from "../facts/property-paths";
import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const secretsCmk = rule({
  name: "secrets-cmk",
  displayName: "Secrets are encrypted with a key of your own",
  description:
    "Every secret of Secrets Manager, and each copy in another region, is encrypted with a KMS key of the account.",
  why: "Reading a secret then takes the right to use the key as well, and only such a key can be used from another account.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  remediationSteps: "Set kmsKeyId of the secret and of each of its replicas.",
  controls: {},
  settings: keySettings,
  types: ["aws:secretsmanager/secret:Secret"],
  resource({ resource, settings, deny, undecided }) {
    const { members, unknownLists } = membersOf(resource.props, [], "replicas");
    const places = [{ property: "kmsKeyId", holder: resource.props as unknown }].concat(
      members.map(({ place, value }) => ({ property: `${written(place)}.kmsKeyId`, holder: value })),
    );
    for (const { property, holder } of places) {
      const fault = keyFault(asText(at(holder, "kmsKeyId")), settings.keyIds);
      if (fault === UNKNOWN) undecided(property);
      else if (fault) deny(`${property} ${fault}`);
    }
    for (const list of unknownLists) undecided(list);
  },
});
