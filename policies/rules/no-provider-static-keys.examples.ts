import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const provider = (props: Record<string, unknown>) => ({
  type: "pulumi:providers:aws",
  props: { region: "eu-west-1", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "keys of a provider",
      resources: { default: provider({ accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "not-a-real-one" }) },
      says: { default: ["accessKey is set; remove it", "secretKey is set"] },
    },
    {
      title: "a token of a provider of aws-native",
      resources: { native: { type: "pulumi:providers:aws-native", props: { token: "not-a-real-one" } } },
      says: { native: "token is set" },
    },
  ],
  allowed: [
    {
      title: "a profile, a role and an environment",
      resources: {
        default: provider({}),
        profile: provider({ profile: "shop", accessKey: "" }),
        role: provider({ assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' }),
      },
    },
    {
      title: "a provider of something else",
      resources: { other: { type: "pulumi:providers:kubernetes", props: { token: "x" } } },
    },
  ],
  undecided: [
    {
      title: "keys that another resource gives",
      resources: { far: provider({ accessKey: UNKNOWN, secretKey: UNKNOWN }) },
      says: { far: "accessKey is not known yet" },
    },
  ],
};
