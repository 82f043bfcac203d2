import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object) => ({ type: "aws:autoscaling/group:Group", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a group of one size",
      resources: { web: group({ minSize: 3, maxSize: "3" }), api: group({ minSize: 0, maxSize: 0 }) },
      says: {
        web: "maxSize is 3 and minSize 3, which leaves no room to grow; set maxSize above minSize",
        api: "maxSize is 0 and minSize 0",
      },
    },
    {
      title: "a desired capacity outside the bounds",
      resources: {
        web: group({ minSize: 2, maxSize: 6, desiredCapacity: 1 }),
        api: group({ minSize: 2, maxSize: 6, desiredCapacity: "8" }),
      },
      says: {
        web: "desiredCapacity is 1, below the minSize of 2; raise it",
        api: "desiredCapacity is 8, above the maxSize of 6; lower it",
      },
    },
  ],
  allowed: [
    {
      title: "groups with room, and a desired capacity on the bounds or none",
      resources: {
        web: group({ minSize: "2", maxSize: 6, desiredCapacity: 2 }),
        api: group({ minSize: 2, maxSize: "6", desiredCapacity: "6" }),
        jobs: group({ minSize: 0, maxSize: 1 }),
      },
    },
  ],
  undecided: [
    {
      title: "sizes that are not known",
      resources: {
        web: group({ minSize: UNKNOWN, maxSize: 4 }),
        api: group({ minSize: 2, maxSize: UNKNOWN }),
        jobs: group({ minSize: 2, maxSize: 4, desiredCapacity: UNKNOWN }),
      },
      says: {
        web: "minSize is not known yet",
        api: "maxSize is not known yet",
        jobs: "desiredCapacity is not known yet",
      },
    },
  ],
};
