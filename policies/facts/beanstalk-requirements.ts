import type { Resource } from "../resource";
import type { Change, StackCheck, Verdicts } from "../rule";
import {
  type BeanstalkOption,
  beanstalkTypes,
  foreignOrigin,
  inheritsOptions,
  type StatedOption,
  statedOption,
} from "./beanstalk-settings";
import { at, shown, UNKNOWN } from "./value";

/** An option that every environment must state. */
export interface RequiredOption extends BeanstalkOption {
  /** The value that a remediation gives it. */
  readonly remedy: string;
  /** Every value that serves. */
  readonly accepted: readonly string[] | RegExp;
}

/** An option that must have one value. */
export function required(namespace: string, name: string, value: string): RequiredOption {
  return { namespace, name, remedy: value, accepted: [value] };
}

/** Says which options a resource states wrongly, or not at all although it takes none from elsewhere. */
export function judgeOptions(resource: Resource, options: readonly RequiredOption[], verdicts: Verdicts): void {
  const missing: RequiredOption[] = [];
  for (const option of options) {
    const { settings, doubt } = statedOption(resource.props, option);
    for (const { place, value } of settings) {
      if (value === UNKNOWN) verdicts.undecided(`${place}.value`);
      else if (!serves(option, value)) {
        verdicts.deny(`${place} sets ${option.name} to ${shown(value)}; set it to "${option.remedy}"`);
      }
    }
    if (settings.length > 0) continue;
    if (doubt) verdicts.undecided(doubt);
    else if (!inheritsOptions(resource)) missing.push(option);
  }
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  const fixes = missing.map(({ namespace, name, remedy }) => `${namespace} ${name} "${remedy}"`).join(", ");
  verdicts.deny(`settings do not state ${names}; add by namespace, name and value: ${fixes}`);
}

/** What is taken from elsewhere is judged there, where the stack has it. */
export function judgeInheritedOptions(
  { stack, on }: Pick<StackCheck, "stack" | "on">,
  options: readonly BeanstalkOption[],
): void {
  for (const resource of stack.ofType(...beanstalkTypes)) {
    if (options.every((option) => isSettled(statedOption(resource.props, option)))) continue;
    const origin = foreignOrigin(stack, resource);
    if (origin) on(resource).undecided(origin);
  }
}

/** True when a resource says something of an option, or may. */
function isSettled({ settings, doubt }: StatedOption): boolean {
  return settings.length > 0 || doubt !== undefined;
}

/** Gives the options their values: in the settings that state them, otherwise in new ones at the end of the list. */
export function optionChanges(resource: Resource, options: readonly RequiredOption[]): Change[] {
  const list = at(resource.props, "settings");
  if (list !== undefined && !Array.isArray(list)) return [];
  const stated = options.map((option) => ({ option, ...statedOption(resource.props, option) }));
  const corrected = stated.flatMap(({ option, settings }) =>
    settings
      .filter(({ value }) => value !== UNKNOWN && !serves(option, value))
      .map(({ index }): Change => ({ path: ["settings", index, "value"], value: option.remedy })),
  );
  const added = inheritsOptions(resource)
    ? []
    : stated
        .filter((option) => !isSettled(option))
        .map(({ option: { namespace, name, remedy } }) => ({ namespace, name, value: remedy }));
  if (added.length > 0 && list === undefined) return [{ path: ["settings"], value: added }];
  const length = list?.length ?? 0;
  return [
    ...corrected,
    ...added.map((setting, index): Change => ({ path: ["settings", length + index], value: setting })),
  ];
}

function serves({ accepted }: RequiredOption, value: string | undefined): boolean {
  if (value === undefined) return false;
  if (accepted instanceof RegExp) return accepted.test(value);
  return accepted.some((good) => good.toLowerCase() === value.trim().toLowerCase());
}
