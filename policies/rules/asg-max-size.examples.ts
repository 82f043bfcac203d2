import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (maxSize: unknown) => ({ type: "aws:autoscaling/group:Group", props: { minSize: 2, maxSize } });

export const examples: Examples = {
  denied: [
    {
      title: "a group that may grow beyond the ceiling",
      resources: { a: group(21), b: group("500") },
      says: { a: "maxSize is 21; set it to 20 or less", b: "maxSize is 500" },
    },
    {
      title: "a group beyond the ceiling of the settings",
      settings: { max: 4 },
      resources: { a: group(6) },
      says: { a: "maxSize is 6; set it to 4 or less" },
    },
  ],
  allowed: [
    { title: "a group under the ceiling", resources: { a: group(20), b: group("3") } },
    { title: "a larger one where the ceiling is higher", settings: { max: 100 }, resources: { a: group(60) } },
  ],
  undecided: [{ title: "a maximum that is not known", resources: { a: group(UNKNOWN) }, says: { a: "maxSize" } }],
};
