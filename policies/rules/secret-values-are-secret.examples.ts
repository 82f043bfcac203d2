import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const device = { type: "aws:iam/virtualMfaDevice:VirtualMfaDevice", props: { virtualMfaDeviceName: "ann" } };
const random = (kind: string, additionalSecretOutputs?: readonly string[]) => ({
  type: `random:index/random${kind}:Random${kind}`,
  props: {},
  additionalSecretOutputs,
});
const database = (password: unknown) => ({ type: "aws:rds/instance:Instance", props: { username: "app", password } });
const version = (secretString: unknown) => ({
  type: "aws:secretsmanager/secretVersion:SecretVersion",
  props: { secretString },
});
const parameter = (type: unknown, value: unknown) => ({ type: "aws:ssm/parameter:Parameter", props: { type, value } });

export const examples: Examples = {
  denied: [
    {
      title: "passwords and other secrets that are made of what is no secret",
      resources: {
        chars: random("String"),
        id: random("Id"),
        pet: random("Pet"),
        db: database(ref("chars", "result")),
        api: version(ref("id", "hex")),
        door: parameter("SecureString", ref("pet")),
      },
      says: {
        db: 'password is made of random.RandomString "chars", which stands in the state in plain text; use random.RandomPassword',
        api: 'secretString is made of random.RandomId "id"',
        door: 'value is made of random.RandomPet "pet"',
      },
    },
    {
      title: "the seed of a second factor, which the provider does not mark",
      resources: { phone: device, half: { ...device, additionalSecretOutputs: ["qrCodePng"] } },
      says: {
        phone:
          "base32StringSeed and qrCodePng would stand in the state in plain text; name them in additionalSecretOutputs",
        half: "base32StringSeed would stand in the state in plain text",
      },
    },
  ],
  allowed: [
    {
      title: "passwords of what keeps them a secret",
      resources: {
        made: random("Password"),
        chars: random("String", ["result"]),
        user: random("Pet"),
        db: database(ref("made", "result")),
        older: database(ref("chars", "result")),
        login: version([ref("user"), ref("made", "result")]),
        written: database("a value of the stack file"),
      },
    },
    {
      title: "names that are made up, and parameters that are no secret",
      resources: {
        suffix: random("Id"),
        bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: ref("suffix", "hex") } },
        host: parameter("String", ref("suffix", "hex")),
        other: { type: "acme:index/thing:Thing", props: { password: ref("suffix", "hex") } },
      },
    },
    {
      title: "a second factor whose seed is marked",
      resources: { phone: { ...device, additionalSecretOutputs: ["base32StringSeed", "qrCodePng"] } },
    },
  ],
  undecided: [
    {
      title: "a parameter that may be a secret",
      resources: { chars: random("String"), door: parameter(UNKNOWN, ref("chars", "result")) },
      says: { door: "type is not known yet" },
    },
  ],
};
