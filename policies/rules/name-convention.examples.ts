import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const role = (name: unknown) => ({ type: "aws:iam/role:Role", props: { name } });

export const examples: Examples = {
  denied: [
    {
      title: "names of another form, whichever property holds them",
      resources: {
        role: role("ShopRole"),
        bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "shop.logs" } },
        db: { type: "aws:rds/instance:Instance", props: { identifier: "shop_db" } },
      },
      says: {
        role: 'name is "ShopRole", which does not match ^[a-z]',
        bucket: 'bucket is "shop.logs"',
        db: 'identifier is "shop_db"',
      },
    },
    {
      title: "names that the settings do not take",
      resources: { role: role("web-role") },
      settings: { pattern: "^shop-" },
      says: { role: "does not match ^shop-; rename it" },
    },
  ],
  allowed: [
    {
      title: "names of the form, and names that Pulumi makes",
      resources: { role: role("shop-role-2"), auto: role(undefined) },
    },
    {
      title: "names with a form of their own, and the bucket that something belongs to",
      resources: {
        record: { type: "aws:route53/record:Record", props: { name: "www.example.com" } },
        parameter: { type: "aws:ssm/parameter:Parameter", props: { name: "/shop/Key" } },
        policy: { type: "aws:s3/bucketPolicy:BucketPolicy", props: { bucket: "Odd.Name" } },
      },
    },
  ],
  undecided: [
    {
      title: "a name that is not known",
      resources: { role: role(UNKNOWN) },
      says: { role: "name is not known yet" },
    },
  ],
};
