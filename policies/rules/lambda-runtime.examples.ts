import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "runtimes that AWS has given up",
      resources: { node: of({ runtime: "nodejs20.x" }), go: of({ runtime: "go1.x" }) },
      says: {
        node: 'runtime is "nodejs20.x", which AWS mends no more; set it to a newer one',
        go: 'runtime is "go1.x", which AWS mends no more',
      },
    },
  ],
  allowed: [
    {
      title: "runtimes that AWS mends, one that is newer than this list, and images",
      resources: {
        node: of({ runtime: "nodejs24.x" }),
        own: of({ runtime: "provided.al2023" }),
        next: of({ runtime: "python3.15" }),
        image: of({ packageType: "Image", imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1" }),
      },
    },
    {
      title: "an old runtime by agreement",
      settings: { allow: ["python3.9"] },
      resources: { old: of({ runtime: "python3.9" }) },
    },
  ],
  undecided: [
    {
      title: "a runtime that is not known",
      resources: { node: of({ runtime: UNKNOWN }) },
      says: { node: "runtime is not known yet" },
    },
  ],
};
