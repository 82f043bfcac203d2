import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const read = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-shop/*" };
const json = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const of = (type: string) => (props: object) => ({ type: `aws:${type}`, props: { ...props } });
const bucketPolicy = (policy: unknown) => of("s3/bucketPolicy:BucketPolicy")({ bucket: "acme-shop", policy });
const role = of("iam/role:Role")({ arn: "arn:aws:iam::111122223333:role/app" });
const forPartner = json({ ...read, Principal: { AWS: "arn:aws:iam::444455556666:root" } });
const when = (test: string, key: string, value: unknown) =>
  bucketPolicy(json({ ...read, Principal: "*", Condition: { [test]: { [key]: value } } }));

export const examples: Examples = {
  denied: [
    {
      title: "another account, in each place that holds a policy",
      resources: {
        role,
        inside: of("s3/bucket:Bucket")({ bucket: "inside", policy: forPartner }),
        beside: bucketPolicy({ Statement: [{ ...read, Sid: "Partner", Principal: { AWS: ["444455556666"] } }] }),
        point: of("s3/accessPoint:AccessPoint")({ bucket: "acme-shop", policy: forPartner }),
        table: of("s3tables/tablePolicy:TablePolicy")({ resourcePolicy: forPartner }),
      },
      says: {
        inside: "Statement[0] of policy lets in account 444455556666; remove it or list it in accounts",
        beside: "Statement[0] (Partner) of policy lets in account 444455556666",
        point: "Statement[0] of policy lets in account 444455556666",
        table: "Statement[0] of resourcePolicy lets in account 444455556666",
      },
    },
    {
      title: "a role and a user of other accounts, and an account by a condition",
      resources: {
        role,
        people: bucketPolicy(
          json({
            ...read,
            Principal: {
              AWS: [
                "arn:aws:iam::444455556666:role/etl",
                "arn:aws:sts::777788889999:assumed-role/etl/run",
                "arn:aws:iam::000011112222:user/ann",
                "123456789012",
              ],
            },
          }),
        ),
        account: when("StringEquals", "aws:PrincipalAccount", ["111122223333", "444455556666"]),
      },
      says: {
        people: "lets in accounts 444455556666, 777788889999, 000011112222 and more; remove them or list them",
        account: "lets in account 444455556666",
      },
    },
    {
      title: "an account that nothing of the stack shows to be its own",
      resources: { beside: bucketPolicy(forPartner) },
      says: { beside: "lets in account 444455556666" },
    },
  ],
  allowed: [
    {
      title: "the stack's own account, by its ARNs or by its provider",
      provider: { allowedAccountIds: ["444455556666"] },
      resources: {
        role,
        own: bucketPolicy(json({ ...read, Principal: { AWS: "arn:aws:iam::111122223333:role/app" } })),
        provided: bucketPolicy(forPartner),
      },
    },
    {
      title: "an account of the list",
      settings: { accounts: ["444455556666"] },
      resources: { role, beside: bucketPolicy(forPartner) },
    },
    {
      title: "services, CloudFront's identities, and the account of Elastic Load Balancing",
      resources: {
        role,
        service: bucketPolicy(json({ ...read, Principal: { Service: "cloudfront.amazonaws.com" } })),
        identity: bucketPolicy(
          json({ ...read, Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" } }),
        ),
        logs: bucketPolicy(json({ ...read, Principal: { AWS: "arn:aws:iam::156460612806:root" } })),
      },
    },
    {
      title: "an organisation, a denial, and everyone, whom another policy is about",
      resources: {
        role,
        organisation: when("StringEquals", "aws:PrincipalOrgID", "o-1a2b3c4d5e"),
        member: bucketPolicy(
          json({
            ...{ ...read, Principal: { AWS: "444455556666" } },
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1a2b3c4d5e" } },
          }),
        ),
        denied: bucketPolicy(json({ ...read, Effect: "Deny", Principal: { AWS: "444455556666" } })),
        everyone: bucketPolicy(json({ ...read, Principal: "*" })),
        others: when("StringNotEquals", "aws:PrincipalAccount", "444455556666"),
      },
    },
  ],
  undecided: [
    {
      title: "a policy or a principal that is not known",
      resources: {
        role,
        whole: bucketPolicy(ref("role", "arn")),
        who: bucketPolicy({ Statement: [{ ...read, Principal: { AWS: ref("role", "arn") } }] }),
      },
      says: { whole: "policy is not known yet", who: "policy is not known yet" },
    },
    {
      title: "an account that may be the stack's own",
      resources: { role: of("iam/role:Role")({ arn: UNKNOWN }), beside: bucketPolicy(forPartner) },
      says: { beside: "the account of the stack is not known yet" },
    },
  ],
};
