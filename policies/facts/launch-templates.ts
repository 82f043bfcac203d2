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
  "aws:autoscaling/group:Group",
];

/** The properties that name templates, and where in their value each template is named. */
const places: Record<string, (value: unknown) => unknown[]> = {
  launchTemplate: (value) => [at(value, "id") ?? at(value, "name")],
  mixedInstancesPolicy: (value) => {
    const template = at(value, "launchTemplate");
    const overrides = asList(at(template, "overrides"));
    const specifications = [template, ...(overrides === UNKNOWN ? [UNKNOWN] : overrides)].map((part) =>
      at(part, "launchTemplateSpecification"),
    );
    return specifications
      .filter((specification) => specification !== undefined)
      .map((specification) => at(specification, "launchTemplateId") ?? at(specification, "launchTemplateName"));
  },
};

/** True when a resource takes from a launch template what it does not state itself. */
export function usesTemplate(resource: Resource): boolean {
  return Object.keys(places).some((property) => at(resource.props, property) !== undefined);
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
  const isUsedBy = (...types: string[]) =>
    stack.ofType(...types).some((user) => templatesOf(stack, user).includes(template));
  return isUsedBy(nodeGroupType) && !isUsedBy(...templateUserTypes);
}

/** The launch templates of the stack that a resource uses. */
function templatesOf(stack: Stack, user: StackResource): StackResource[] {
  return Object.entries(places).flatMap(([property, namesIn]) => {
    const value = at(user.props, property);
    const carriers = value === undefined ? [] : namesIn(value).map((name) => carrierOf(stack, name, templateKind));
    return [...carriers.filter((carrier) => carrier !== undefined), ...referred(user, property, templateKind)];
  });
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
