import type { Base } from "./base";
import { type Comparison, compare } from "./compare";
import type { Finding, Judgement } from "./finding";
import type { Sources } from "./place";
import { Plan, type PlannedResource } from "./plan";
import type { SecretWords } from "./secret-words";
import type { StandardReport } from "./standard";

/** All that a run has to say, without the text of any secret: what every format prints. */
export interface Report {
  readonly plan: Plan;
  readonly judgement: Judgement;
  /** Against the file of `--compare`. */
  readonly comparison?: Comparison;
  /** Where the stack is, in words. */
  readonly region: string;
  /** What the reader should be told of the project's files. */
  readonly notes: readonly string[];
  readonly sources: Sources;
  /** By control, for `--standard`. */
  readonly standard?: StandardReport;
}

export interface Reported extends Omit<Report, "comparison"> {
  readonly base?: Base;
}

/** Puts a report together; secrets that stand where none is marked, such as in a name or a tag, are hidden here. */
export function reportOf({ plan, judgement, base, notes, ...rest }: Reported): Report {
  const { secrets } = plan;
  // Those of the base, exported in plain text, may stand anywhere in it as well.
  for (const { inputs, outputs } of base?.plan.resources ?? []) {
    secrets.learn(inputs);
    secrets.learn(outputs);
  }
  const shown = hiddenPlan(plan, secrets);
  const said = hiddenJudgement(judgement, secrets);
  return {
    ...rest,
    plan: shown,
    judgement: said,
    ...(base && { comparison: compare(hiddenBase(base, secrets), shown, said) }),
    notes: notes.map((note) => secrets.hideSaid(note)),
  };
}

function hiddenPlan(plan: Plan, secrets: SecretWords): Plan {
  const resources = plan.resources.map((resource) => hiddenResource(resource, secrets));
  return new Plan(plan.project, plan.stack, resources, secrets.hideIn(plan.outputs), secrets, plan.isDeployed);
}

function hiddenResource(resource: PlannedResource, secrets: SecretWords): PlannedResource {
  const urn = (text: string) => hiddenUrn(text, secrets);
  const { id, parent, provider, options } = resource;
  return {
    ...resource,
    urn: urn(resource.urn),
    name: secrets.hide(resource.name),
    ...(id !== undefined && { id: secrets.hide(id) }),
    inputs: secrets.hideIn(resource.inputs),
    outputs: secrets.hideIn(resource.outputs),
    ...(parent !== undefined && { parent: urn(parent) }),
    ...(provider !== undefined && { provider: urn(provider) }),
    dependencies: resource.dependencies.map(urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([property, urns]) => [secrets.hide(property), urns.map(urn)]),
    ),
    options: {
      ...options,
      ...(options.aliases && { aliases: options.aliases.map(urn) }),
      ...(options.ignoreChanges && { ignoreChanges: options.ignoreChanges.map((path) => secrets.hide(path)) }),
      ...(options.importId !== undefined && { importId: secrets.hide(options.importId) }),
    },
  };
}

function hiddenJudgement(judgement: Judgement, secrets: SecretWords): Judgement {
  return {
    ...judgement,
    findings: judgement.findings.map((finding) => hiddenFinding(finding, secrets)),
    remediations: judgement.remediations.map(({ policy, urn, changes }) => ({
      policy,
      urn: hiddenUrn(urn, secrets),
      changes: secrets.hideIn(changes),
    })),
  };
}

function hiddenFinding(finding: Finding, secrets: SecretWords): Finding {
  const { urn, message } = finding;
  const about = urn === undefined ? {} : { urn: hiddenUrn(urn, secrets) };
  return { ...finding, ...about, message: secrets.hideSaid(message) };
}

function hiddenBase({ called, plan, findings }: Base, secrets: SecretWords): Base {
  const said = findings?.map((finding) => hiddenFinding(finding, secrets));
  return { called, plan: hiddenPlan(plan, secrets), ...(said && { findings: said }) };
}

/** What comes before the name in a URN are Pulumi's own words, and types. */
function hiddenUrn(urn: string, secrets: SecretWords): string {
  const parts = urn.split("::");
  return [...parts.slice(0, 3), ...(parts.length > 3 ? [secrets.hide(parts.slice(3).join("::"))] : [])].join("::");
}
