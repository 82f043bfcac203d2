import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  type ReadResourceRequest,
  ReadResourceResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  type ResourceInvokeRequest,
  ResourceInvokeResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { JsonObject, PlannedResource } from "./plan";
import type { DefaultProviders } from "./providers";
import { optionsOf, positionOf } from "./requests";
import { lookUp } from "./stand-ins/look-ups";
import { standIn } from "./stand-ins/outputs";
import type { Setting } from "./stand-ins/setting";
import { Transforms } from "./transforms";
import { urnOf } from "./urn";
import { isObject, withoutSecretMarks } from "./wire";

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
    const { id: _, ...computed } = standIn({ type, name, urn, inputs: {} }, this.setting) ?? {};
    const resource: PlannedResource = {
      urn,
      type,
      name,
      custom: true,
      remote: false,
      id: request.getId(),
      inputs,
      outputs: { ...computed, ...inputs },
      standIns: Object.keys(computed).filter((key) => !(key in inputs)),
      parent,
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
      const answer = token === "pulumi:pulumi:getResource" ? this.registered(inputs) : this.answer(token, inputs);
      if (answer) response.setReturn(Struct.fromJavaScript(answer));
      else {
        this.unanswered.add(token);
        response.setUnknown(true);
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

  close(): void {
    this.transforms.close();
  }

  private plan(request: RegisterResourceRequest): PlannedResource {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()];
    const urn = urnOf(this.setting.stack, this.setting.project, parent, type, name);
    if (this.planned.has(urn))
      throw new Error(`the name "${name}" is used by two resources of type ${type} (URN ${urn})`);
    const custom = request.getCustom();
    const inputs = objectOf(request.getObject());
    const made = custom
      ? this.made(request, urn, inputs)
      : { outputs: request.getRemote() ? {} : inputs, standIns: [] };
    const resource: PlannedResource = {
      urn,
      type,
      name,
      custom,
      remote: request.getRemote(),
      ...made,
      inputs,
      ...(parent !== "" && { parent }),
      ...(custom && !isProvider(type) && { provider: this.providerOf(request) }),
      dependencies: request.getDependenciesList(),
      propertyDependencies: Object.fromEntries(
        request
          .getPropertydependenciesMap()
          .toArray()
          .map(([key]) => [key, dependenciesOf(request, key)]),
      ),
      options: optionsOf(request),
      position: positionOf(request, this.folder),
    };
    this.planned.set(urn, resource);
    return resource;
  }

  /** The id and outputs of a resource that a provider would create. */
  private made(request: RegisterResourceRequest, urn: string, inputs: JsonObject) {
    const [type, name] = [request.getType(), request.getName()];
    const made = standIn({ type, name, urn, inputs: withoutSecretMarks(inputs) }, this.regionOf(request));
    if (!made) return { id: request.getImportid() || undefined, outputs: inputs, standIns: [] };
    const { id, ...computed } = made;
    const tags = this.tagsAll(request, inputs);
    const outputs = { ...computed, ...(tags && { tagsAll: tags }), ...inputs };
    const standIns = Object.keys(computed).filter((key) => !(key in inputs) && computed[key] !== inputs[key]);
    return { id: request.getImportid() || id, outputs, standIns: ["id", ...standIns] };
  }

  private providerOf(request: RegisterResourceRequest): string {
    return request.getProvider() || this.providers.referenceFor(request.getType(), request.getVersion());
  }

  /** The setting, with the region of the resource's own provider. */
  private regionOf(request: RegisterResourceRequest): Setting {
    const region = this.planned.get(providerUrn(request.getProvider()))?.inputs.region;
    return typeof region === "string" ? { ...this.setting, region } : this.setting;
  }

  /** The tags that AWS would see: those of the provider, overridden by the resource's own. */
  private tagsAll(request: RegisterResourceRequest, inputs: JsonObject): JsonObject | undefined {
    if (!isObject(inputs.tags)) return undefined;
    const declared = this.planned.get(providerUrn(request.getProvider()));
    return { ...this.providers.defaultTags(declared), ...inputs.tags };
  }

  private answer(token: string, inputs: JsonObject): JsonObject | undefined {
    return lookUp(token, inputs, this.setting);
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

function dependenciesOf(request: RegisterResourceRequest, property: string): string[] {
  return request.getPropertydependenciesMap().get(property)?.getUrnsList() ?? [];
}

function objectOf(struct: Struct | undefined): JsonObject {
  return (struct?.toJavaScript() ?? {}) as JsonObject;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
