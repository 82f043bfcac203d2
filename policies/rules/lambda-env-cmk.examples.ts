import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x", ...props } });
const environment = { variables: { STAGE: "prod" } };

export const examples: Examples = {
  denied: [
    {
      title: "variables under AWS's own key",
      resources: {
        bare: of({ environment }),
        theirs: of({ environment, kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:alias/aws/lambda" }),
      },
      says: {
        bare: "kmsKeyArn is not set; name a KMS key of the account",
        theirs: "a key that AWS keeps",
      },
    },
  ],
  allowed: [
    {
      title: "a key of the account, and functions without variables",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        own: of({ environment, kmsKeyArn: ref("key", "arn") }),
        bare: of({}),
        empty: of({ environment: {} }),
      },
    },
  ],
  undecided: [
    {
      title: "an environment that is not known",
      resources: { bare: of({ environment: UNKNOWN }) },
      says: { bare: "environment is not known yet" },
    },
  ],
};
