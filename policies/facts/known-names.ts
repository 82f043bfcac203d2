import type { Stack } from "../rule";
import { isRecord } from "./dns-records";
import { recordSetsOf, recordSetTypes } from "./record-sets";
import { visitTexts } from "./texts";

const namesIn = new WeakMap<Stack, ReadonlySet<string>>();

/**
 * Every text that a resource of the stack has, records aside, as `dnsNameOf` spells it: whatever AWS calls the property
 * that holds a resource's address or name, it is among them. Of records, their own names.
 */
export function knownNames(stack: Stack): ReadonlySet<string> {
  const done = namesIn.get(stack);
  if (done) return done;
  const names = new Set<string>();
  for (const resource of stack.resources) {
    if (isRecord(resource) || recordSetTypes.includes(resource.type)) continue;
    // No name is longer: RFC 1035. A stack's longest texts are programs and policies.
    const text = (value: string) => value.length <= 270 && names.add(dnsNameOf(value));
    visitTexts(resource.props, { enters: () => true, text });
  }
  for (const resource of stack.ofType(...recordSetTypes)) {
    for (const { name } of recordSetsOf(resource).sets) if (typeof name === "string") names.add(dnsNameOf(name));
    const { fqdn } = resource.props;
    if (typeof fqdn === "string") names.add(dnsNameOf(fqdn));
  }
  namesIn.set(stack, names);
  return names;
}

/** A name or address as all that mean it spell it: without a scheme, a dot at its end, or the label for both families. */
export function dnsNameOf(text: string): string {
  const name = text.trim().toLowerCase();
  return name
    .replace(/^https?:\/\//, "")
    .replace(/^dualstack\./, "")
    .replace(/[./]+$/, "");
}
