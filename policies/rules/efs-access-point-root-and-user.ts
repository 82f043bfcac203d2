import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const efsAccessPointRootAndUser = rule({
  name: "efs-access-point-root-and-user",
  displayName: "EFS access points enforce a directory and a user",
  description: "Every EFS access point shows a directory below the root of its file system, and one POSIX user.",
  why: "Otherwise a client that mounts through the access point may see the files of all others, as whatever user it says it is.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-3",
  remediationSteps: "Set rootDirectory.path to a directory of the client's own, and posixUser to its uid and gid.",
  controls: { fsbp: ["EFS.3", "EFS.4"] },
  types: ["aws:efs/accessPoint:AccessPoint"],
  resource({ resource: { props }, deny, undecided }) {
    // What is not said is the root.
    const path = asText(at(props, "rootDirectory", "path"));
    if (path === UNKNOWN) undecided("rootDirectory.path");
    else if (/^\/*$/.test(path ?? "/"))
      deny(`rootDirectory.path is ${shown(path)}; set it to a directory below the root`, { fsbp: ["EFS.3"] });
    const uid = at(props, "posixUser", "uid");
    if (uid === UNKNOWN && at(props, "posixUser") === UNKNOWN) undecided("posixUser");
    else if (uid === undefined) deny("posixUser is not set; set its uid and gid", { fsbp: ["EFS.4"] });
  },
});
