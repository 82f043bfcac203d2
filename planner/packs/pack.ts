import { setTimeout as pause } from "node:timers/promises";
import { credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { InputError } from "../input-error";
import type { PackFolder } from "./pack-folder";
import { PackProcess, type Surroundings } from "./pack-process";

/** What the methods of the generated client take after their request. */
type Rest<T> = [Metadata, { deadline: number }, (error: ServiceError | null, response: T) => void];

/** How one thing is asked: `(client, ...rest) => client.analyze(request, ...rest)`. */
export type Call<T> = (client: AnalyzerClient, ...rest: Rest<T>) => unknown;

/** A policy pack that runs in a process of its own and is asked over gRPC, as the engine asks it. */
export class Pack {
  private constructor(
    private readonly called: string,
    private readonly process: PackProcess,
    private readonly client: AnalyzerClient,
    private readonly timeoutSeconds: number,
  ) {}

  /**
   * @param timeoutSeconds how long its start may take, and each answer
   * @param print takes what it prints, line by line
   * @throws InputError when it fails, ends, or stays silent
   */
  static async start(
    folder: PackFolder,
    surroundings: Surroundings,
    timeoutSeconds: number,
    print: (line: string) => void,
  ): Promise<Pack> {
    const { called } = folder;
    const process = new PackProcess(folder, surroundings, print);
    const done = new AbortController();
    const isLate = pause(timeoutSeconds * 1000, true, { signal: done.signal }).catch(() => false);
    try {
      const first = await Promise.race([process.firstLine, isLate]);
      if (typeof first === "boolean") {
        throw new InputError(
          `the policy pack ${called} is not ready after ${timeoutSeconds} s; --timeout SECONDS gives it longer`,
        );
      }
      if (first === undefined) throw new InputError(`the policy pack ${called} ${await process.reason()}`);
      if (!/^\d+$/.test(first)) {
        const printed = JSON.stringify(first.slice(0, 100));
        throw new InputError(
          `the policy pack ${called} prints ${printed} before its port: pulumi takes the first line for that`,
        );
      }
      process.ready();
      const limits = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
      const client = new AnalyzerClient(`127.0.0.1:${first}`, credentials.createInsecure(), limits);
      return new Pack(called, process, client, timeoutSeconds);
    } catch (error) {
      process.stop();
      throw error;
    } finally {
      done.abort();
    }
  }

  /**
   * Asks one thing of it.
   *
   * @throws InputError when there is no answer, ServiceError when the answer is an error
   */
  async ask<T>(call: Call<T>): Promise<T> {
    const deadline = Date.now() + this.timeoutSeconds * 1000;
    try {
      return await new Promise<T>((resolve, reject) => {
        call(this.client, new Metadata(), { deadline }, (error, answer) => (error ? reject(error) : resolve(answer)));
      });
    } catch (error) {
      const { code } = error as ServiceError;
      if (code === status.DEADLINE_EXCEEDED) {
        throw new InputError(
          `the policy pack ${this.called} does not answer within ${this.timeoutSeconds} s; --timeout SECONDS gives it longer`,
        );
      }
      if (code !== status.UNAVAILABLE && code !== status.CANCELLED) throw error;
      throw new InputError(`the policy pack ${this.called} ${await this.process.reason()}`);
    }
  }

  stop(): void {
    this.client.close();
    this.process.stop();
  }
}
