import { apiOf, apiType, endpointTypeOf, restApiOf, restApiPolicyType, restApiType } from "../facts/api-gateway";
import { addressesEveryone, openStatements, type Statement, statementsOf } from "../facts/policy-statements";
import { stated } from "../facts/stated";
import { allOf, anyOf, known } from "../facts/three-valued";
import { asBoolean, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

export const apigwPrivatePolicy = rule({
  name: "apigw-private-policy",
  displayName: "APIs are reached by the way that is meant",
  description:
    "The policy of a private REST API lets in certain networks or callers alone, and an API with a domain name of its own answers at no other.",
  why: "A policy for everyone opens a private API to each VPC with an endpoint, also of other accounts; and at its first name an API is reached past what stands before its own.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  remediationSteps:
    "Add an aws.apigateway.RestApiPolicy that allows execute-api:Invoke where aws:SourceVpce is one of your endpoints. Set disableExecuteApiEndpoint to true once a domain name is mapped to the API.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const policies = besides(stack);
    const mapped = mappedApis(stack);
    for (const api of stack.ofType(restApiType, apiType)) {
      const { deny, undecided } = on(api);
      const kind = api.type === restApiType ? endpointTypeOf(api.props) : undefined;
      if (kind === "PRIVATE") {
        const own = at(stated(api).props, "policy");
        const all = [...(own === undefined || own === "" ? [] : [own]), ...(policies.get(api) ?? [])];
        const isLimited = all.length > 0 && allOf(all.map(limitsCallers));
        if (isLimited === UNKNOWN) undecided("its policy");
        else if (all.length === 0) deny("it is private and has no policy; allow certain VPC endpoints in one");
        else if (!isLimited) deny("its policy lets in every VPC endpoint; test aws:SourceVpce or aws:SourceVpc");
      } else if (mapped.has(api)) {
        const isDisabled = asBoolean(at(stated(api).props, "disableExecuteApiEndpoint"));
        if (isDisabled === UNKNOWN) undecided("disableExecuteApiEndpoint");
        else if (!isDisabled) {
          deny(`disableExecuteApiEndpoint is ${shown(isDisabled)} beside a domain name; set it to true`);
        }
      }
    }
  },
});

function besides(stack: Stack): ReadonlyMap<StackResource, unknown[]> {
  const policies = new Map<StackResource, unknown[]>();
  for (const beside of stack.ofType(restApiPolicyType)) {
    const api = restApiOf(stack, beside);
    if (api) policies.set(api, [...(policies.get(api) ?? []), at(beside.props, "policy")]);
  }
  return policies;
}

/** The APIs of which a domain name leads to a stage. */
function mappedApis(stack: Stack): ReadonlySet<StackResource> {
  const rest = stack.ofType("aws:apigateway/basePathMapping:BasePathMapping");
  const others = stack.ofType("aws:apigatewayv2/apiMapping:ApiMapping");
  return new Set([
    ...rest.flatMap((mapping) => restApiOf(stack, mapping) ?? []),
    ...others.flatMap((mapping) => apiOf(stack, mapping) ?? []),
  ]);
}

/** Whether a policy allows nobody without a condition, or denies all who do not come from certain networks. */
function limitsCallers(policy: unknown): boolean | Unknown {
  const statements = statementsOf(policy);
  const open = openStatements(policy);
  if (statements === UNKNOWN || open === UNKNOWN) return UNKNOWN;
  return open.length === 0 || anyOf(statements.map(deniesOtherNetworks));
}

function deniesOtherNetworks(statement: Statement): boolean | Unknown {
  return allOf([
    known(statement.effect, (effect) => effect === "Deny"),
    addressesEveryone(statement),
    statement.conditions.length > 0,
    ...statement.conditions.map(({ operator, key }) =>
      allOf([
        known(operator, (test) =>
          /^(?:forallvalues:)?stringnot(?:equals|like)(?:ignorecase)?(?:ifexists)?$/.test(test),
        ),
        known(key, (name) => /^aws:sourcevpce?$/.test(name)),
      ]),
    ),
  ]);
}
