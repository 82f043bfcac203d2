import { narrowKeys, openStatements } from "../facts/policy-statements";
import { named } from "../facts/references";
import { accessPointPolicyType, accessPointType, s3PolicyOf, s3PolicyTypes } from "../facts/s3-policies";
import { at, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";
import { texts } from "../settings";

const accessPointKind = { types: [accessPointType], keys: ["arn", "id"] };

export const s3NoWildcardPrincipal = rule({
  name: "s3-no-wildcard-principal",
  displayName: "No policy of S3 lets everyone in",
  description:
    "No policy of a bucket, an access point, a table or vectors allows everyone, unless a condition ties the request to an account, an organisation, a resource or a network.",
  why: "Anybody on the internet may do what the statement allows, with an account of AWS or without.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6",
  remediationSteps:
    "Name accounts, roles or services in Principal, or add a condition such as aws:PrincipalOrgID. Serve what is public through CloudFront with origin access control.",
  controls: { fsbp: ["S3.6"], cis: ["2.21"] },
  settings: {
    conditionKeys: texts(
      [...narrowKeys, "s3:DataAccessPointAccount", "s3:DataAccessPointArn"],
      "The condition keys that make up for a principal that is everyone.",
    ),
  },
  types: s3PolicyTypes.filter((type) => type !== accessPointPolicyType),
  resource({ resource, settings, ...verdicts }) {
    if (!isForVpc(resource)) judge(resource, settings.conditionKeys, verdicts);
  },
  stack({ stack, settings, on }) {
    for (const policy of stack.ofType(accessPointPolicyType)) {
      const arn = at(policy.props, "accessPointArn");
      const points = named(stack, policy, "accessPointArn", arn, accessPointKind);
      if (points.length > 0 && points.every(isForVpc)) continue;
      judge(policy, settings.conditionKeys, on(policy));
    }
  },
});

/** Only the VPC reaches such an access point, whatever its policy says. */
function isForVpc({ type, props }: Resource): boolean {
  return type === accessPointType && at(props, "vpcConfiguration", "vpcId") !== undefined;
}

function judge(resource: Resource, keys: readonly string[], { deny, undecided }: Verdicts): void {
  const { property, policy } = s3PolicyOf(resource);
  const open = openStatements(policy, keys);
  if (open === UNKNOWN) undecided(property);
  else for (const { place } of open) deny(`${place} of ${property} lets everyone in; name accounts, roles or services`);
}
