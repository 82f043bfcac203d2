import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { carrierOf, type Kind, referred } from "./references";
import { stated } from "./stated";
import { asList, at, shown, UNKNOWN } from "./value";

export const launchTemplateType = "aws:ec2/launchTemplate:LaunchTemplate";

const templateKind: Kind = { types: [launchTemplateType], keys: ["id", "name"] };

/** The types that can start instances from a launch template. An EKS node group has rules of its own. */
export const templateUserTypes = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  "aws:ec2/spotFleetRequest:SpotFleetRequest",
  "aws:ec2/fleet:Fleet",
  "aws:autoscaling/group:Group",
];

/** The properties that name templates, and where in their value each template is named. */
const places: Record<string, (value: unknown) => unknown[]> = {
  launchTemplate: (value) => [nameIn(value)],
  mixedInstancesPolicy: (value) => {
    const template = at(value, "launchTemplate");
    const overrides = asList(at(template, "overrides"));
    return specified([template, ...(overrides === UNKNOWN ? [UNKNOWN] : overrides)]);
  },
  launchTemplateConfigs: (value) => {
    const configs = asList(value);
    return specified(configs === UNKNOWN ? [UNKNOWN] : configs);
  },
};

/** True when a resource takes from a launch template what it does not state itself. */
export function usesTemplate(resource: Resource): boolean {
  return Object.keys(places).some((property) => at(resource.props, property) !== undefined);
}

/** The launch templates of the stack that a resource uses. */
export function templatesOf(stack: Stack, user: StackResource): readonly StackResource[] {
  const found = Object.entries(places).flatMap(([property, namesIn]) => {
    const value = at(user.props, property);
    const carriers = value === undefined ? [] : namesIn(value).map((name) => carrierOf(stack, name, templateKind));
    return [...carriers.filter((carrier) => carrier !== undefined), ...referred(user, property, templateKind)];
  });
  return [...new Set(found)];
}

/** The launch templates that a resource uses but its stack does not define, as a message names them. */
export function foreignTemplates(stack: Stack, resource: StackResource): string[] {
  const properties = Object.keys(places).filter((property) => at(resource.props, property) !== undefined);
  // A group has one of these and leaves the others to AWS, which makes them unknown at preview.
  const { props } = stated(resource);
  const said = properties.filter((property) => at(props, property) !== undefined);
  const byConfiguration = typeof at(props, "launchConfiguration") === "string";
  return (said.length > 0 || byConfiguration ? said : properties).flatMap((property) =>
    foreign(stack, resource, property),
  );
}

const nodeGroupType = "aws:eks/nodeGroup:NodeGroup";

/**
 * True when EKS node groups alone use a template. Some of what instances need is then said by the group, and refused in
 * the template: https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function isForNodeGroups(stack: Stack, template: StackResource): boolean {
  const users = usersOf(stack, template);
  return users.length > 0 && users.every(({ type }) => type === nodeGroupType);
}

/** The resources of the stack that start instances from a template of it. */
export function usersOf(stack: Stack, template: StackResource): readonly StackResource[] {
  const users = usersIn.get(stack) ?? usersByTemplate(stack);
  usersIn.set(stack, users);
  return users.get(template) ?? [];
}

/** Asked for each template of a stack, so looked up once for all of them. */
const usersIn = new WeakMap<Stack, Map<StackResource, StackResource[]>>();

function usersByTemplate(stack: Stack): Map<StackResource, StackResource[]> {
  const users = new Map<StackResource, StackResource[]>();
  for (const user of stack.ofType(...templateUserTypes, nodeGroupType)) {
    for (const template of templatesOf(stack, user)) {
      const others = users.get(template);
      if (others) others.push(user);
      else users.set(template, [user]);
    }
  }
  return users;
}

function foreign(stack: Stack, resource: StackResource, property: string): string[] {
  const value = at(resource.props, property);
  if (value === undefined) return [];
  const referredTo = referred(resource, property, templateKind);
  if (value === UNKNOWN) return referredTo.length > 0 ? [] : [property];
  const names = [...new Set(places[property]?.(value) ?? [])];
  const carriers = names.map((name) => carrierOf(stack, name, templateKind));
  // What is not found by name is one of the templates that are only referred to, as far as these go round.
  const lost = names.filter((_, index) => carriers[index] === undefined);
  const spare = referredTo.filter((template) => !carriers.includes(template));
  if (lost.length <= spare.length) return [];
  const written = lost.filter((name) => typeof name === "string");
  if (written.length === 0) return [property];
  return written.map((name) => `the launch template ${shown(name)}, which this stack does not define,`);
}

/** The ids or names of templates in parts that hold a `launchTemplateSpecification`. */
function specified(parts: readonly unknown[]): unknown[] {
  const specifications = parts.map((part) => at(part, "launchTemplateSpecification"));
  return specifications.filter((specification) => specification !== undefined).map(nameIn);
}

/** A template's id or name, which some types spell with its type in front. */
function nameIn(value: unknown): unknown {
  return at(value, "id") ?? at(value, "launchTemplateId") ?? at(value, "name") ?? at(value, "launchTemplateName");
}
