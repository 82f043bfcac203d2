import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  type ReadResourceRequest,
  ReadResourceResponse,
  type RegisterErrorHookRequest,
  type RegisterResourceHookRequest,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  type ResourceCallRequest,
  type ResourceInvokeRequest,
  ResourceInvokeResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Created, created, published } from "./created";
import type { JsonObject, PlannedResource } from "./plan";
import { Progress } from "./progress";
import type { DefaultProviders } from "./providers";
import { optionsOf, positionOf, propertyDependenciesOf } from "./requests";
import { lookUp } from "./stand-ins/look-ups";
import type { Setting } from "./stand-ins/setting";
import { Transforms } from "./transforms";
import { unanswered } from "./unanswered";
import { urnOf } from "./urn";
import { isObject } from "./wire";

type Reply<T> = (error: Error | null, response?: T) => void;

/**
 * Stands where the engine stands: hears of every resource that the program registers, answers as AWS would, and keeps
 * what it heard.
 */
export class PlanMonitor extends MockMonitor {
  /** What was registered so far, by URN. */
  readonly planned = new Map<string, PlannedResource>();
  /** Look-ups that had no stand-in, by token. */
  readonly unanswered = new Set<string>();
  private readonly transforms = new Transforms();

  constructor(
    private readonly setting: Setting,
    private readonly providers: DefaultProviders,
    /** The program's folder, which file names are relative to. */
    private readonly folder: string,
    private readonly progress = Progress.none,
  ) {
    // The base class only forwards to mocks where it is not overridden; nothing is left for them.
    super({ call: () => ({}), newResource: () => ({ id: undefined, state: {} }) });
  }

  override async registerResource(request: RegisterResourceRequest, reply: Reply<RegisterResourceResponse>) {
    try {
      await this.transforms.apply(request);
      const resource = this.plan(request);
      this.transforms.remember(resource.urn, request);
      const response = new RegisterResourceResponse();
      response.setUrn(resource.urn);
      response.setId(resource.id ?? "");
      response.setObject(Struct.fromJavaScript(resource.outputs));
      reply(null, response);
    } catch (error) {
      reply(asError(error));
    }
  }

  override async readResource(request: ReadResourceRequest, reply: Reply<ReadResourceResponse>) {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const urn = urnOf(this.setting.stack, this.setting.project, parent, type, name);
    const inputs = objectOf(request.getProperties());
    const resource: PlannedResource = {
      urn,
      type,
      name,
      custom: true,
      remote: false,
      ...created({ type, name, urn, inputs }, this.settingOf(request.getProvider()), { id: request.getId() }),
      inputs,
      ...(parent !== "" && { parent, position: positionOf(request, this.folder) }),
      provider: request.getProvider() || this.providers.referenceFor(type, request.getVersion()),
      dependencies: request.getDependenciesList(),
      propertyDependencies: {},
      options: {},
      external: true,
    };
    this.planned.set(urn, resource);
    const response = new ReadResourceResponse();
    response.setUrn(urn);
    response.setProperties(Struct.fromJavaScript(resource.outputs));
    reply(null, response);
  }

  override async invoke(request: ResourceInvokeRequest, reply: Reply<ResourceInvokeResponse>) {
    try {
      await this.transforms.applyToInvoke(request);
      const token = request.getTok();
      const inputs = objectOf(request.getArgs());
      const response = new ResourceInvokeResponse();
      const answer =
        token === "pulumi:pulumi:getResource"
          ? this.registered(inputs)
          : this.answer(token, inputs, request.getProvider());
      if (answer) response.setReturn(Struct.fromJavaScript(answer));
      else {
        this.unanswered.add(token);
        response.setUnknown(true);
        response.setReturn(unanswered(token));
      }
      reply(null, response);
    } catch (error) {
      reply(asError(error));
    }
  }

  override registerResourceOutputs(request: RegisterResourceOutputsRequest, reply: Reply<object>) {
    const resource = this.planned.get(request.getUrn());
    if (resource) resource.outputs = objectOf(request.getOutputs());
    reply(null, {});
  }

  override registerStackTransform(callback: Callback, reply: Reply<object>) {
    this.transforms.addToStack(callback);
    reply(null, {});
  }

  override registerStackInvokeTransform(callback: Callback, reply: Reply<object>) {
    this.transforms.addToInvokes(callback);
    reply(null, {});
  }

  /** Hooks run around an update, which a plan never is: it is enough that they may be registered. */
  registerResourceHook(_: RegisterResourceHookRequest, reply: Reply<object>) {
    reply(null, {});
  }

  registerErrorHook(_: RegisterErrorHookRequest, reply: Reply<object>) {
    reply(null, {});
  }

  /** A method of a resource: only its provider could answer. */
  call(request: ResourceCallRequest, reply: Reply<CallResponse>) {
    reply(asError(`the method ${request.getTok()} is run by a provider plugin and has no offline answer`));
  }

  close(): void {
    this.transforms.close();
  }

  private plan(request: RegisterResourceRequest): PlannedResource {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const urn = urnOf(this.setting.stack, this.setting.project, parent, type, name);
    if (this.planned.has(urn))
      throw new Error(`the name "${name}" is used by two resources of type ${type} (URN ${urn})`);
    const custom = request.getCustom();
    // What makes a remote component is a provider too, though the component does not name it.
    if (request.getRemote()) this.providerOf(request);
    const inputs = objectOf(request.getObject());
    const made = custom ? this.made(request, urn, inputs) : this.composed(request, urn, inputs);
    const resource: PlannedResource = {
      urn,
      type,
      name,
      custom,
      remote: request.getRemote(),
      ...made,
      inputs,
      // The stack, which has no parent, is declared by nobody.
      ...(parent !== "" && { parent, position: positionOf(request, this.folder) }),
      ...(custom && !isProvider(type) && { provider: this.providerOf(request) }),
      dependencies: request.getDependenciesList(),
      propertyDependencies: propertyDependenciesOf(request),
      options: optionsOf(request, this.setting),
    };
    this.planned.set(urn, resource);
    this.progress.say(() => `planning: ${this.planned.size} resources registered`);
    return resource;
  }

  /** The id and outputs of a resource that a provider would create. */
  private made(request: RegisterResourceRequest, urn: string, inputs: JsonObject): Created {
    const tagsAll = this.tagsAll(request, inputs);
    const { outputs, ...rest } = created(
      { type: request.getType(), name: request.getName(), urn, inputs },
      this.settingOf(request.getProvider()),
      { id: request.getImportid() || undefined, secretOutputs: request.getAdditionalsecretoutputsList() },
    );
    return { ...rest, outputs: { ...(tagsAll && { tagsAll }), ...outputs } };
  }

  /** The outputs of a component: until it registers others those of a local one are its inputs. */
  private composed(request: RegisterResourceRequest, urn: string, inputs: JsonObject): Created {
    if (!request.getRemote()) return { outputs: inputs, standIns: [] };
    return published({ type: request.getType(), name: request.getName(), urn, inputs }, this.setting);
  }

  private providerOf(request: RegisterResourceRequest): string {
    return request.getProvider() || this.providers.referenceFor(request.getType(), request.getVersion());
  }

  /** The setting, with the region of a declared provider. */
  private settingOf(provider: string): Setting {
    const region = this.planned.get(providerUrn(provider))?.inputs.region;
    return typeof region === "string" ? { ...this.setting, region } : this.setting;
  }

  /** The tags that AWS would see: those of the provider, overridden by the resource's own. */
  private tagsAll(request: RegisterResourceRequest, inputs: JsonObject): JsonObject | undefined {
    if (!request.getType().startsWith("aws:") || !isObject(inputs.tags)) return undefined;
    const declared = this.planned.get(providerUrn(request.getProvider()));
    return { ...this.providers.defaultTags(declared), ...inputs.tags };
  }

  private answer(token: string, inputs: JsonObject, provider: string): JsonObject | undefined {
    // What the stack's own configuration says needs no stand-in.
    if (token === "aws:index/getDefaultTags:getDefaultTags") {
      return { id: "default-tags", tags: this.providers.defaultTags(this.planned.get(providerUrn(provider))) };
    }
    return lookUp(token, inputs, this.settingOf(provider));
  }

  private registered(inputs: JsonObject): JsonObject {
    const resource = this.planned.get(String(inputs.urn));
    if (!resource) throw new Error(`there is no resource ${inputs.urn}`);
    return { urn: resource.urn, id: resource.id ?? "", state: resource.outputs };
  }
}

export function isProvider(type: string): boolean {
  return type.startsWith("pulumi:providers:");
}

/** The URN in a provider reference, which is `urn::id`. */
export function providerUrn(reference: string | undefined): string {
  return reference?.slice(0, reference.lastIndexOf("::")) ?? "";
}

function objectOf(struct: Struct | undefined): JsonObject {
  return (struct?.toJavaScript() ?? {}) as JsonObject;
}

/** The SDK reads the message of a failed look-up from `details`, where gRPC has it. */
function asError(error: unknown): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  return Object.assign(known, { details: known.message });
}
