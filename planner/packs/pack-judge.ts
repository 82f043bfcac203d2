import { isDeepStrictEqual } from "node:util";
import type { AnalyzeResponse, AnalyzerInfo, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Finding, JudgingPolicy, Remediation } from "../finding";
import { InputError } from "../input-error";
import { type ConfigFile, readPackConfig } from "../pack-config";
import type { JsonObject, Plan, PlannedResource } from "../plan";
import { asPacksReceive } from "../policy-args";
import { holdsSecret, secret, withoutSecretMarks } from "../wire";
import { failureOf, findingOf, unremediated } from "./answers";
import { type Call, Pack } from "./pack";
import type { PackFolder } from "./pack-folder";
import { type ConfiguredPolicy, configurable, configured, configureRequest, described } from "./policies";
import { Requests } from "./requests";

/** A pack that judges, and the file that says the levels and settings of its policies. */
export interface JudgingPack extends PackFolder {
  readonly configFile?: ConfigFile;
}

export interface Start {
  /** The stack's configuration, which packs may read. */
  readonly config: Readonly<Record<string, string>>;
  /** How long its start may take, and each of its answers. */
  readonly timeoutSeconds: number;
  /** Takes what it prints, line by line. */
  readonly print: (line: string) => void;
}

/** A pack that has started and has its levels and settings, and is asked about one plan. */
export class PackJudge {
  private constructor(
    private readonly pack: Pack,
    /** The name that it gives itself. */
    readonly name: string,
    /** Its folder, as the user wrote it. */
    readonly called: string,
    private readonly active: readonly ConfiguredPolicy[],
    private readonly requests: Requests,
  ) {}

  /** @throws InputError when it cannot be started or configured */
  static async start(plan: Plan, folder: JudgingPack, { config, timeoutSeconds, print }: Start): Promise<PackJudge> {
    const { project, stack } = plan;
    const pack = await Pack.start(folder, { project, stack, config }, timeoutSeconds, print);
    try {
      const info = await pack.ask<AnalyzerInfo>((client, ...rest) => client.getAnalyzerInfo(new Empty(), ...rest));
      if (info.getPoliciesList().length === 0) throw new InputError(`the policy pack ${folder.called} has no policies`);
      const stated = folder.configFile === undefined ? {} : readPackConfig(folder.configFile, configurable(info));
      const policies = configured(info, stated, folder.called);
      const request = configureRequest(policies);
      if (info.getSupportsconfig()) await pack.ask<Empty>((client, ...rest) => client.configure(request, ...rest));
      const active = policies.filter(({ level }) => level !== "disabled");
      return new PackJudge(pack, info.getName(), folder.called, active, new Requests(plan));
    } catch (error) {
      pack.stop();
      throw error;
    }
  }

  /** Its policies that are not disabled. */
  get policies(): JudgingPolicy[] {
    return this.active.map((policy) => described(this.name, policy));
  }

  /** What the inputs of a resource become; the same when nothing is remediated. */
  async remediate(
    resource: PlannedResource,
    inputs: JsonObject,
    findings: Finding[],
    remediations: Remediation[],
  ): Promise<JsonObject> {
    if (!this.active.some(({ level }) => level === "remediate")) return inputs;
    const { urn } = resource;
    const request = this.requests.ofResource(resource, inputs);
    const answer = await this.answer<RemediateResponse>(urn, (client, ...rest) => client.remediate(request, ...rest));
    let now = inputs;
    for (const done of answer.getRemediationsList()) {
      const policy = done.getPolicyname();
      const [diagnostic, made] = [done.getDiagnostic(), done.getProperties()];
      if (diagnostic !== "") findings.push(unremediated(this.name, policy, diagnostic, urn));
      if (!made) continue;
      const after = made.toJavaScript() as JsonObject;
      const changes = changesOf(asPacksReceive(now), after, resource.inputs);
      if (changes) remediations.push({ policy: `${this.name}/${policy}`, urn, changes });
      now = after;
    }
    return now;
  }

  /** What it says of a resource before it is made. */
  async analyze(resource: PlannedResource, inputs: JsonObject): Promise<Finding[]> {
    const request = this.requests.ofResource(resource, inputs);
    const { urn } = resource;
    const answer = await this.answer<AnalyzeResponse>(urn, (client, ...rest) => client.analyze(request, ...rest));
    return answer.getDiagnosticsList().map((said) => findingOf(this.name, said, urn));
  }

  /** What it says of the stack as a whole, and of resources because of others. */
  async analyzeStack(): Promise<Finding[]> {
    const request = this.requests.ofStack();
    const answer = await this.answer<AnalyzeResponse>(undefined, (client, ...rest) =>
      client.analyzeStack(request, ...rest),
    );
    return answer.getDiagnosticsList().map((said) => findingOf(this.name, said));
  }

  stop(): void {
    this.pack.stop();
  }

  private async answer<T>(urn: string | undefined, call: Call<T>): Promise<T> {
    try {
      return await this.pack.ask<T>(call);
    } catch (error) {
      throw failureOf(this.name, error, urn);
    }
  }
}

/** The properties that a remediation changes. What it makes of a secret is secret, also when it takes the mark away. */
function changesOf(before: JsonObject, after: JsonObject, stated: JsonObject): JsonObject | undefined {
  const [old, now] = [withoutSecretMarks(before), withoutSecretMarks(after)];
  const changed = Object.keys({ ...old, ...now }).filter((key) => !isDeepStrictEqual(now[key], old[key]));
  if (changed.length === 0) return undefined;
  const isSecret = (key: string) => holdsSecret(stated[key] ?? null) || holdsSecret(after[key] ?? null);
  return Object.fromEntries(changed.map((key) => [key, isSecret(key) ? secret(now[key] ?? null) : (now[key] ?? null)]));
}
