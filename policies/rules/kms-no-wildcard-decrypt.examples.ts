import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const statements = (...list: object[]) => ({
  Version: "2012-10-17",
  Statement: list.map((one) => ({ Effect: "Allow", ...one })),
});
const policy = (...list: object[]) => of("policy:Policy", { policy: statements(...list) });
const everywhere = (Action: unknown, rest: object = {}) => policy({ Action, Resource: "*", ...rest });

export const examples: Examples = {
  denied: [
    {
      title: "decryption with every key, also with a condition",
      resources: {
        all: everywhere(["kms:Decrypt", "kms:ReEncrypt*"]),
        service: everywhere("kms:*", {
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
        }),
        account: policy({ Action: "kms:decrypt", Resource: "arn:aws:kms:eu-west-1:111122223333:key/*" }),
        aliases: policy({ Action: "kms:Decrypt", Resource: "arn:aws:kms:*:111122223333:alias/*" }),
        others: policy({ NotAction: "iam:*", NotResource: "arn:aws:s3:::acme-audit" }),
        inside: of("role:Role", { inlinePolicies: [{ policy: statements({ Action: "kms:Decrypt", Resource: "*" }) }] }),
      },
      says: {
        all: "Statement[0] of policy allows kms:Decrypt, kms:ReEncryptFrom on every key; name the keys",
        service: "allows kms:Decrypt, kms:ReEncryptFrom on every key",
        account: "allows kms:Decrypt on every key",
        aliases: "allows kms:Decrypt on every key",
        others: "allows kms:Decrypt, kms:ReEncryptFrom on every key",
        inside: "Statement[0] of inlinePolicies[0].policy allows kms:Decrypt on every key",
      },
    },
  ],
  allowed: [
    {
      title: "keys by name, other actions, and what is denied",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        stack: policy({ Action: "kms:Decrypt", Resource: ref("key", "arn") }),
        named: policy({ Action: "kms:Decrypt", Resource: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d" }),
        encrypt: everywhere(["kms:Encrypt", "kms:GenerateDataKey", "kms:ListAliases"]),
        never: everywhere("kms:Decrypt", { Effect: "Deny" }),
        all: everywhere("*"),
      },
    },
    {
      title: "a policy that is not known, of which iam-no-admin-policy tells",
      resources: { whole: of("policy:Policy", { policy: UNKNOWN }) },
    },
  ],
  undecided: [
    {
      title: "actions that are not known",
      resources: { action: everywhere(UNKNOWN) },
      says: { action: "Action of Statement[0] of policy is not known yet" },
    },
  ],
};
