import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const securityGroupDescription = rule({
  name: "security-group-description",
  displayName: "Security groups are described",
  description: "Every security group says what it is for, in other words than the provider's own.",
  why: "Nobody dares to remove a group of which it is no longer known what it was for, and so its open ports stay.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
  remediationSteps:
    "Set description when the group is made: AWS cannot change it later, so a new one replaces the group.",
  controls: {},
  settings: { minLength: integer(1, "The number of characters that a description must have.", { minimum: 1 }) },
  types: ["aws:ec2/securityGroup:SecurityGroup"],
  resource({ resource, settings: { minLength }, deny, undecided }) {
    const description = asText(at(resource.props, "description"));
    if (description === UNKNOWN) return undecided("description");
    if (description === undefined) {
      deny('description is not set, so it will be "Managed by Pulumi"; say what the group is for');
    } else if (/^managed by (pulumi|terraform)$/i.test(description.trim())) {
      deny(`description is ${shown(description)}; say what the group is for`);
    } else if (description.trim().length < minLength) {
      deny(`description is ${shown(description)}; say in ${minLength} characters or more what the group is for`);
    }
  },
});
