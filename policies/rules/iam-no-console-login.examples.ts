import type { Examples } from "../examples";

export const examples: Examples = {
  denied: [
    {
      title: "a password for the console",
      resources: {
        ann: { type: "aws:iam/userLoginProfile:UserLoginProfile", props: { user: "ann", pgpKey: "keybase:ann" } },
      },
      says: { ann: "it gives an IAM user a password for the console; use IAM Identity Center" },
    },
  ],
  allowed: [{ title: "a user without one", resources: { ann: { type: "aws:iam/user:User", props: {} } } }],
  undecided: [],
};
