import { credentials } from "../facts/credentials";
import { scriptSecrets } from "../facts/script-secrets";
import { userData, userDataTypes } from "../facts/user-data";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const noCredentialsInUserData = rule({
  name: "no-credentials-in-user-data",
  displayName: "User data holds no credentials",
  description:
    "User data holds no access key, private key, known kind of token, URL with a password, or variable that is named like a secret with its value: whoever may see the instance can read it.",
  why: "User data is not encrypted: all who may describe the instance or its template read it, and so does every process on the instance.",
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
        const found = credentials(text, settings.patterns, settings.allow);
        // What is known to be a credential says more than the name of its variable.
        const others = scriptSecrets(text, settings.allow).filter(
          ({ line }) => !found.some((one) => one.line === line),
        );
        for (const { kind, line, aws } of [...found, ...others].sort((a, b) => a.line - b.line)) {
          const fix = aws ? "let an instance profile give the credentials" : "read it from Secrets Manager at boot";
          deny(`line ${line} of ${path} holds ${kind}; ${fix}`);
        }
      }
    }
  },
});
