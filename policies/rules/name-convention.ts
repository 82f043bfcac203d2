import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { expression, text, texts } from "../settings";

export const nameConvention = rule({
  name: "name-convention",
  displayName: "Physical names follow one form",
  description:
    "A name that the program gives to a resource in AWS has the agreed form; names that Pulumi makes are left.",
  why: "People, permissions and bills find resources by the form of their names, and miss those that have another.",
  severity: "low",
  level: "disabled",
  url: "https://www.pulumi.com/docs/iac/concepts/resources/names/",
  remediationSteps: "Rename the resource, which replaces most, or leave its name to Pulumi.",
  controls: {},
  settings: {
    pattern: text("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "The regular expression that a name must match."),
    properties: texts(
      ["name", "bucket", "identifier", "clusterIdentifier", "replicationGroupId", "repositoryName", "family"],
      "The properties that hold a name.",
    ),
    exceptTypes: texts(
      [
        "aws:route53/record:Record",
        "aws:route53/zone:Zone",
        "aws:ssm/parameter:Parameter",
        "aws:cloudwatch/logGroup:LogGroup",
      ],
      "Types whose names have a form of their own, such as domains and paths.",
    ),
  },
  types: ["aws:*"],
  resource({ resource, settings, deny, undecided }) {
    if (settings.exceptTypes.includes(resource.type)) return;
    for (const property of settings.properties) {
      const name = asText(at(resource.props, property));
      // In these a bucket is the one that they belong to.
      if (name === undefined || (property === "bucket" && resource.type !== "aws:s3/bucket:Bucket")) continue;
      if (name === UNKNOWN) undecided(property);
      else if (!expression(settings.pattern).test(name)) {
        deny(`${property} is ${shown(name)}, which does not match ${settings.pattern}; rename it`);
      }
    }
  },
});
