import { credentials } from "../facts/credentials";
import { userData, userDataTypes } from "../facts/user-data";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const noCredentialsInUserData = rule({
  name: "no-credentials-in-user-data",
  displayName: "User data holds no credentials",
  description:
    "User data holds no access key, private key, known kind of token, or URL with a password: whoever may see the instance can read it.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html",
  remediationSteps:
    "Give the instance a role in place of AWS keys. Keep any other secret in Secrets Manager or Parameter Store and read it at boot. Replace what was written here: it stands in the state and in the launch template's versions.",
  controls: {},
  settings: {
    patterns: texts(
      [],
      "More regular expressions to look for, line by line; one that is not valid is looked for as it stands.",
    ),
    allow: texts([], "Regular expressions for what may stand in user data, such as a published example key."),
  },
  types: userDataTypes,
  resource({ resource, settings, deny, undecided }) {
    for (const { path, text } of userData(resource)) {
      if (text === UNKNOWN) undecided(path);
      else if (text !== undefined) {
        for (const { kind, line, aws } of credentials(text, settings.patterns, settings.allow)) {
          const fix = aws ? "let an instance profile give the credentials" : "read it from Secrets Manager at boot";
          deny(`line ${line} of ${path} holds ${kind}; ${fix}`);
        }
      }
    }
  },
});
