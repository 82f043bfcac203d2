import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Base, readBase } from "../../planner/base";
import type { Finding, Judgement } from "../../planner/finding";
import { json } from "../../planner/format/json";
import { Plan, type PlannedResource } from "../../planner/plan";
import { type Report, type Reported, reportOf } from "../../planner/report";
import { folderWith } from "./folder";

const STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

/** A resource as a plan has it. */
export function resource(name: string, more: Partial<PlannedResource> = {}): PlannedResource {
  const type = more.type ?? "aws:sns/topic:Topic";
  return {
    urn: `urn:pulumi:dev::shop::${type}::${name}`,
    type,
    name,
    custom: true,
    remote: false,
    inputs: {},
    outputs: {},
    standIns: [],
    parent: STACK,
    dependencies: [],
    propertyDependencies: {},
    options: {},
    ...more,
  };
}

/** The plan of `shop` on `dev` with these resources. */
export function planWith(...resources: PlannedResource[]): Plan {
  const stack = resource("shop-dev", { urn: STACK, type: "pulumi:pulumi:Stack", custom: false });
  const { parent: _, ...root } = stack;
  return new Plan("shop", "dev", [root, ...resources], {});
}

export function finding(more: Partial<Finding> = {}): Finding {
  return { policy: "rule", level: "mandatory", verdict: "denied", message: "Wrong.", ...more };
}

/** What policies of these names said. */
export function judgementWith(...findings: Finding[]): Judgement {
  const names = [...new Set(["silent", ...findings.map(({ policy }) => policy)])];
  const policies = names.map((name) => ({ name, description: `What ${name} asks for.`, level: "mandatory" as const }));
  return { policies, findings, remediations: [] };
}

/** A report of a project that lies in the folder `infra` of its repository. */
export function reportWith(plan: Plan, judgement = judgementWith(), more: Partial<Reported> = {}): Report {
  const sources = { folder: "infra/", stackFile: "infra/Pulumi.dev.yaml" };
  return reportOf({ plan, judgement, region: "eu-west-1", notes: [], sources, ...more });
}

/** A plan as another run reads it that is compared with it. */
export function baseOf(plan: Plan, judgement = judgementWith()): Base {
  const file = join(folderWith({}), "base.json");
  writeFileSync(file, json(reportWith(plan, judgement)));
  return readBase(file, "base.json");
}
