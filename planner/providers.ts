import type { JsonObject, PlannedResource } from "./plan";
import { markedUuid } from "./stand-ins/setting";
import { isObject, secret } from "./wire";

/**
 * The providers that nobody declared: the engine makes one per package and version, configured by the stack, for every
 * resource that names no other. Policies read its `region` and `defaultTags`.
 */
export class DefaultProviders {
  private readonly made = new Map<string, PlannedResource>();

  constructor(
    private readonly run: {
      readonly project: string;
      readonly stack: string;
      /** The stack's configuration, by `package:key`, and which keys of it are secret. */
      readonly config: Readonly<Record<string, string>>;
      readonly secretKeys?: readonly string[];
    },
  ) {}

  /** The provider of a resource type at a version, as `urn::id`. */
  referenceFor(type: string, version: string): string {
    const provider = this.providerFor(type.split(":")[0] ?? "", version);
    return `${provider.urn}::${provider.id}`;
  }

  get all(): PlannedResource[] {
    return [...this.made.values()];
  }

  /** The tags that a provider, or else the stack's configuration, puts on every resource. */
  defaultTags(declared: PlannedResource | undefined): JsonObject {
    const written = declared ? declared.inputs.defaultTags : this.run.config["aws:defaultTags"];
    const parsed: unknown = typeof written === "string" ? JSON.parse(written) : written;
    return isObject(parsed) && isObject(parsed.tags) ? parsed.tags : {};
  }

  private providerFor(pkg: string, version: string): PlannedResource {
    const name = version === "" ? "default" : `default_${version.replace(/\W/g, "_")}`;
    const key = `${pkg} ${name}`;
    const known = this.made.get(key);
    if (known) return known;
    const urn = `urn:pulumi:${this.run.stack}::${this.run.project}::pulumi:providers:${pkg}::${name}`;
    const inputs = this.inputsOf(pkg, version);
    const provider: PlannedResource = {
      urn,
      type: `pulumi:providers:${pkg}`,
      name,
      custom: true,
      remote: false,
      id: markedUuid(urn),
      inputs,
      outputs: inputs,
      standIns: ["id"],
      dependencies: [],
      propertyDependencies: {},
      options: {},
    };
    this.made.set(key, provider);
    return provider;
  }

  private inputsOf(pkg: string, version: string): JsonObject {
    const prefix = `${pkg}:`;
    const own = Object.entries(this.run.config)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), this.run.secretKeys?.includes(key) ? secret(value) : value]);
    return { ...Object.fromEntries(own), ...(version !== "" && { version }) };
  }
}
