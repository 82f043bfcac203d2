import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const parameter = of("aws:ssm/parameter:Parameter");
const lambda = (variables: object) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs22.x", environment: { variables } },
});
const bucket = of("aws:s3/bucket:Bucket");
const base64 = (text: string) => Buffer.from(text).toString("base64");

// The keys that AWS's own pages print as examples.
const keyId = "AKIAIOSFODNN7EXAMPLE";
const secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const token = `ghp_${"a1B2".repeat(9)}`;
const privateKey = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----\n";
const url = "postgres://shop:hunter2@db.internal:5432/shop";
const fix = "keep it in Secrets Manager";

export const examples: Examples = {
  denied: [
    {
      title: "an access key id in a tag, a description, a variable, a parameter, a setting and an object",
      resources: {
        logs: bucket({ tags: { owner: keyId } }),
        group: of("aws:ec2/securityGroup:SecurityGroup")({ description: `for ${keyId}` }),
        hook: lambda({ AWS_KEY: keyId }),
        value: parameter({ type: "String", value: `{"id":"${keyId}"}` }),
        old: of("aws:elasticbeanstalk/environment:Environment")({
          settings: [
            { namespace: "aws:elasticbeanstalk:application:environment", name: "STAGE", value: "prod" },
            { namespace: "aws:elasticbeanstalk:application:environment", name: "KEY", value: keyId },
          ],
        }),
        file: of("aws:s3/bucketObject:BucketObject")({ bucket: "web", content: `a\nb ${keyId}\n` }),
      },
      says: {
        logs: `tags.owner holds an AWS access key id; ${fix}`,
        group: "description holds an AWS access key id",
        hook: "environment.variables.AWS_KEY holds an AWS access key id",
        value: "value holds an AWS access key id",
        old: "settings[1].value holds an AWS access key id",
        file: "content holds an AWS access key id",
      },
    },
    {
      title: "every kind of credential, with all places of each",
      resources: {
        hook: lambda({
          SECRET: `aws_secret_access_key=${secretKey}`,
          DB_PASSWORD: url,
          REPLICA: url,
          TOKEN: token,
          PEM: privateKey,
        }),
      },
      says: {
        hook: [
          "environment.variables.SECRET holds an AWS secret access key",
          `environment.variables.DB_PASSWORD, environment.variables.REPLICA hold a URL with a password; ${fix}`,
          "environment.variables.TOKEN holds a GitHub token",
          "environment.variables.PEM holds a private key",
        ],
      },
    },
    {
      title: "names that are credentials, which the message does not repeat",
      resources: { logs: bucket({ tags: { [keyId]: token } }) },
      says: { logs: ["tags holds an AWS access key id", "tags.… holds a GitHub token"] },
    },
    {
      title: "a secret's name that the program made up, and a parameter that is not encrypted",
      resources: {
        app: of("aws:apprunner/service:Service")({
          sourceConfiguration: {
            imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { password: url } } },
          },
        }),
        list: parameter({ type: "StringList", value: `a,${token}` }),
        open: parameter({ type: "SecureString", insecureValue: token }),
      },
      says: {
        app: "runtimeEnvironmentVariables.password holds a URL with a password",
        list: "value holds a GitHub token",
        open: "insecureValue holds a GitHub token",
      },
    },
    {
      title: "what a pattern of the settings describes",
      settings: { patterns: ["^LICENSE-\\d+"] },
      resources: { value: parameter({ type: "String", value: "LICENSE-7" }) },
      says: { value: "value holds what patterns[0] describes" },
    },
  ],
  allowed: [
    {
      title: "secrets where AWS keeps them as such",
      resources: {
        secret: of("aws:secretsmanager/secretVersion:SecretVersion")({ secretId: "shop", secretString: url }),
        value: parameter({ type: "SecureString", value: token }),
        certificate: of("aws:acm/certificate:Certificate")({
          privateKey,
          certificateBody: "-----BEGIN CERTIFICATE-----",
        }),
        connection: of("aws:cloudwatch/eventConnection:EventConnection")({
          authParameters: { apiKey: { key: "authorization", value: token } },
        }),
        apple: of("aws:cognito/identityProvider:IdentityProvider")({ providerDetails: { private_key: privateKey } }),
        app: of("aws:amplify/app:App")({ accessToken: token }),
      },
    },
    {
      title: "what no-credentials-in-user-data and ecs-no-plaintext-secrets judge",
      resources: {
        app: of("aws:ec2/instance:Instance")({ userData: `export KEY=${keyId}` }),
        web: of("aws:ec2/launchTemplate:LaunchTemplate")({ userData: base64(`export KEY=${keyId}`) }),
        api: of("aws:ecs/taskDefinition:TaskDefinition")({
          containerDefinitions: JSON.stringify([{ name: "api", environment: [{ name: "KEY", value: keyId }] }]),
        }),
      },
    },
    {
      title: "what only looks like credentials",
      resources: {
        role: of("aws:iam/role:Role")({
          assumeRolePolicy: JSON.stringify({
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
          }),
        }),
        policy: of("aws:iam/policy:Policy")({
          policy: JSON.stringify({
            Statement: [
              {
                Effect: "Allow",
                Action: ["secretsmanager:GetSecretValue", "iam:CreateAccessKey"],
                Resource: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/secretKey-AbCdEf",
              },
            ],
          }),
        }),
        image: of("aws:lambda/function:Function")({
          imageUri: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/api@sha256:${"0a1b".repeat(16)}`,
          sourceCodeHash: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
          tags: { contact: "ops@example.com", home: "https://example.com:8443/health" },
        }),
        key: of("aws:ec2/keyPair:KeyPair")({ publicKey: `ssh-rsa ${base64("x".repeat(200))} ops` }),
        trust: of("aws:iot/caCertificate:CaCertificate")({ caCertificatePem: "-----BEGIN CERTIFICATE-----\nMIID" }),
        build: of("aws:codebuild/project:Project")({
          source: { buildspec: "aws configure set aws_access_key_id $KEY\nDB=postgres://shop:$PASSWORD@db/shop\n" },
        }),
      },
    },
    {
      title: "a published example key, when the settings allow it, and types that they leave out",
      settings: { allow: ["EXAMPLE$"], types: ["aws:s3/*"] },
      resources: { logs: bucket({ tags: { owner: keyId } }), hook: lambda({ TOKEN: token }) },
    },
  ],
  undecided: [
    {
      title: "a parameter of which it is not known whether it is encrypted",
      resources: { value: parameter({ type: UNKNOWN, value: token }) },
      says: { value: "type is not known yet" },
    },
  ],
};
