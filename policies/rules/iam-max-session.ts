import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

export const iamMaxSession = rule({
  name: "iam-max-session",
  displayName: "Sessions of roles are short",
  description: "No role may be taken for longer than the seconds that are set.",
  why: "Stolen credentials of a role work until its session ends; a shorter one leaves a thief less time.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html",
  remediationSteps: "Lower maxSessionDuration of the role.",
  controls: {},
  settings: {
    seconds: integer(3600, "How long a session may last at most, in seconds.", { minimum: 3600, maximum: 43_200 }),
  },
  types: ["aws:iam/role:Role"],
  resource({ resource, settings: { seconds }, deny, undecided }) {
    // Without it AWS allows an hour, the least that there is.
    const duration = asNumber(at(resource.props, "maxSessionDuration")) ?? 3600;
    if (duration === UNKNOWN) undecided("maxSessionDuration");
    else if (duration > seconds) deny(`maxSessionDuration is ${duration}; set it to ${seconds} or less`);
  },
  remediate({ props }, { seconds }) {
    const duration = asNumber(at(props, "maxSessionDuration")) ?? 3600;
    return duration === UNKNOWN || duration <= seconds ? [] : [{ path: ["maxSessionDuration"], value: seconds }];
  },
});
