import wildcardMatch from "wildcard-match";
import { rule } from "../rule";
import { texts } from "../settings";

export const allowedResourceTypes = rule({
  name: "allowed-resource-types",
  displayName: "Only agreed kinds of resources are made",
  description:
    "Every resource is of a type that the settings allow and none that they deny; without lists the policy judges nothing.",
  why: "What an organisation has not looked at, or has ruled out, should not come in by one line of a program.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/controltower/latest/controlreference/controls.html",
  remediationSteps: "Use a resource of an allowed type, or have the type added to the settings of the policy.",
  controls: {},
  settings: {
    allow: texts([], "Types that may be made, such as aws:ec2/* or aws:s3/bucket:Bucket; empty for all."),
    deny: texts([], "Types that may not be made, also where allow lists them."),
  },
  types: ["*"],
  resource({ resource: { token }, settings, deny }) {
    // Components, providers and the stack itself are Pulumi's and the program's own.
    if (!/^[\w-]+:[\w./-]+:\w+$/.test(token) || token.startsWith("pulumi:") || !token.includes("/")) return;
    const denied = settings.deny.find((pattern) => matches(pattern, token));
    if (denied !== undefined) deny(`the type ${token} is denied by "${denied}"; use another`);
    else if (settings.allow.length > 0 && !settings.allow.some((pattern) => matches(pattern, token))) {
      deny(`the type ${token} is not among the allowed ones; use another`);
    }
  },
});

function matches(pattern: string, token: string): boolean {
  return wildcardMatch(pattern, { separator: false })(token);
}
