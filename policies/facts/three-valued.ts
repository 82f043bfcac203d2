import { UNKNOWN, type Unknown } from "./value";

type Verdict = boolean | Unknown;

/** True when all are, false once one is: what is not known matters only while no other decides. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(UNKNOWN) ? UNKNOWN : true;
}

/** True once one is, false when none is. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(UNKNOWN) && UNKNOWN;
}

/** Whether a value that may not be known passes a test. */
export function known<T>(value: T | Unknown, test: (value: T) => boolean): Verdict {
  return value === UNKNOWN ? UNKNOWN : test(value);
}

export function not(verdict: Verdict): Verdict {
  return verdict === UNKNOWN ? UNKNOWN : !verdict;
}
