import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const made = (type: string, props: object = {}) => ({ type, props: { ...props } });
const table = (props: object) => made("aws:dynamodb/table:Table", { hashKey: "id", ...props });
const database = (props: object) => made("aws:rds/instance:Instance", { engine: "postgres", ...props });

export const examples: Examples = {
  denied: [
    {
      title: "names of their own",
      resources: {
        orders: table({ name: "orders" }),
        stock: database({ identifier: "stock", deletionProtection: false }),
        uploads: made("aws:s3/bucket:Bucket", { bucket: "example-uploads", forceDestroy: true }),
      },
      says: {
        orders: 'name is "orders", so that a replacement deletes it first; leave it to Pulumi',
        stock: 'identifier is "stock"',
        uploads: 'bucket is "example-uploads"',
      },
    },
    {
      title: "what is to be deleted before it is replaced",
      resources: { orders: { ...table({}), deleteBeforeReplace: true } },
      says: { orders: "deleteBeforeReplace is true, so that a replacement deletes it first; remove the option" },
    },
  ],
  allowed: [
    {
      title: "names that Pulumi chooses",
      resources: {
        orders: table({}),
        stock: database({ identifier: "stock-0a1b2c3" }),
        Carts: table({ name: "carts-0a1b2c3d" }),
        other: table({ name: "chosen-by-a-pattern", __defaults: ["name"] }),
        zone: made("aws:route53/zone:Zone", { name: "example.com" }),
      },
    },
    {
      title: "names of what is protected, by Pulumi or by AWS",
      resources: {
        orders: { ...table({ name: "orders" }), protect: true },
        stock: database({ identifier: "stock", deletionProtection: true }),
        uploads: made("aws:s3/bucket:Bucket", { bucket: "example-uploads" }),
      },
    },
    {
      title: "a name of what is never deleted first",
      resources: { orders: { ...table({ name: "orders" }), deleteBeforeReplace: false } },
    },
  ],
  undecided: [
    {
      title: "a name or a protection that is not known",
      resources: {
        orders: table({ name: UNKNOWN }),
        stock: database({ identifier: "stock", deletionProtection: UNKNOWN }),
      },
      says: { orders: "name is not known yet", stock: "deletionProtection is not known yet" },
    },
  ],
};
