import type { ArgumentCheck } from "../argument-checks";

/** What is added above which value and removed below which, of servers or of tasks. */
interface Steps {
  readonly scaleOut: readonly { readonly above: number; readonly add: number }[];
  readonly scaleIn: readonly { readonly below: number; readonly remove: number }[];
}

/** @throws when a direction has no step, steps are out of order or move nothing, or the two directions overlap. */
export function checkSteps(check: ArgumentCheck, argument: string, { scaleOut, scaleIn }: Steps): void {
  const [lowestOut] = scaleOut;
  const [highestIn] = scaleIn;
  check(lowestOut !== undefined, `${argument}.scaleOut`, "must have at least one step", scaleOut);
  check(highestIn !== undefined, `${argument}.scaleIn`, "must have at least one step", scaleIn);
  const isPositive = (count: number) => Number.isInteger(count) && count > 0;
  scaleOut.forEach(({ above, add }, index) => {
    const before = scaleOut[index - 1]?.above ?? Number.NEGATIVE_INFINITY;
    check(above > before, `${argument}.scaleOut[${index}].above`, "must be higher than the step before it", above);
    check(isPositive(add), `${argument}.scaleOut[${index}].add`, "must be a whole number, 1 or more", add);
  });
  scaleIn.forEach(({ below, remove }, index) => {
    const before = scaleIn[index - 1]?.below ?? Number.POSITIVE_INFINITY;
    check(below < before, `${argument}.scaleIn[${index}].below`, "must be lower than the step before it", below);
    check(isPositive(remove), `${argument}.scaleIn[${index}].remove`, "must be a whole number, 1 or more", remove);
  });
  const apart = highestIn.below < lowestOut.above;
  const limit = `must be lower than scaleOut[0].above (${lowestOut.above})`;
  check(apart, `${argument}.scaleIn[0].below`, limit, highestIn.below);
}
