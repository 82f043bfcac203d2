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
  type EnforcementLevel,
  PolicyConfig,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Example } from "../../policies/examples";
import { type Finding, findingsOf } from "./judged";
import { analyzeRequests, analyzeStackRequest, type View } from "./requests";

const packFolder = join(__dirname, "../../policies");
const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** The pack in a process of its own, started and asked as the engine does. */
export class Pack {
  private configured?: string;

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
    const wanted = JSON.stringify(config);
    if (wanted === this.configured) return;
    this.configured = wanted;
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, { level, settings }] of Object.entries(config)) {
      request.getPolicyconfigMap().set(policy, settings ? policyConfig(level, settings) : withoutSettings(level));
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

function policyConfig(level: EnforcementLevel, settings: object): PolicyConfig {
  const written = new PolicyConfig();
  written.setEnforcementlevel(level);
  written.setProperties(Struct.fromJavaScript({ ...settings }));
  return written;
}

const plain = new Map<EnforcementLevel, PolicyConfig>();

/** The same for all: of hundreds of policies a test sets one or two. */
function withoutSettings(level: EnforcementLevel): PolicyConfig {
  const written = plain.get(level) ?? policyConfig(level, {});
  plain.set(level, written);
  return written;
}

function answer<T>(ask: (done: (error: ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, response) => (error ? reject(error) : resolve(response)));
  });
}
