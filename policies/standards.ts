import type { Controls, Rule } from "./rule";
import { cis70 } from "./standards/cis-7-0";
import { fsbp } from "./standards/fsbp";
import type { Control, Standard } from "./standards/standard";

export {
  type Control,
  type Need,
  type Origin,
  type Related,
  type Standard,
  whyOutside,
  whyUndecidable,
} from "./standards/standard";

/** The standards whose ids rules carry. */
export const standards: readonly Standard[] = [fsbp, cis70];

const byId = new Map(
  standards.map((standard) => [standard, new Map(standard.controls.map((control) => [control.id, control]))]),
);

/** The controls of a standard that a rule carries the ids of. */
export function controlsOf(standard: Standard, { [standard.key]: ids = [] }: Controls): readonly Control[] {
  return ids.flatMap((id) => byId.get(standard)?.get(id) ?? []);
}

/** The rules that decide a control: they carry its id. */
export function decidersOf<R extends Pick<Rule, "controls">>(
  { key }: Standard,
  { id }: Control,
  rules: readonly R[],
): readonly R[] {
  return rules.filter(({ controls }) => controls[key]?.includes(id));
}
