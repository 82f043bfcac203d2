import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const parameter = (props: object) => ({ type: "aws:ssm/parameter:Parameter", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "plain parameters that are named like a secret, by their name or the resource's",
      resources: {
        db: parameter({ name: "/shop/db/password", type: "String", value: "correct horse" }),
        keys: parameter({ name: "/shop/API_KEY", type: "StringList", insecureValue: "a1b2,c3d4" }),
        clientSecret: parameter({ type: "String", value: "correct horse" }),
      },
      says: {
        db: '"/shop/db/password" is named like a secret and has its value in plain text, and type is "String"; set it to "SecureString"',
        keys: '"/shop/API_KEY" is named like a secret',
        clientSecret: '"clientSecret" is named like a secret',
      },
    },
    {
      title: "a credential, whatever its name, and a name of the list",
      settings: { patterns: ["pin$"] },
      resources: {
        url: parameter({
          name: "/shop/db/url",
          type: "String",
          value: "postgres://app:correct-horse@db.acme.com/shop",
        }),
        pin: parameter({ name: "/shop/door-pin", type: "String", value: "4711" }),
      },
      says: { url: '"/shop/db/url" holds a URL with a password', pin: '"/shop/door-pin" is named like a secret' },
    },
  ],
  allowed: [
    {
      title: "encrypted parameters, and others",
      resources: {
        db: parameter({ name: "/shop/db/password", type: "SecureString", value: "correct horse" }),
        host: parameter({ name: "/shop/db/host", type: "String", value: "db.acme.com" }),
        image: parameter({ name: "/shop/image", type: "String", value: "ami-0a1b2c3d" }),
      },
    },
    {
      title: "where a secret is",
      resources: {
        arn: parameter({
          name: "/shop/db-secret",
          type: "String",
          value: "arn:aws:secretsmanager:eu-west-1:1:secret:db",
        }),
        at: parameter({ name: "/shop/db-secret-arn", type: "String", value: "whatever" }),
      },
    },
  ],
  undecided: [
    {
      title: "a value or type that is not known",
      resources: {
        secret: { type: "aws:secretsmanager/secret:Secret", props: {} },
        db: parameter({ name: "/shop/db-secret", type: "String", value: ref("secret", "arn") }),
        kind: parameter({ name: "/shop/db/password", type: UNKNOWN, value: "correct horse" }),
      },
      says: { db: "value is not known yet", kind: "type is not known yet" },
    },
  ],
};
