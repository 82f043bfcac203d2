import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/** Who keeps the administrator's password. */
export type MasterPassword =
  | {
      /** RDS, in a secret of its own, and changes it every week. */
      readonly type: "managed";
      /** The ARN of the KMS key that encrypts the secret; whoever reads it needs to decrypt with it. @default Secrets Manager's own key */
      readonly kmsKeyArn?: pulumi.Input<string>;
    }
  | {
      /**
       * You, in a secret in JSON with the keys `username` and `password`, read at each `up` and kept encrypted in the
       * state. RDS makes no replica and no blue/green update of a database whose password it keeps itself.
       * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
       */
      readonly type: "secret";
      readonly secretArn: pulumi.Input<string>;
      /** The ARN of the KMS key that encrypts the secret; whoever reads it needs to decrypt with it. @default Secrets Manager's own key */
      readonly kmsKeyArn?: pulumi.Input<string>;
    };

export function checkMasterPassword(check: ArgumentCheck, { type }: MasterPassword): void {
  check(type === "managed" || type === "secret", "masterPassword.type", 'must be "managed" or "secret"', type);
}

/** @param restored whether the administrator is one that there is already */
export function passwordInput(
  password: MasterPassword,
  restored: boolean,
  parent: pulumi.Resource,
): Partial<aws.rds.InstanceArgs> {
  switch (password.type) {
    case "managed":
      return {
        username: restored ? undefined : "administrator",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: password.kmsKeyArn,
      };
    case "secret": {
      const { secretString } = aws.secretsmanager.getSecretVersionOutput({ secretId: password.secretArn }, { parent });
      const credentials = pulumi.secret(secretString).apply(readCredentials);
      return {
        username: restored ? undefined : credentials.apply(({ username }) => username),
        password: credentials.apply(({ password }) => password),
      };
    }
  }
}

/** @throws when the secret is no such JSON; what it holds is in no message. */
export function readCredentials(text: string): { readonly username: string; readonly password: string } {
  const sentence = "masterPassword.secretArn must name a secret in JSON with the texts username and password";
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new pulumi.RunError(sentence);
  }
  const { username, password } = Object(content);
  if (typeof username !== "string" || typeof password !== "string") throw new pulumi.RunError(sentence);
  return { username, password };
}

/** The ARN of the secret. */
export function secretArnOf(password: MasterPassword, instance: aws.rds.Instance): pulumi.Output<string> {
  if (password.type === "secret") return pulumi.output(password.secretArn);
  return instance.masterUserSecrets.apply(([secret]) => secret?.secretArn ?? "");
}
