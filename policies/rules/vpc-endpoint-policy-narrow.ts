import {
  addressesEveryone,
  narrowKeys,
  openStatements,
  type PolicyText,
  type Statement,
  statementsOf,
} from "../facts/policy-statements";
import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { allOf, anyOf, known } from "../facts/three-valued";
import { asText, at, few, UNKNOWN, type Unknown } from "../facts/value";
import { endpointKind, endpointType, serviceOf } from "../facts/vpc-endpoints";
import type { StackResource } from "../resource";
import { rule, type Verdicts } from "../rule";

const policyType = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

/** An endpoint policy may also tell by the resource whose it is: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html */
const keys = [...narrowKeys, "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths"];
const folded = keys.map((key) => key.toLowerCase());

export const vpcEndpointPolicyNarrow = rule({
  name: "vpc-endpoint-policy-narrow",
  displayName: "VPC endpoints do not let everything through",
  description:
    "The policy of a VPC endpoint does not allow everyone every action on every resource, as AWS's own does.",
  why: "Through an endpoint that allows everything, stolen data can be copied into a bucket of any account without leaving AWS's network.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  remediationSteps:
    "Give the endpoint a policy that names principals, actions or resources, or has a condition such as aws:PrincipalOrgID or aws:ResourceOrgID.",
  controls: {},
  types: [endpointType, policyType],
  resource({ resource: { type, props }, ...verdicts }) {
    const policy = at(props, "policy");
    if (policy !== undefined) judge(policy, verdicts);
    else if (type === policyType) verdicts.deny(`policy is not set, and ${byDefault}`);
  },
  stack({ stack, on }) {
    const endpointsWithPolicy = new Set(
      stack
        .ofType(policyType)
        .flatMap((policy) => named(stack, policy, "vpcEndpointId", at(policy.props, "vpcEndpointId"), endpointKind)),
    );
    for (const endpoint of stack.ofType(endpointType)) {
      if (at(stated(endpoint).props, "policy") !== undefined || endpointsWithPolicy.has(endpoint)) continue;
      const takes = takesPolicy(endpoint);
      if (takes === UNKNOWN) on(endpoint).undecided("whether its service takes a policy");
      else if (takes) on(endpoint).deny(`policy is not set, and ${byDefault}`);
    }
  },
});

const byDefault = "then everything is allowed; name principals, actions or resources, or add a condition";

/** Endpoints for services of AWS take a policy; those for services of others, or for a firewall, do not. */
function takesPolicy(endpoint: StackResource): boolean | Unknown {
  const type = asText(at(stated(endpoint).props, "vpcEndpointType")) ?? "Gateway";
  if (type === "Gateway") return true;
  const isOfAws = known(serviceOf(endpoint) ?? "", (service) => service !== "" && !/^vpce|\.vpce-svc-/.test(service));
  return allOf([known(type, (name) => name === "Interface"), isOfAws]);
}

function judge(policy: unknown, { deny, undecided }: Verdicts): void {
  const statements = statementsOf(policy);
  const open = openStatements(policy, keys);
  if (statements === UNKNOWN || open === UNKNOWN) {
    undecided("policy");
    return;
  }
  const isGuarded = anyOf(statements.map(guards));
  if (isGuarded === true) return;
  const verdicts = open.map(isWide);
  const wide = open.filter((_, index) => verdicts[index] === true).map(({ place }) => place);
  if (isGuarded === UNKNOWN || (wide.length === 0 && verdicts.includes(UNKNOWN))) undecided("policy");
  else if (wide.length > 0) {
    deny(
      `policy allows everyone everything in ${few(wide)}; name principals, actions or resources, or add a condition`,
    );
  }
}

/** Whether a statement is about every action of a service, and every resource. */
function isWide({ actions, resources, notActions, notResources }: Statement): boolean | Unknown {
  const any = (texts: readonly PolicyText[] | undefined, test: RegExp) =>
    anyOf((texts ?? []).map((text) => known(text, (one) => test.test(one))));
  return allOf([
    notActions !== undefined || any(actions, /^(?:[a-z0-9-]+:)?\*$/),
    notResources !== undefined || any(resources, /^(?:arn:[^:]*:[^:]*:[^:]*:[^:]*:)?\*$/),
  ]);
}

/** Whether a statement denies everyone who does not meet a condition that narrows. */
function guards(statement: Statement): boolean | Unknown {
  return allOf([
    known(statement.effect, (effect) => effect === "Deny"),
    addressesEveryone(statement),
    anyOf(statement.conditions.map(({ key }) => known(key, (name) => folded.includes(name)))),
  ]);
}
