import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const json = (...list: object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: list.map((one) => ({ Effect: "Allow", Action: "kms:*", Resource: "*", ...one })),
  });
const of = (type: string, props: object) => ({ type: `aws:kms/${type}`, props: { ...props } });
const key = (policy: unknown) => of("key:Key", { policy });
const own = { Principal: { AWS: "arn:aws:iam::123456789012:root" } };

export const examples: Examples = {
  denied: [
    {
      title: "everyone, wherever a key's policy stands",
      resources: {
        key: key(json(own, { Sid: "All", Principal: "*" })),
        apart: of("keyPolicy:KeyPolicy", { keyId: "0a1b2c3d", policy: json({ Principal: { AWS: "*" } }) }),
        replica: of("replicaKey:ReplicaKey", { policy: json({ Principal: { AWS: ["*"] } }) }),
        imported: of("externalKey:ExternalKey", { policy: json({ Principal: "*" }) }),
        butOne: key(json({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } })),
        roles: key(
          json({ Principal: "*", Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/app" } } }),
        ),
        callers: key(json({ Principal: "*", Condition: { StringLike: { "kms:CallerAccount": "*" } } })),
        service: key(
          json({ Principal: "*", Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } } }),
        ),
      },
      says: {
        key: "Statement[1] (All) of policy lets everyone in; name accounts, roles or services",
        apart: "Statement[0] of policy lets everyone in",
        replica: "Statement[0] of policy lets everyone in",
        imported: "Statement[0] of policy lets everyone in",
        butOne: "Statement[0] of policy lets everyone in",
        roles: "Statement[0] of policy lets everyone in",
        callers: "Statement[0] of policy lets everyone in",
        service: "Statement[0] of policy lets everyone in",
      },
    },
  ],
  allowed: [
    {
      title: "the account, services, and everyone of an account or organisation",
      resources: {
        bare: of("key:Key", {}),
        own: key(json(own, { Principal: { Service: "logs.eu-west-1.amazonaws.com" } })),
        caller: key(
          json({ Principal: { AWS: "*" }, Condition: { StringEquals: { "kms:CallerAccount": "123456789012" } } }),
        ),
        org: key(json({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" } } })),
        roles: key(
          json({ Principal: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } } }),
        ),
        never: key(json({ Effect: "Deny", Principal: "*" })),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: {
        key: of("key:Key", {}),
        apart: of("keyPolicy:KeyPolicy", { keyId: ref("key"), policy: UNKNOWN }),
      },
      says: { apart: "policy is not known yet" },
    },
  ],
};
