import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { RouteKey } from "../http-api/route-key";

/** The paths under which a path stands, and itself: `/orders`, `/orders/{id}`. */
function steps(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}

function above(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** @throws for `$default`, and when two variables have one place. */
export function checkTree(check: ArgumentCheck, routes: readonly RouteKey[]): void {
  const variables = new Map<string, string>();
  for (const { key, path } of routes) {
    check(path !== "", "routes", 'must say "ANY /{proxy+}" for what no other route takes', key);
    check(path === "/" || !path.endsWith("/"), "routes", "must have paths without a slash at the end", key);
    for (const step of steps(path).filter((each) => each.endsWith("}"))) {
      const first = variables.get(above(step)) ?? step;
      variables.set(above(step), first);
      check(first === step, "routes", `must call a variable in one place by one name, as ${first} does`, key);
    }
  }
}

/** The resource of every path, by path; that of `/` is the API's own. */
export function createTree(
  name: string,
  api: aws.apigateway.RestApi,
  routes: readonly RouteKey[],
  parent: pulumi.Resource,
): ReadonlyMap<string, pulumi.Output<string>> {
  const ids = new Map<string, pulumi.Output<string>>([["/", api.rootResourceId]]);
  for (const step of routes.flatMap(({ path }) => steps(path))) {
    if (ids.has(step)) continue;
    const resource = new aws.apigateway.Resource(
      `${name}-at-${step}`,
      {
        restApi: api.id,
        parentId: ids.get(above(step)) ?? api.rootResourceId,
        pathPart: step.slice(step.lastIndexOf("/") + 1),
      },
      { parent },
    );
    ids.set(step, resource.id);
  }
  return ids;
}
