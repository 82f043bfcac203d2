import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  PolicySeverity,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Context, policies, rules } from "../../policies/catalogue";
import type { Example, Examples } from "../../policies/examples";
import { type Finding, findingsOf, judge, withSettings } from "./judged";
import { analyzeRequests, analyzeStackRequest, type View } from "./requests";

const packFolder = join(__dirname, "../../policies");
const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const levels = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
};

/** The pack in a process of its own, started and asked as the engine does. */
class Pack {
  private constructor(
    private readonly process: ChildProcess,
    private readonly client: AnalyzerClient,
  ) {}

  static async start(config: Record<string, string>): Promise<Pack> {
    const child = spawn(process.execPath, [host, "127.0.0.1:1", "."], {
      cwd: packFolder,
      env: { ...process.env, PULUMI_CONFIG: JSON.stringify(config) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    process.once("exit", () => child.kill());
    try {
      const [port] = await Promise.race([
        once(createInterface({ input: child.stdout }), "line"),
        once(child, "exit").then(([code]) => assert.fail(`the pack ended with ${code} before it said its port`)),
      ]);
      return new Pack(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
    } catch (error) {
      child.kill();
      throw error;
    }
  }

  stop(): void {
    this.client.close();
    this.process.kill();
  }

  info(): Promise<AnalyzerInfo> {
    return answer((done) => this.client.getAnalyzerInfo(new Empty(), done));
  }

  /** Sets the config of every policy anew, as the engine does once. */
  async configure(config: Record<string, { level: EnforcementLevel; settings?: object }>): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, { level, settings = {} }] of Object.entries(config)) {
      const written = new PolicyConfig();
      written.setEnforcementlevel(level);
      written.setProperties(Struct.fromJavaScript({ ...settings }));
      request.getPolicyconfigMap().set(policy, written);
    }
    await answer((done) => this.client.configure(request, done));
  }

  async judge(example: Example, view: View): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const request of analyzeRequests(example, view)) {
      const response = await answer<AnalyzeResponse>((done) => this.client.analyze(request, done));
      found.push(...findingsOf(response, request.getUrn()));
    }
    const stack = analyzeStackRequest(example, view);
    return [...found, ...findingsOf(await answer((done) => this.client.analyzeStack(stack, done)))];
  }

  remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    return answer((done) => this.client.remediate(request, done));
  }
}

function answer<T>(ask: (done: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, response) => (error ? reject(error) : resolve(response)));
  });
}

const today = new Date().toISOString().slice(0, 10);
const nextMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const reason = { reason: "holds public data only", approvedBy: "Ada", expires: nextMonth };
const exemptions = [
  { policy: "ebs-encrypted", resource: "dat*", ...reason },
  { policy: "no-public-ssh", resource: "*", ...reason },
  { policy: "no-such-policy", resource: "*", ...reason },
];

function levelOf(rule: (typeof rules)[number], environment: Context["environment"]): EnforcementLevel {
  return levels[typeof rule.level === "string" ? rule.level : rule.level[environment]];
}

describe("the pack as a process of its own", function () {
  this.timeout(30_000);
  const all = rules.map((rule) => {
    const { examples } = require(`../../policies/rules/${rule.name}.examples`) as { examples: Examples };
    return { rule, examples };
  });
  const running = new Map<"dev" | "prod", Pack>();
  const pack = (environment: "dev" | "prod"): Pack => {
    const found = running.get(environment);
    assert(found);
    return found;
  };
  // The stack file of dev has the exemptions, that of prod says nothing at all.
  const contexts: Record<"dev" | "prod", Context> = {
    dev: { environment: "dev", exemptions, today },
    prod: { environment: "prod", exemptions: [], today },
  };

  before(async () => {
    const config = { "tierwork:environment": "dev", "tierwork:exemptions": JSON.stringify(exemptions) };
    const started = [
      Pack.start(config).then((dev) => running.set("dev", dev)),
      Pack.start({}).then((prod) => running.set("prod", prod)),
    ];
    for (const outcome of await Promise.allSettled(started)) if (outcome.status === "rejected") throw outcome.reason;
  });
  after(() => {
    for (const process of running.values()) process.stop();
  });

  for (const environment of ["dev", "prod"] as const) {
    it(`tells the engine what its policies are in ${environment}`, async () => {
      const info = await pack(environment).info();
      assert.equal(info.getName(), "tierwork");
      assert.equal(info.getVersion(), "0.1.0");
      assert(info.getSupportsconfig());
      const served = info.getPoliciesList().map((policy) => ({
        name: policy.getName(),
        level: policy.getEnforcementlevel(),
        severity: policy.getSeverity(),
        settings: Object.keys(policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {}).sort(),
      }));
      const expected = rules.map((rule) => ({
        name: rule.name,
        level: levelOf(rule, environment),
        severity: PolicySeverity[`POLICY_SEVERITY_${rule.severity.toUpperCase()}` as keyof typeof PolicySeverity],
        settings: ["exemptions", ...Object.keys(rule.settings ?? {})].sort(),
      }));
      assert.deepEqual(served, expected);
    });
  }

  for (const { rule, examples } of all) {
    it(`says of the examples of ${rule.name} what the catalogue says`, async () => {
      for (const example of [...examples.denied, ...examples.allowed, ...examples.undecided]) {
        const { environment = "prod", settings, config } = example;
        const all: Record<string, object> = { ...config, ...(settings && { [rule.name]: settings }) };
        const configured = rules.flatMap((one): [string, { level: EnforcementLevel; settings?: object }][] => {
          const own = all[one.name];
          return own ? [[one.name, { level: levelOf(one, environment), settings: own }]] : [];
        });
        await pack(environment).configure(Object.fromEntries(configured));
        const own = withSettings(policies(contexts[environment]), (name) => ({ ...all[name] }));
        const expected = await judge(own, example, "preview");
        assert.deepEqual(await pack(environment).judge(example, "preview"), expected, example.title);
      }
    });
  }

  it("takes exemptions and environment from the stack's configuration", async () => {
    const volume = { type: "aws:ebs/volume:Volume", props: { size: 8 } };
    const example: Example = { title: "an exempt volume", resources: { data: volume, other: volume } };
    await pack("dev").configure({});
    const found = await pack("dev").judge(example, "preview");
    const of = (policy: string) => found.filter((finding) => finding.policy === policy);
    assert.deepEqual(
      of("ebs-encrypted").map(({ level, message }) => [level, /Exempt: .*/.exec(message)?.[0]]),
      [
        ["advisory", `Exempt: accepted until ${nextMonth} by Ada: holds public data only.`],
        ["mandatory", undefined],
      ],
    );
    assert.deepEqual(
      of("required-tags").map(({ level }) => level),
      ["advisory", "advisory"],
    );
    assert.match(of("exemption-has-reason")[0]?.message ?? "", /there is no policy "no-such-policy"/);
    assert.match(of("exemption-not-for-critical")[0]?.message ?? "", /no-public-ssh on \*/);
  });

  it("mends what its config says to remediate", async () => {
    const fixable = all.filter(({ rule }) => rule.remediate);
    assert(fixable.length > 0);
    for (const { rule, examples } of fixable) {
      for (const example of examples.denied) {
        const remediate = { level: EnforcementLevel.REMEDIATE, settings: example.settings };
        await pack("prod").configure({ [rule.name]: remediate });
        const switchedOn = policies(contexts.prod).map((policy) =>
          policy.name === rule.name ? { ...policy, enforcementLevel: "mandatory" as const } : policy,
        );
        const expected = withSettings(switchedOn, () => ({ ...example.settings }));
        const denied = (await judge(expected, example, "preview")).filter(({ policy }) => policy === rule.name);
        const mended = [];
        for (const request of analyzeRequests(example, "preview")) {
          const [first, ...others] = (await pack("prod").remediate(request)).getRemediationsList();
          if (!first) continue;
          assert.deepEqual([first.getPolicyname(), first.getDiagnostic(), others], [rule.name, "", []]);
          assert.notDeepEqual(first.getProperties()?.toJavaScript(), request.getProperties()?.toJavaScript());
          mended.push(request.getUrn());
        }
        const { beyondRemedy = [], remediedAnyway = [] } = example;
        const named = (urn: string | undefined) => urn?.split("::").at(-1) ?? "";
        const expectedNames = [...new Set([...denied.map(({ urn }) => named(urn)), ...remediedAnyway])];
        // Of what is beyond remedy a part may be mended.
        const certain = (names: string[]) => names.filter((name) => !beyondRemedy.includes(name)).sort();
        assert.deepEqual(certain(mended.map(named)), certain(expectedNames), example.title);
      }
    }
  });
});
