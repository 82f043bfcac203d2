import assert from "node:assert/strict";
import ipaddr from "ipaddr.js";
import type { Plan } from "../../../planner/plan";

/** A request as a load balancer sees it. */
export interface Request {
  readonly method?: string;
  readonly host?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly source?: string;
}

/** A rule's inputs, as far as they decide which requests it takes. */
export interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: readonly Condition[];
  readonly actions: readonly { readonly type: string; readonly targetGroupArn?: string }[];
}

interface Condition {
  readonly hostHeader?: { readonly values: string[] };
  readonly pathPattern?: { readonly values: string[] };
  readonly httpHeader?: { readonly httpHeaderName: string; readonly values: string[] };
  readonly httpRequestMethod?: { readonly values: string[] };
  readonly queryStrings?: { readonly key?: string; readonly value: string }[];
  readonly sourceIp?: { readonly values: string[] };
}

/** The rules of a plan's listener, in the order in which AWS asks them. */
export function rulesOf(plan: Plan, listener: string): Rule[] {
  const { arn } = plan.get(listener).outputs;
  return plan
    .ofType("aws:lb/listenerRule:ListenerRule")
    .filter(({ inputs }) => inputs.listenerArn === arn)
    .map(({ name, inputs }) => ({ name, ...(inputs as unknown as Omit<Rule, "name">) }))
    .sort((one, other) => one.priority - other.priority);
}

/** The rule that takes a request: the first that fits. */
export function ruleFor(rules: readonly Rule[], request: Request): Rule | undefined {
  return rules.find(({ conditions }) => conditions.every((condition) => fits(condition, request)));
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
function fits(condition: Condition, request: Request): boolean {
  const { method = "GET", host = "shop.example.com", path = "/", headers = {}, query = {} } = request;
  const { hostHeader, pathPattern, httpHeader, httpRequestMethod, queryStrings, sourceIp } = condition;
  if (hostHeader) return hostHeader.values.some((pattern) => matches(pattern, host, "i"));
  if (pathPattern) return pathPattern.values.some((pattern) => matches(pattern, path));
  if (httpRequestMethod) return httpRequestMethod.values.includes(method);
  if (httpHeader) {
    const { httpHeaderName, values } = httpHeader;
    const found = Object.entries(headers).find(([name]) => name.toLowerCase() === httpHeaderName.toLowerCase());
    return found !== undefined && values.some((pattern) => matches(pattern, found[1], "i"));
  }
  if (queryStrings) {
    const pairs = Object.entries(query);
    return queryStrings.some(({ key = "*", value }) =>
      pairs.some(([name, text]) => matches(key, name, "i") && matches(value, text, "i")),
    );
  }
  assert.ok(sourceIp, "a condition of no kind");
  const source = ipaddr.parse(request.source ?? "203.0.113.7");
  return sourceIp.values.some((cidr) => {
    const [range, prefix] = ipaddr.parseCIDR(cidr);
    return range.kind() === source.kind() && source.match(range, prefix);
  });
}

function matches(pattern: string, text: string, flags = ""): boolean {
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, flags).test(text);
}
