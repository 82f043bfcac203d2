import type { PolicyProviderResource, PolicyResourceOptions } from "@pulumi/policy";
import { plain } from "./plain";

/** A resource as the rules see it: plain values, with `UNKNOWN` where preview cannot know one. */
export interface Resource {
  readonly urn: string;
  readonly name: string;
  /** The type token, with one spelling for types that the provider knows under two (see `canonicalType`). */
  readonly type: string;
  /** The type token as the program has it. */
  readonly token: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly opts: PolicyResourceOptions;
  readonly provider?: { readonly props: Readonly<Record<string, unknown>> };
}

/** A resource of a stack, with what it refers to. */
export interface StackResource extends Resource {
  readonly parent?: StackResource;
  readonly dependencies: readonly StackResource[];
  /** The top-level properties that refer to other resources. */
  readonly referringProperties: readonly string[];
  /** The resources that a top-level property refers to. */
  references(property: string): readonly StackResource[];
}

/**
 * The provider knows some resource types under two tokens; rules name the first.
 * `aws:alb/*` is the older name of `aws:lb/*`, `aws:applicationloadbalancing/*` older still, and the `...V2` types of S3 were renamed in v7.
 */
export function canonicalType(type: string): string {
  if (!type.startsWith("aws:")) return type;
  if (type.startsWith("aws:alb/")) return `aws:lb/${type.slice("aws:alb/".length)}`;
  if (type.startsWith("aws:applicationloadbalancing/")) {
    return `aws:lb/${type.slice("aws:applicationloadbalancing/".length)}`;
  }
  if (type.startsWith("aws:elasticloadbalancingv2/")) {
    return `aws:lb/${type.slice("aws:elasticloadbalancingv2/".length)}`;
  }
  if (type.startsWith("aws:s3/") && type.endsWith("V2")) return type.replaceAll("V2", "");
  return type;
}

/** The types of S3 that have a deprecated twin in `...V2`: https://www.pulumi.com/registry/packages/aws/api-docs/s3/ */
const twins = new Set(
  [
    ...["Bucket", "BucketAccelerateConfiguration", "BucketAcl", "BucketCorsConfiguration", "BucketLogging"],
    ...["BucketLifecycleConfiguration", "BucketObjectLockConfiguration", "BucketRequestPaymentConfiguration"],
    ...["BucketServerSideEncryptionConfiguration", "BucketVersioning", "BucketWebsiteConfiguration"],
  ].map((name) => `aws:s3/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`),
);

/** The tokens under which the provider knows a canonical type. */
export function spellings(type: string): string[] {
  if (twins.has(type)) return [type, `${type.replace(":Bucket", "V2:Bucket")}V2`];
  if (!type.startsWith("aws:lb/")) return [type];
  const name = type.slice("aws:lb/".length);
  return [type, `aws:alb/${name}`, `aws:applicationloadbalancing/${name}`, `aws:elasticloadbalancingv2/${name}`];
}

/** Tells whether a type token is one of some canonical types; `aws:*` is all of the provider's. */
export function tokensOf(types: readonly string[]): {
  readonly tokens: ReadonlySet<string>;
  has(token: string): boolean;
} {
  const tokens = new Set(types.flatMap(spellings));
  const packages = types.filter((type) => type.endsWith("*")).map((type) => type.slice(0, -1));
  return { tokens, has: (token) => tokens.has(token) || packages.some((start) => token.startsWith(start)) };
}

/** What a message calls a resource: `aws.ec2.LaunchTemplate "web"`. */
export function title(resource: Pick<Resource, "type" | "name">): string {
  const [pkg, module, name] = resource.type.split(":");
  if (!pkg || !module || !name) return `${resource.type} "${resource.name}"`;
  return `${[pkg, module.split("/")[0], name].filter((part) => part !== "index").join(".")} "${resource.name}"`;
}

export function resourceOf(args: {
  urn: string;
  name: string;
  type: string;
  props: Record<string, unknown>;
  opts: PolicyResourceOptions;
  provider?: PolicyProviderResource;
}): Resource {
  const { urn, name, opts, provider } = args;
  return {
    urn,
    name,
    type: canonicalType(args.type),
    token: args.type,
    props: plain(args.props),
    opts,
    provider: provider && { props: plain(provider.props) },
  };
}
