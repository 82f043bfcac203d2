import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Server, ServerCredentials, type ServiceDefinition, type UntypedHandleCall } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { parse } from "yaml";
import { PlanMonitor } from "../planner/monitor";
import { readProject } from "../planner/project";
import { DefaultProviders } from "../planner/providers";
import { planned } from "./architectures/planned";

const root = join(__dirname, "..");

type Reply = (error: Error | null, response?: unknown) => void;

/** Serves an object's methods as a gRPC service; what it lacks, and what it answers with nothing, is an empty message. */
function handlers(service: ServiceDefinition, target: object): Record<string, UntypedHandleCall> {
  const methods = target as Record<string, ((request: unknown, reply: Reply) => void) | undefined>;
  return Object.fromEntries(
    Object.entries(service).map(([name, { responseSerialize }]) => {
      const empty = (response: unknown) => {
        try {
          responseSerialize(response as object);
          return response;
        } catch {
          return emptyOf(service, name);
        }
      };
      const handler = ({ request }: { request: unknown }, reply: Reply) => {
        const method = methods[name];
        if (method)
          method.call(target, request, (error, response) => reply(error, error ? undefined : empty(response)));
        else reply(null, emptyOf(service, name));
      };
      return [name, handler as UntypedHandleCall];
    }),
  );
}

function emptyOf(service: ServiceDefinition, name: string): unknown {
  const Message = (service[name] as unknown as { responseType: new () => unknown }).responseType;
  return new Message();
}

function bind(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}

describe("the program under Pulumi's own Node host", () => {
  it("registers, started as Pulumi.yaml says, exactly what the plan shows", async function () {
    this.timeout(60000);
    const project = readProject(root, "dev");
    const setting = { project: project.name, stack: project.stack, region: project.region ?? "" };
    const monitor = new PlanMonitor(setting, new DefaultProviders({ ...setting, config: project.config }), root);
    const server = new Server();
    server.addService(
      ResourceMonitorService as unknown as ServiceDefinition,
      handlers(ResourceMonitorService as unknown as ServiceDefinition, monitor),
    );
    server.addService(
      EngineService as unknown as ServiceDefinition,
      handlers(EngineService as unknown as ServiceDefinition, {}),
    );
    const address = `127.0.0.1:${await bind(server)}`;
    const { runtime } = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as {
      runtime: { options: { nodeargs: string; typescript: boolean } };
    };
    const host = require.resolve("@pulumi/pulumi/cmd/run");
    const options = [
      `--monitor=${address}`,
      `--engine=${address}`,
      `--project=${project.name}`,
      `--stack=${project.stack}`,
    ];
    try {
      const child = spawn(
        process.execPath,
        [
          ...runtime.options.nodeargs.split(" "),
          host,
          ...options,
          `--root-directory=${root}`,
          `--pwd=${root}`,
          "--dry-run",
          ".",
        ],
        {
          cwd: root,
          env: {
            ...process.env,
            PULUMI_CONFIG: JSON.stringify(project.config),
            PULUMI_NODEJS_TYPESCRIPT: String(runtime.options.typescript),
          },
        },
      );
      let said = "";
      child.stderr.on("data", (text) => {
        said += text;
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      assert.equal(code, 0, said);
    } finally {
      server.forceShutdown();
      monitor.close();
    }
    const { plan } = await planned("dev");
    const shown = plan.resources.filter(({ type }) => !type.startsWith("pulumi:providers:"));
    const registered = [...monitor.planned.values()];
    assert.deepEqual(registered.map(({ urn }) => urn).sort(), shown.map(({ urn }) => urn).sort());
    const inputs = new Map(registered.map((resource) => [resource.urn, resource.inputs]));
    for (const resource of shown) assert.deepEqual(inputs.get(resource.urn), resource.inputs, resource.urn);
  });
});
