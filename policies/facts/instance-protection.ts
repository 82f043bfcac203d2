import type { Resource } from "../resource";
import type { Change, StackCheck, Verdicts } from "../rule";
import { instanceType } from "./launch-specifications";
import { foreignTemplates, templatesOf, usesTemplate } from "./launch-templates";
import { stated } from "./stated";
import { asBoolean, at, type Fact, shown, UNKNOWN } from "./value";

/** The flags that keep an instance from an action of the API. */
export type Protection = "disableApiTermination" | "disableApiStop";

/** Judges what an instance says by itself; one that has a template may leave it to that. */
export function judgeProtection(resource: Resource, flag: Protection, { deny, undecided }: Verdicts): void {
  const protects = asBoolean(at(resource.props, flag));
  const spot = isSpot(resource);
  if (protects === true || spot === true || (protects === undefined && usesTemplate(resource))) return;
  if (protects === UNKNOWN) undecided(flag);
  else if (spot === UNKNOWN) undecided("instanceMarketOptions.marketType");
  else deny(`${flag} is ${shown(protects)}; set it to true`);
}

/** Judges the instances that leave it to a template. */
export function judgeInheritedProtection({ stack, on }: Pick<StackCheck, "stack" | "on">, flag: Protection): void {
  for (const instance of stack.ofType(instanceType)) {
    const own = stated(instance);
    if (!usesTemplate(own) || at(own.props, flag) !== undefined || isSpot(own) === true) continue;
    const { deny, undecided } = on(instance);
    for (const template of foreignTemplates(stack, instance)) undecided(template);
    for (const template of templatesOf(stack, instance)) {
      const protects = asBoolean(at(template.props, flag));
      if (protects === true || isSpot(stated(template)) === true) continue;
      if (protects === UNKNOWN) undecided(`${flag} of the launch template ${shown(template.name)}`);
      else deny(`${flag} is true neither here nor in the launch template ${shown(template.name)}; set it to true`);
    }
  }
}

/** Sets the flag on an instance that says nothing else; a template may make it a spot instance, which refuses it. */
export function protect(resource: Resource, flag: Protection): Change[] {
  const protects = asBoolean(at(resource.props, flag));
  const lacksIt = protects === false || (protects === undefined && !usesTemplate(resource));
  return lacksIt && isSpot(resource) === false ? [{ path: [flag], value: true }] : [];
}

/** Spot instances cannot be protected: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html */
function isSpot({ props }: Pick<Resource, "props">): Fact<boolean> {
  const market = at(props, "instanceMarketOptions", "marketType");
  return market === UNKNOWN ? UNKNOWN : market === "spot";
}
