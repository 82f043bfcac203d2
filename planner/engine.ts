import { Server, ServerCredentials, type ServiceDefinition, type UntypedHandleCall } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  type ResourceInvokeRequest,
  type ResourceInvokeResponse,
  type SupportsFeatureRequest,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import type { PlanMonitor } from "./monitor";

type Reply = (error: Error | null, response?: unknown) => void;
type Methods = Record<string, ((request: never, reply: Reply) => unknown) | undefined>;

/** Stands where the engine stands for a program in another process: its monitor and its log, on a local port. */
export class Engine {
  private constructor(
    private readonly server: Server,
    /** Host and port. */
    readonly address: string,
  ) {}

  /** @param log is told what the program logs, and how bad it is */
  static async start(monitor: PlanMonitor, log: (message: string, severity: LogSeverity) => void): Promise<Engine> {
    // As in the SDK, whose programs may send files whole.
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    serve(server, ResourceMonitorService as unknown as ServiceDefinition, {
      ...methodsOf(monitor),
      supportsFeature,
      invoke: (request: ResourceInvokeRequest, reply: Reply) =>
        monitor.invoke(request, (error, response) => reply(error, response && legible(response))),
    });
    serve(server, EngineService as unknown as ServiceDefinition, {
      log(request: LogRequest, reply: Reply) {
        if (request.getSeverity() !== LogSeverity.DEBUG) log(request.getMessage(), request.getSeverity());
        reply(null);
      },
    });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return new Engine(server, `127.0.0.1:${port}`);
  }

  stop(): void {
    this.server.forceShutdown();
  }
}

/** Serves methods; what has none, and what answers nothing, is answered with an empty message. */
function serve(server: Server, service: ServiceDefinition, methods: Methods): void {
  const handlers = Object.entries(service).map(([name, definition]) => {
    const { responseType: Message } = definition as unknown as { responseType: new () => unknown };
    const whole = (response: unknown) => (response instanceof Message ? response : new Message());
    const handler = ({ request }: { request: unknown }, reply: Reply) => {
      const method = methods[name];
      if (method) method(request as never, (error, response) => reply(error, error ? undefined : whole(response)));
      else reply(null, new Message());
    };
    return [name, handler as UntypedHandleCall];
  });
  server.addService(service, Object.fromEntries(handlers));
}

/** The methods of a monitor, the inherited ones too. */
function methodsOf(monitor: PlanMonitor): Methods {
  const target = monitor as unknown as Methods;
  const names = Object.keys(ResourceMonitorService).filter((name) => typeof target[name] === "function");
  return Object.fromEntries(names.map((name) => [name, target[name]?.bind(monitor)]));
}

/** What the mock monitor supports, for SDKs that ask for one feature at a time: it answers with no message. */
function supportsFeature(request: SupportsFeatureRequest, reply: Reply): void {
  const response = new SupportsFeatureResponse();
  response.setHassupport(request.getId() !== "outputValues");
  reply(null, response);
}

/** An answer that every SDK reads the same way: only the newest know "unknown", and `preload.cjs` knows the rest. */
function legible(response: ResourceInvokeResponse): ResourceInvokeResponse {
  return response.setUnknown(false);
}
