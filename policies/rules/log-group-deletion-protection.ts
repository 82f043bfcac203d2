import { isListed } from "../facts/listed-names";
import { logGroupType } from "../facts/log-groups";
import { asBoolean, at, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

export const logGroupDeletionProtection = rule({
  name: "log-group-deletion-protection",
  displayName: "Audit logs outlive their stack",
  description: "Every log group that holds an audit trail is protected from deletion, or stays when its stack goes.",
  why: "Who has done harm deletes the trail of it first, and a destroyed stack takes its records along.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  remediationSteps: "Set deletionProtectionEnabled to true, or skipDestroy to true.",
  controls: {},
  settings: {
    names: texts(
      ["*audit*", "*cloudtrail*", "*flow-log*", "*query-log*"],
      "The names of the log groups that hold audit trails, in small letters, where * stands for any characters.",
    ),
  },
  types: [logGroupType],
  resource({ resource, settings, deny, undecided }) {
    const fault = faultOf(resource, settings.names);
    if (fault === UNKNOWN) undecided("whether it holds an audit trail and is protected from deletion");
    else if (fault) deny("deletionProtectionEnabled and skipDestroy are not true; set one of them to true");
  },
  remediate(resource, settings) {
    return faultOf(resource, settings.names) === true ? [{ path: ["deletionProtectionEnabled"], value: true }] : [];
  },
});

function faultOf({ name, props }: Resource, patterns: readonly string[]): boolean | Unknown {
  const guards = ["deletionProtectionEnabled", "skipDestroy"].map((property) => asBoolean(at(props, property)));
  if (guards.includes(true)) return false;
  // A name that Pulumi chooses begins with the name of the resource.
  const names = [name, at(props, "name"), at(props, "namePrefix")];
  const isAudit = names.some((text) => typeof text === "string" && isListed(text.toLowerCase(), patterns));
  if (!isAudit) return names.includes(UNKNOWN) ? UNKNOWN : false;
  return guards.includes(UNKNOWN) ? UNKNOWN : true;
}
