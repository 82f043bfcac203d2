import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isProvider, providerUrn } from "../monitor";
import type { JsonObject, Plan, PlannedResource } from "../plan";
import { asPacksReceive, optionsOf } from "../policy-args";

/** The requests that the engine sends to a policy pack, made of a plan. */
export class Requests {
  private readonly providers: ReadonlyMap<string, AnalyzerProviderResource>;

  constructor(private readonly plan: Plan) {
    const providers = plan.resources.filter(({ type }) => isProvider(type));
    this.providers = new Map(providers.map((provider) => [provider.urn, providerOf(provider)]));
  }

  /** Before a resource is made: for `Remediate`, and then for `Analyze` with what that made of the inputs. */
  ofResource(resource: PlannedResource, inputs: JsonObject): AnalyzeRequest {
    const request = new AnalyzeRequest();
    request.setType(resource.type);
    request.setUrn(resource.urn);
    request.setName(resource.name);
    request.setProperties(struct(inputs));
    request.setOptions(messageOf(resource));
    request.setProvider(this.providers.get(providerUrn(resource.provider)));
    return request;
  }

  /** At the end, with the outputs of all resources. */
  ofStack(): AnalyzeStackRequest {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(this.plan.resources.map((resource) => this.stackResource(resource)));
    return request;
  }

  private stackResource(resource: PlannedResource): AnalyzerResource {
    const { type, urn, name, id, outputs, parent, provider, dependencies, propertyDependencies } = resource;
    const message = new AnalyzerResource();
    message.setType(type);
    message.setUrn(urn);
    message.setName(name);
    // The outputs of a bridged provider hold the id too.
    message.setProperties(struct(id === undefined ? outputs : { id, ...outputs }));
    message.setOptions(messageOf(resource));
    message.setParent(parent ?? "");
    message.setProvider(this.providers.get(providerUrn(provider)));
    message.setDependenciesList(dependencies);
    // The engine leaves out properties that depend on nothing.
    for (const [property, urns] of Object.entries(propertyDependencies).filter(([, list]) => list.length > 0)) {
      const listed = new AnalyzerPropertyDependencies();
      listed.setUrnsList(urns);
      message.getPropertydependenciesMap().set(property, listed);
    }
    return message;
  }
}

function providerOf({ type, urn, name, inputs }: PlannedResource): AnalyzerProviderResource {
  const message = new AnalyzerProviderResource();
  message.setType(type);
  message.setUrn(urn);
  message.setName(name);
  message.setProperties(struct(inputs));
  return message;
}

function messageOf(resource: PlannedResource): AnalyzerResourceOptions {
  const options = optionsOf(resource);
  const timeouts = new AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(options.customTimeouts.createSeconds);
  timeouts.setUpdate(options.customTimeouts.updateSeconds);
  timeouts.setDelete(options.customTimeouts.deleteSeconds);
  const message = new AnalyzerResourceOptions();
  message.setProtect(options.protect);
  message.setIgnorechangesList(options.ignoreChanges);
  message.setAliasesList(options.aliases);
  message.setAdditionalsecretoutputsList(options.additionalSecretOutputs);
  message.setDeletebeforereplacedefined(options.deleteBeforeReplace !== undefined);
  message.setDeletebeforereplace(options.deleteBeforeReplace ?? false);
  message.setCustomtimeouts(timeouts);
  message.setParent(options.parent ?? "");
  return message;
}

function struct(properties: JsonObject): Struct {
  return Struct.fromJavaScript(asPacksReceive(properties));
}
