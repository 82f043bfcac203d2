import type { Resource, StackResource } from "../resource";
import type { Stack } from "../rule";
import { type Kind, named } from "./references";
import { asList, asText, at, type Fact, shown, UNKNOWN, type Unknown } from "./value";

export const environmentType = "aws:elasticbeanstalk/environment:Environment";
export const configurationTemplateType = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";

/** The types that state options of Elastic Beanstalk. What `.ebextensions` in a source bundle says gives way to them. */
export const beanstalkTypes = [environmentType, configurationTemplateType];

/** One of https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html */
export interface BeanstalkOption {
  readonly namespace: string;
  readonly name: string;
}

/** A member of `settings`. */
export interface BeanstalkSetting {
  /** Its position in the list. */
  readonly index: number;
  /** As a message names it: `settings[2]`. */
  readonly place: string;
  readonly namespace: Fact<string>;
  readonly name: Fact<string>;
  readonly value: Fact<string>;
}

/** The settings that the properties of such a resource hold. */
export function beanstalkSettings(props: unknown): readonly BeanstalkSetting[] | Unknown {
  const list = asList(at(props, "settings"));
  if (list === UNKNOWN) return UNKNOWN;
  return list.map((setting, index) => {
    const value = at(setting, "value");
    return {
      index,
      place: `settings[${index}]`,
      namespace: asText(at(setting, "namespace")),
      name: asText(at(setting, "name")),
      value: typeof value === "boolean" ? String(value) : asText(value),
    };
  });
}

/** What a resource says of an option. */
export interface StatedOption {
  /**
   * Every setting of it, in whatever order: the provider keeps `settings` as a set, so that of two that contradict each
   * other none is the last. The actions of a schedule (`resource`) each have settings of their own.
   */
  readonly settings: readonly BeanstalkSetting[];
  /** The property without which there may be others: `settings`, or `settings[2].name`. */
  readonly doubt?: string;
}

/** What the properties of such a resource say of an option. */
export function statedOption(props: unknown, { namespace, name }: BeanstalkOption): StatedOption {
  const all = beanstalkSettings(props);
  if (all === UNKNOWN) return { settings: [], doubt: "settings" };
  const possible = all.filter((setting) => mayBe(setting.namespace, namespace) && mayBe(setting.name, name));
  const settings = possible.filter((setting) => setting.namespace !== UNKNOWN && setting.name !== UNKNOWN);
  const [vague] = possible.filter((setting) => !settings.includes(setting));
  return { settings, ...(vague && { doubt: `${vague.place}.${vague.name === UNKNOWN ? "name" : "namespace"}` }) };
}

/** The value of an option: the first, where several contradict each other. */
export function optionValue(props: unknown, option: BeanstalkOption): Fact<string> {
  const { settings, doubt } = statedOption(props, option);
  const [first] = settings;
  return first ? first.value : doubt && UNKNOWN;
}

function mayBe(said: Fact<string>, wanted: string): boolean {
  return said === UNKNOWN || said === wanted;
}

/** Where a resource takes the options from that it does not state: the property, and what that names. */
const origins: Record<string, { readonly property: string; readonly label: string; readonly kind: Kind }> = {
  [environmentType]: {
    property: "templateName",
    label: "configuration template",
    kind: { types: [configurationTemplateType], keys: ["name", "id"] },
  },
  [configurationTemplateType]: {
    property: "environmentId",
    label: "environment",
    kind: { types: [environmentType], keys: ["id"] },
  },
};

/** True when a resource takes from a template or an environment what it does not state itself. */
export function inheritsOptions({ type, props }: Pick<Resource, "type" | "props">): boolean {
  const origin = origins[type];
  return origin !== undefined && at(props, origin.property) !== undefined;
}

/** An environment with the settings that it takes from a template of the stack, or where else they come from. */
export interface Inheriting {
  readonly environment: StackResource;
  readonly props: unknown;
  /** What it takes options from that the stack does not define, in words. */
  readonly origin?: string;
}

export function inheritingEnvironments(stack: Stack): Inheriting[] {
  return stack
    .ofType(environmentType)
    .filter(inheritsOptions)
    .map((environment) => {
      const settings = withInherited(environment.props, originOf(stack, environment)?.props);
      return { environment, props: { ...environment.props, settings }, origin: foreignOrigin(stack, environment) };
    });
}

function withInherited(props: unknown, originProps: unknown): unknown {
  const own = asList(at(props, "settings"));
  const inherited = asList(at(originProps, "settings"));
  if (own === UNKNOWN || inherited === UNKNOWN) return UNKNOWN;
  const key = (setting: unknown) => JSON.stringify(["namespace", "name", "resource"].map((part) => at(setting, part)));
  const stated = new Set(own.map(key));
  return [...own, ...inherited.filter((setting) => !stated.has(key(setting)))];
}

/** What a resource takes options from that its stack does not define, in words. */
export function foreignOrigin(stack: Stack, resource: StackResource): string | undefined {
  const origin = origins[resource.type];
  if (!origin || !inheritsOptions(resource) || originOf(stack, resource)) return undefined;
  const value = at(resource.props, origin.property);
  return value === UNKNOWN ? origin.property : `the ${origin.label} ${shown(value)}, which this stack does not define,`;
}

function originOf(stack: Stack, resource: StackResource): StackResource | undefined {
  const origin = origins[resource.type];
  if (!origin) return undefined;
  const [found] = named(stack, resource, origin.property, at(resource.props, origin.property), origin.kind);
  return found;
}
