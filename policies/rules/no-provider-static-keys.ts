import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** What a provider takes as credentials; a region or a profile is none. */
const properties = ["accessKey", "secretKey", "token"];

export const noProviderStaticKeys = rule({
  name: "no-provider-static-keys",
  displayName: "Providers hold no keys",
  description:
    "No AWS provider is given access keys, by the program or by the stack file: keys that are written down outlive those who wrote them.",
  why: "They stand in files and in the state, are copied with them, and work for whoever reads them.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediationSteps:
    "Remove accessKey, secretKey and token (aws:accessKey … in the stack file) and let the environment give short-lived credentials: a profile of IAM Identity Center, a role, or OIDC in CI.",
  controls: {},
  types: ["pulumi:providers:aws", "pulumi:providers:aws-native"],
  resource({ resource, deny, undecided }) {
    for (const property of properties) {
      const value = asText(at(resource.props, property));
      if (value === UNKNOWN) undecided(property);
      else if (value !== undefined && value !== "") {
        deny(`${property} is set; remove it and let the environment give the credentials`);
      }
    }
  },
});
