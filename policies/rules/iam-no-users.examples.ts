import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const user = (props: object) => ({ type: "aws:iam/user:User", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "users",
      resources: { ann: user({}), ci: user({ name: "ci-deploy" }) },
      says: {
        ann: "it is an IAM user; use IAM Identity Center for people and roles for programs",
        ci: "it is an IAM user",
      },
    },
    {
      title: "a user that is not in the list",
      settings: { allow: ["smtp-*"] },
      resources: { ci: user({ name: "ci-smtp-user" }) },
      says: { ci: "it is an IAM user" },
    },
  ],
  allowed: [
    {
      title: "users of the list, and roles",
      settings: { allow: ["smtp-*"] },
      resources: {
        mail: user({ name: "smtp-shop" }),
        "smtp-news": user({}),
        web: { type: "aws:iam/role:Role", props: {} },
      },
    },
  ],
  undecided: [
    {
      title: "a name that is not known, where some are allowed",
      settings: { allow: ["smtp-*"] },
      resources: { mail: user({ name: UNKNOWN }) },
      says: { mail: "name is not known yet" },
    },
  ],
};
