import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "functions that trace nothing themselves",
      resources: { bare: of({}), passive: of({ tracingConfig: { mode: "PassThrough" } }) },
      says: {
        bare: 'tracingConfig.mode is not set; set it to "Active"',
        passive: 'tracingConfig.mode is "PassThrough"; set it to "Active"',
      },
    },
  ],
  allowed: [{ title: "a function that is traced", resources: { traced: of({ tracingConfig: { mode: "Active" } }) } }],
  undecided: [
    {
      title: "what is not known",
      resources: { mode: of({ tracingConfig: { mode: UNKNOWN } }), whole: of({ tracingConfig: UNKNOWN }) },
      says: { mode: "tracingConfig.mode is not known yet", whole: "tracingConfig.mode is not known yet" },
    },
  ],
};
