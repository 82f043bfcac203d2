import { type ExampleResource, Reference } from "../policies/examples";
import { holdsUnknown, UNKNOWN } from "../policies/facts/value";
import { completed } from "./required-properties";

type Resources = Readonly<Record<string, ExampleResource>>;

const width = 100;

/** What a name of a resource would mean instead, were it the name of a variable: words of the language, and packages. */
const reserved = new Set(["default", "function", "in", "new", "private", "public", "aws", "kubernetes", "pulumi"]);

/** The resources of an example as a whole Pulumi program that makes them, with what their classes ask for. */
export function programOf(resources: Resources): string {
  const whole = inOrder(resources).map(([name, resource]) => [name, completed(resource)] as const);
  if (whole.length === 0) return "";
  const unknowns = holdsUnknown(resources) ? ["const notKnownYet = pulumi.output<any>(pulumi.unknown);"] : [];
  const packages = new Set(whole.map(([, { type }]) => packageOf(type)));
  if (unknowns.length > 0) packages.add("pulumi");
  const imports = [...packages].sort().map((name) => `import * as ${camel(name)} from "@pulumi/${name}";`);
  const statements = whole.map(([name, resource]) => statement(name, resource));
  return [...imports, "", ...unknowns, ...statements].join("\n");
}

/** The class that makes resources of a type: `aws.ec2.Instance`, `kubernetes.apps.v1.Deployment`. */
export function className(type: string): string {
  const [, module = "", name = ""] = type.split(":");
  if (isProvider(type)) return `${camel(name)}.Provider`;
  const folders = module.split("/");
  const last = folders.at(-1) ?? "";
  // `aws:ec2/instance:Instance` names its file, `kubernetes:apps/v1:Deployment` a version.
  if (last.toLowerCase() === name.toLowerCase()) folders.pop();
  return [camel(packageOf(type)), ...folders.filter((folder) => folder !== "index"), name].join(".");
}

/** The package whose class makes resources of a type; of `pulumi:providers:aws` it is `aws`. */
function packageOf(type: string): string {
  const [first = "", , last = ""] = type.split(":");
  return isProvider(type) ? last : first;
}

function isProvider(type: string): boolean {
  return type.startsWith("pulumi:providers:");
}

function statement(name: string, { type, props, ...options }: ExampleResource): string {
  const start = `const ${variable(name)} = new ${className(type)}(${JSON.stringify(name)}, `;
  const stated = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const rest = Object.keys(stated).length > 0 ? `, ${written(stated, "", 0)}` : "";
  return `${start}${written(props, "", start.length + rest.length)}${rest});`;
}

function camel(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_]+(.)?/g, (_, next: string = "") => next.toUpperCase());
}

function variable(name: string): string {
  const plain = camel(name);
  return reserved.has(plain) || /^\d/.test(plain) ? `${plain}Resource` : plain;
}

/** A value as TypeScript, on one line if that fits beside the `taken` characters of the line. */
function written(value: unknown, indent: string, taken: number): string {
  if (value === UNKNOWN) return "notKnownYet";
  if (value instanceof Reference) return `${variable(value.resource)}.${value.property}`;
  if (typeof value === "string") return writtenText(value, indent, taken);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList ? value.map((member) => written(member, inner, inner.length)) : writtenMembers(value, inner);
  const [open, close, space] = isList ? ["[", "]", ""] : ["{", "}", " "];
  if (members.length === 0) return open + close;
  const short = `${open}${space}${members.join(", ")}${space}${close}`;
  if (!short.includes("\n") && taken + short.length <= width) return short;
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}

function writtenMembers(map: object, indent: string): string[] {
  const said = Object.entries(map).filter(([, member]) => member !== undefined);
  return said.map(([key, member]) => {
    const start = /^[A-Za-z_$][\w$]*$/.test(key) ? `${key}: ` : `${JSON.stringify(key)}: `;
    return start + written(member, indent, indent.length + start.length);
  });
}

/** Documents such as IAM policies are text to AWS; programs write them as objects. */
function writtenText(text: string, indent: string, taken: number): string {
  if (!/^[{[]/.test(text)) return JSON.stringify(text);
  try {
    const document: unknown = JSON.parse(text);
    if (JSON.stringify(document) !== text) return JSON.stringify(text);
    return `JSON.stringify(${written(document, indent, taken + "JSON.stringify()".length)})`;
  } catch {
    return JSON.stringify(text);
  }
}

/** Each resource after those that it refers to; where they refer to each other, as they stand. */
function inOrder(resources: Resources): [string, ExampleResource][] {
  const done = new Map<string, ExampleResource>();
  const visiting = new Set<string>();
  const visit = (name: string) => {
    const resource = resources[name];
    if (!resource || done.has(name) || visiting.has(name)) return;
    visiting.add(name);
    for (const other of referredTo(resource.props)) visit(other);
    done.set(name, resource);
  };
  for (const name of Object.keys(resources)) visit(name);
  return [...done];
}

function referredTo(value: unknown): string[] {
  if (value instanceof Reference) return [value.resource];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(referredTo) : [];
}
