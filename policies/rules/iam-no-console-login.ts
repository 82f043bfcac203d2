import { rule } from "../rule";

export const iamNoConsoleLogin = rule({
  name: "iam-no-console-login",
  displayName: "Users have no password for the console",
  description:
    "No IAM user is given a password for the console: whoever has it signs in with no second factor until one is set up by hand.",
  why: "A password alone can be guessed, phished and reused, and it goes on working when its owner has left.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-5",
  remediationSteps: "Let people sign in through IAM Identity Center, which asks for a second factor.",
  controls: { fsbp: ["IAM.5"], cis: ["2.10"] },
  types: ["aws:iam/userLoginProfile:UserLoginProfile"],
  resource({ deny }) {
    deny("it gives an IAM user a password for the console; use IAM Identity Center");
  },
});
