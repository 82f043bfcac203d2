import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const volume = { type: "aws:ebs/volume:Volume", props: { encrypted: UNKNOWN } };
const known = { type: "aws:ebs/volume:Volume", props: { encrypted: true } };
const wholePack = { exemptions: [] };

export const examples: Examples = {
  denied: [
    {
      title: "a stack with more open verdicts than the settings allow",
      resources: { a: volume, b: volume },
      settings: { max: 1 },
      ...wholePack,
      says: { "": "2 verdicts are undecided, and at most 1 should be: ebs-encrypted 2" },
    },
  ],
  allowed: [
    {
      title: "a stack with a few open verdicts",
      resources: { a: volume, b: volume, c: known },
      ...wholePack,
    },
    { title: "a stack of which everything is known", resources: { a: known, b: known }, ...wholePack },
  ],
  undecided: [],
};
