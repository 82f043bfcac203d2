import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";
import { text } from "../settings";

export const iamPermissionsBoundary = rule({
  name: "iam-permissions-boundary",
  displayName: "Roles and users have a boundary",
  description: "Every role and user has a permissions boundary, or the one that is set.",
  why: "A boundary caps what a role can do, whatever policies it is given later, by mistake or by an intruder.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  remediationSteps: "Set permissionsBoundary to the ARN of the policy that says what a role may have at most.",
  controls: {},
  settings: { arn: text("", "The ARN of the policy that must be the boundary; with none, any boundary will do.") },
  types: ["aws:iam/role:Role", "aws:iam/user:User"],
  resource({ resource, settings: { arn }, deny, undecided }) {
    if (isOfService(resource)) return;
    const boundary = asText(at(resource.props, "permissionsBoundary"));
    if (boundary === UNKNOWN) {
      if (arn !== "") undecided("permissionsBoundary");
    } else if (!isRight(boundary, arn)) {
      deny(`permissionsBoundary is ${shown(boundary)}; set it to ${arn === "" ? "the ARN of a policy" : shown(arn)}`);
    }
  },
  remediate(resource, { arn }) {
    const boundary = asText(at(resource.props, "permissionsBoundary"));
    if (arn === "" || boundary === UNKNOWN || isOfService(resource) || isRight(boundary, arn)) return [];
    return [{ path: ["permissionsBoundary"], value: arn }];
  },
});

function isRight(boundary: string | undefined, arn: string): boolean {
  return boundary !== undefined && boundary !== "" && (arn === "" || boundary === arn);
}

/** The roles of services themselves take no boundary. */
function isOfService({ props }: Resource): boolean {
  const path = at(props, "path");
  return typeof path === "string" && path.startsWith("/aws-service-role/");
}
