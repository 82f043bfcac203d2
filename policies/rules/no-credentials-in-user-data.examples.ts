import { gzipSync } from "node:zlib";
import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const instance = (props: object) => ({ type: "aws:ec2/instance:Instance", props: { ...props } });
const script = (...lines: string[]) => `#!/bin/bash\n${lines.join("\n")}\n`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

// The keys that AWS's own pages print as examples.
const keyId = "AKIAIOSFODNN7EXAMPLE";
const secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const exportsKey = script(`export AWS_ACCESS_KEY_ID=${keyId}`);
const holdsKeyId = "line 2 of userData holds an AWS access key id; let an instance profile give the credentials";

export const examples: Examples = {
  denied: [
    { title: "an access key id", resources: { app: instance({ userData: exportsKey }) }, says: { app: holdsKeyId } },
    {
      title: "user data that is encoded where it could be plain",
      resources: { app: instance({ userData: base64(exportsKey) }) },
      says: { app: holdsKeyId },
    },
    {
      title: "every place of user data",
      resources: {
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { userData: base64(exportsKey) } },
        old: { type: "aws:ec2/launchConfiguration:LaunchConfiguration", props: { userData: exportsKey } },
        older: {
          type: "aws:ec2/launchConfiguration:LaunchConfiguration",
          props: { userDataBase64: base64(exportsKey) },
        },
        spot: {
          type: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
          props: { userDataBase64: base64(exportsKey) },
        },
        fleet: {
          type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
          props: { launchSpecifications: [{ ami: "ami-1" }, { userData: base64(exportsKey) }] },
        },
        packed: instance({ userDataBase64: gzipSync(exportsKey).toString("base64") }),
      },
      says: {
        web: holdsKeyId,
        old: holdsKeyId,
        older: "line 2 of userDataBase64",
        spot: "line 2 of userDataBase64",
        fleet: "line 2 of launchSpecifications[1].userData",
        packed: "line 2 of userDataBase64",
      },
    },
    {
      title: "both halves of a credentials file",
      resources: {
        app: instance({
          userData: script("cat > ~/.aws/credentials <<EOF", `aws_secret_access_key = ${secretKey}`, "EOF"),
        }),
      },
      says: { app: "line 3 of userData holds an AWS secret access key" },
    },
    {
      title: "keys that the AWS CLI is told to keep",
      resources: {
        app: instance({
          userData: script("aws configure set region eu-west-1", 'aws configure set aws_access_key_id "$1"'),
        }),
      },
      says: { app: "line 3 of userData holds an aws configure set of a credential" },
    },
    {
      title: "a private key",
      resources: {
        app: instance({ userData: script("cat > key.pem <<EOF", "-----BEGIN RSA PRIVATE KEY-----", "MIIEow", "EOF") }),
      },
      says: { app: "line 3 of userData holds a private key; read it from Secrets Manager at boot" },
    },
    {
      title: "a token of another service",
      resources: { app: instance({ userData: script(`git clone https://ghp_${"a1B2".repeat(9)}@github.com/o/r`) }) },
      says: { app: "line 2 of userData holds a GitHub token" },
    },
    {
      title: "database URLs with a password",
      resources: {
        app: instance({
          userData: script(
            "export DATABASE_URL=postgres://shop:hunter2@db.internal:5432/shop",
            'export JDBC="jdbc:mysql://db.internal/shop?user=shop&password=hunter2"',
          ),
        }),
      },
      says: {
        app: [
          "line 2 of userData holds a URL with a password",
          "line 3 of userData holds a database URL with a password",
        ],
      },
    },
    {
      title: "variables that are named like a secret, with their values",
      resources: {
        app: instance({
          userData: script("export DB_PASSWORD=S3cretPassw0rd1", "docker run -e API_KEY='a1b2c3' shop"),
        }),
        coded: instance({ userDataBase64: base64(script('Environment="APP_SECRET=S3cretPassw0rd1"')) }),
      },
      says: {
        app: [
          "line 2 of userData holds DB_PASSWORD in plain text; read it from Secrets Manager at boot",
          "line 3 of userData holds API_KEY in plain text",
        ],
        coded: "line 2 of userDataBase64 holds APP_SECRET in plain text",
      },
    },
    {
      title: "passwords that a command is given",
      resources: {
        app: instance({
          userData: script("mysql -u shop -pS3cretPassw0rd1 shop < tables.sql", "curl -u admin:S3cret1 http://shop/"),
        }),
      },
      says: { app: ["line 2 of userData holds a password for mysql", "line 3 of userData holds a password for curl"] },
    },
    {
      title: "what a pattern of the settings describes",
      settings: { patterns: ["^LICENSE=\\w+", "not(a regular expression"] },
      resources: { app: instance({ userData: script("LICENSE=abc", "echo not(a regular expression") }) },
      says: {
        app: ["line 2 of userData holds what patterns[0] describes", "line 3 of userData holds what patterns[1]"],
      },
    },
  ],
  allowed: [
    {
      title: "a script that reads its secrets at boot",
      resources: {
        app: instance({
          userData: script(
            "PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop --query SecretString --output text)",
            "aws configure set region eu-west-1",
            'export DATABASE_URL="postgres://shop:$PASSWORD@db.internal:5432/shop"',
            "curl http://localhost:8080/user@example.com",
            'mysql -u shop -p"$PASSWORD" shop < tables.sql; mkdir -p /srv/shop',
            'curl -u "admin:$PASSWORD" http://shop/',
            "TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`",
            "DB_PASSWORD_FILE=/run/secrets/db",
            "DB_PASSWORD=<password>",
            "DB_SECRET=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
            "APP_SECRET=shop-app",
            'aws secretsmanager get-secret-value --secret-id "$APP_SECRET"',
          ),
        }),
      },
    },
    { title: "no user data at all", resources: { app: instance({}) } },
    {
      title: "a published example key, when the settings allow it",
      settings: { allow: ["EXAMPLE$"] },
      resources: { app: instance({ userData: exportsKey }) },
    },
    {
      title: "a public key",
      resources: { app: instance({ userData: script("echo '-----BEGIN PUBLIC KEY-----' > key.pub") }) },
    },
  ],
  undecided: [
    {
      title: "user data that is made of what other resources give",
      resources: {
        app: instance({ userData: UNKNOWN }),
        web: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { userData: UNKNOWN } },
        fleet: { type: "aws:ec2/spotFleetRequest:SpotFleetRequest", props: { launchSpecifications: UNKNOWN } },
      },
      says: {
        app: "userData is not known yet",
        web: "userData is not known yet",
        fleet: "launchSpecifications is not known yet",
      },
    },
  ],
};
