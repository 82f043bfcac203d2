import type { Resource } from "../resource";
import type { Change } from "../rule";
import { spotFleetType } from "./block-devices";
import { launchTemplateType, usesTemplate } from "./launch-templates";
import { type Place, pathTo, written } from "./property-paths";
import { asList, at, type Fact, UNKNOWN, type Unknown } from "./value";

export const instanceType = "aws:ec2/instance:Instance";
export const spotRequestType = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
export const launchConfigurationType = "aws:ec2/launchConfiguration:LaunchConfiguration";

/** The types that say what instances are to be like. */
export const specificationTypes = [
  instanceType,
  spotRequestType,
  launchTemplateType,
  launchConfigurationType,
  spotFleetType,
];

/** What instances are to be like, as a resource says it; a fleet says it several times. */
export interface LaunchSpecification {
  /** True where a launch template may say what is not said here. */
  readonly inherits: boolean;
  read(...path: (string | number)[]): Fact<unknown>;
  /** The way to a property, from the resource. */
  path(property: string, ...rest: (string | number)[]): Change["path"];
  /** The same as a message names it: `launchSpecifications[0].monitoring`. */
  name(property: string, ...rest: (string | number)[]): string;
}

/** Every launch specification that a resource states; unknown when the list of them is not known yet. */
export function launchSpecifications(resource: Resource): readonly LaunchSpecification[] | Unknown {
  if (resource.type !== spotFleetType) return [specification(resource.props, [], usesTemplate(resource))];
  const list = asList(at(resource.props, "launchSpecifications"));
  if (list === UNKNOWN) return UNKNOWN;
  return list.map((stated, index) => specification(stated, ["launchSpecifications", index], false));
}

function specification(stated: unknown, place: Place, inherits: boolean): LaunchSpecification {
  const path: LaunchSpecification["path"] = (property, ...rest) => [...pathTo(place, property), ...rest];
  return {
    inherits,
    read: (...steps) => at(stated, ...steps),
    path,
    name: (property, ...rest) => written(path(property, ...rest)),
  };
}
