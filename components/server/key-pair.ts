import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** A key pair of EC2: one that is there, or one that is made of a public key. Nobody else ever sees the private half. */
export type KeyPair = { readonly keyName: pulumi.Input<string> } | { readonly publicKey: pulumi.Input<string> };

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html */
export function checkKeyPair(check: ArgumentCheck, keyPair: KeyPair | undefined, isWindows: boolean): void {
  const key = keyPair && "publicKey" in keyPair ? keyPair.publicKey : undefined;
  if (typeof key !== "string") return;
  const isKey = /^ssh-(rsa|ed25519) [A-Za-z0-9+/]+={0,3}( .*)?\n?$/.test(key);
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  check(isKey, "keyPair.publicKey", 'must be an OpenSSH key such as "ssh-ed25519 AAAA…"', shown);
  const decrypts = !isWindows || key.startsWith("ssh-rsa ");
  check(decrypts, "keyPair.publicKey", "must be an ssh-rsa key for Windows, whose password only such decrypts", shown);
}

/** The name of the key pair: of the one that is given, or of one that is made. */
export function keyName(
  name: string,
  keyPair: KeyPair | undefined,
  parent: pulumi.Resource,
): pulumi.Input<string> | undefined {
  if (!keyPair) return undefined;
  if ("keyName" in keyPair) return keyPair.keyName;
  const { publicKey } = keyPair;
  return new aws.ec2.KeyPair(`${name}-key`, { publicKey, tags: { Name: name } }, { parent }).keyName;
}
