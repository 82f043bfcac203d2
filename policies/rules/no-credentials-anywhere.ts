import wildcardMatch from "wildcard-match";
import { containerTypes } from "../facts/container-definitions";
import { credentials } from "../facts/credentials";
import { written } from "../facts/property-paths";
import { isSecretPlace, isSecureParameter } from "../facts/secret-places";
import { type Path, visitTexts } from "../facts/texts";
import { userDataTypes } from "../facts/user-data";
import { few, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

export const noCredentialsAnywhere = rule({
  name: "no-credentials-anywhere",
  displayName: "No property holds credentials",
  description:
    "No tag, description, environment variable, parameter or document of any AWS resource holds an access key, private key, known kind of token, or URL with a password.",
  why: "Such places are shown in plain text to all who may read the resource, and a credential that was once written down must be taken for known.",
  severity: "critical",
  level: "advisory",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html",
  remediationSteps:
    "Keep the value in Secrets Manager, or in Parameter Store as a SecureString, and name its ARN. Replace what was written here: it stands in the state, and whoever may read the resource can read it.",
  controls: {},
  settings: {
    types: texts(["aws:*"], "The resource types that are looked at, where * stands for any characters."),
    patterns: texts(
      [],
      "More regular expressions to look for, line by line; one that is not valid is looked for as it stands.",
    ),
    allow: texts([], "Regular expressions for what may stand there, such as a published example key."),
  },
  types: ["aws:*"],
  resource({ resource, settings, deny, undecided }) {
    if (!settings.types.some((type) => wildcardMatch(type, { separator: false })(resource.token))) return;
    const held = new Map<string, Set<string>>();
    visitTexts(resource.props, {
      enters: (path) => !isSecretPlace(path) && !isJudgedElsewhere(resource, path),
      text: (text, path) => {
        const here = credentials(text, settings.patterns, settings.allow).filter(({ isLiteral }) => isLiteral);
        if (here.length === 0) return;
        const secure = isSecureParameter(resource, path);
        if (secure === UNKNOWN) undecided("type");
        for (const { kind } of secure === false ? here : []) {
          held.set(kind, (held.get(kind) ?? new Set()).add(placeOf(path, settings)));
        }
      },
    });
    for (const [kind, places] of held) {
      deny(`${few([...places])} ${places.size === 1 ? "holds" : "hold"} ${kind}; keep it in Secrets Manager`);
    }
  },
});

/** Other rules say what user data and containers hold. */
function isJudgedElsewhere({ type }: Resource, path: Path): boolean {
  const last = path.at(-1);
  if (userDataTypes.includes(type) && (last === "userData" || last === "userDataBase64")) return true;
  return containerTypes.includes(type) && (path[0] === "containerDefinitions" || path[0] === "primaryContainer");
}

/** A place as a message names it: short, and without a name that is itself a credential. */
function placeOf(path: Path, { patterns, allow }: { patterns: readonly string[]; allow: readonly string[] }): string {
  const isHarmless = (step: string | number) =>
    typeof step === "number" || credentials(step, patterns, allow).length === 0;
  const [property, ...rest] = path;
  const place = written([property, ...rest.map((step) => (isHarmless(step) ? step : "…"))]);
  return place.length > 120 ? `${place.slice(0, 117)}...` : place;
}
