import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const url = (cors?: unknown) => ({
  type: "aws:lambda/functionUrl:FunctionUrl",
  props: { functionName: "shop", authorizationType: "AWS_IAM", cors },
});
const origins = ["https://shop.example.com"];

export const examples: Examples = {
  denied: [
    {
      title: "every origin, method and header",
      resources: {
        all: url({ allowOrigins: ["*"], allowMethods: ["*"], allowHeaders: ["*"] }),
        secure: url({ allowOrigins: ["https://*"] }),
        methods: url({ allowOrigins: origins, allowMethods: "*" }),
      },
      says: {
        all: [
          "cors.allowOrigins holds *; name the origins of your pages",
          "cors.allowMethods holds *; name the methods that they use",
          "cors.allowHeaders holds *; name the headers that they send",
        ],
        secure: "cors.allowOrigins holds *",
        methods: "cors.allowMethods holds *",
      },
    },
  ],
  allowed: [
    {
      title: "named ones, and no CORS",
      resources: {
        none: url(),
        named: url({ allowOrigins: origins, allowMethods: ["GET", "POST"], allowHeaders: ["content-type"] }),
      },
    },
  ],
  undecided: [
    {
      title: "a list that is not known",
      resources: { list: url({ allowOrigins: UNKNOWN }), member: url({ allowOrigins: [UNKNOWN] }) },
      says: { list: "cors.allowOrigins is not known yet", member: "cors.allowOrigins is not known yet" },
    },
  ],
};
