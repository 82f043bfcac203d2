import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { EngineInput } from "./engine";

/** The value of a parameter of the engine. One that is static counts from the next restart on, and must say so. */
export type DatabaseParameter =
  | string
  | { readonly value: string; readonly applyMethod: "immediate" | "pending-reboot" };

/** @throws when a parameter is malformed, or one that the component itself sets. */
export function checkParameters(
  check: ArgumentCheck,
  parameters: Readonly<Record<string, DatabaseParameter>>,
  own: EngineInput["parameters"],
): void {
  for (const [name, parameter] of Object.entries(parameters)) {
    check(/^[a-z][a-z0-9_.]*$/.test(name), "parameters", 'must have names such as "work_mem"', name);
    const isFree = !Object.hasOwn(own, name);
    check(isFree, "parameters", `must not hold what the component sets: ${Object.keys(own).join(", ")}`, name);
    const { value, applyMethod } =
      typeof parameter === "string" ? { value: parameter, applyMethod: "immediate" } : parameter;
    check(value !== "", `parameters.${name}`, "must have a value", value);
    const isMethod = applyMethod === "immediate" || applyMethod === "pending-reboot";
    check(isMethod, `parameters.${name}.applyMethod`, 'must be "immediate" or "pending-reboot"', applyMethod);
  }
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html */
export function parameterGroup(
  name: string,
  { family, parameters: own }: EngineInput,
  parameters: Readonly<Record<string, DatabaseParameter>>,
  parent: pulumi.Resource,
): aws.rds.ParameterGroup {
  const all = Object.entries({ ...own, ...parameters }).map(([key, parameter]) =>
    typeof parameter === "string" ? { name: key, value: parameter } : { name: key, ...parameter },
  );
  return new aws.rds.ParameterGroup(
    `${name}-parameters`,
    { description: `Parameters of ${name}`, family, parameters: all, tags: { Name: `${name}-parameters` } },
    { parent },
  );
}
