import assert from "node:assert/strict";
import { credentials } from "../../../policies/facts/credentials";

// Put together here, so that no scanner takes this file for a leak.
const letters = (count: number) => "aB3".repeat(Math.ceil(count / 3)).slice(0, count);
const hex = (count: number) => "0a1b".repeat(Math.ceil(count / 4)).slice(0, count);

const samples: Record<string, string[]> = {
  "an AWS access key id": [`AKIA${"A1".repeat(8)}`, `key=ASIA${"B2".repeat(8)};`],
  "an AWS secret access key": [
    `AWS_SECRET_ACCESS_KEY="${letters(40)}"`,
    `aws_secret_access_key = ${letters(40)}`,
    `"SecretAccessKey": "${letters(40)}"`,
    `secretKey: ${letters(40)}`,
  ],
  "an aws configure set of a credential": [
    "aws configure set aws_access_key_id $1",
    "aws --profile shop configure set aws_secret_access_key $2",
    "aws configure set profile.shop.aws_session_token $3",
  ],
  "a private key": [
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----",
    "-----BEGIN PGP PRIVATE KEY BLOCK-----",
  ],
  "a GitHub token": [`ghp_${letters(36)}`, `ghs_${letters(36)}`, `github_pat_${letters(82)}`],
  "a GitLab token": [`glpat-${letters(20)}`],
  "a Slack token": [`xoxb-${letters(24)}`],
  "a Stripe key": [`sk_live_${letters(24)}`],
  "an npm token": [`npm_${letters(36)}`],
  "a PyPI token": [`pypi-${letters(60)}`],
  "a Docker token": [`dckr_pat_${letters(27)}`],
  "a Google API key": [`AIza${letters(35)}`],
  "a SendGrid key": [`SG.${letters(22)}.${letters(43)}`],
  "a Vault token": [`hvs.${letters(24)}`],
  "a Pulumi token": [`pul-${hex(40)}`],
  "a DigitalOcean token": [`dop_v1_${hex(64)}`],
  "an AI service's key": [`sk-ant-${letters(40)}`, `sk-${letters(48)}`],
  "a JSON web token": [`eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
  "a URL with a password": [
    "postgres://shop:hunter2@db/shop",
    "mongodb+srv://shop:hunter2@db.example.com",
    "redis://:hunter2@cache:6379",
    "https://deploy:hunter2@git.example.com/shop.git",
  ],
  "a database URL with a password": ["jdbc:postgresql://db/shop?user=shop&password=hunter2"],
};

const harmless = [
  "aws configure set region eu-west-1",
  "aws configure set credential_source Ec2InstanceMetadata",
  "export AWS_SECRET_ACCESS_KEY=$(get-secret)",
  "aws_secret_access_key = $SECRET",
  `checksum ${letters(40)}`,
  `sha256 ${hex(64)}`,
  "-----BEGIN CERTIFICATE-----",
  "postgres://shop@db/shop",
  "postgres://shop:$PASSWORD@db/shop",
  `postgres://shop:${"$"}{PASSWORD}@db/shop`,
  "postgres://shop:<password>@db/shop",
  "postgres://shop:{{ password }}@db/shop",
  "jdbc:postgresql://db/shop?user=shop&password=$PASSWORD",
  "curl http://localhost:8080/mail@example.com",
  "curl https://example.com:8443/health",
  "git clone git@github.com:pulumi/examples.git",
  `docker://nginx:1.27@sha256:${hex(64)}`,
  "secret_key=/shop/production/database/credentials/w1",
  "sk-learn-model-of-the-training-pipeline-in-production",
];

const kindsIn = (text: string) => credentials(text, [], []).map(({ kind }) => kind);

describe("credentials in a text", () => {
  for (const [kind, texts] of Object.entries(samples)) {
    it(`are found when there is ${kind}`, () => {
      for (const text of texts) assert.deepEqual(kindsIn(`first\n${text}\n`), [kind], text);
    });
  }

  it("are not seen in what a script reads at boot, nor in what is public", () => {
    for (const text of harmless) assert.deepEqual(kindsIn(text), [], text);
  });

  it("are told by line and kind, once each, and never shown", () => {
    const key = `AKIA${"A1".repeat(8)}`;
    const found = credentials(`a\nb ${key} ${key}\nc\n${key}`, [], []);
    assert.deepEqual(found, [
      { kind: "an AWS access key id", line: 2, aws: true, isLiteral: true },
      { kind: "an AWS access key id", line: 4, aws: true, isLiteral: true },
    ]);
  });

  it("may be no more than named by a command that takes them", () => {
    const [command] = credentials("aws configure set aws_access_key_id $ID", [], []);
    assert.equal(command?.isLiteral, false);
  });

  it("are let through where an exception matches them, and only there", () => {
    const [one, two] = [`AKIA${"A1".repeat(8)}`, `AKIA${"B2".repeat(8)}`];
    assert.deepEqual(
      credentials(`${one}\n${two}`, [], ["^AKIAA1"]).map(({ line }) => line),
      [2],
    );
  });

  it("may be described by patterns, of which an empty match is none", () => {
    assert.deepEqual(
      credentials("one\nLICENSE=7\n", ["^LICENSE=\\d", "x*"], []).map(({ kind, line }) => `${line} ${kind}`),
      ["2 what patterns[0] describes"],
    );
  });

  it("are looked for in linear time, whatever the text", () => {
    const pieces = [
      "aws configure ",
      "aws configure set ",
      "secret_key ",
      "a://:",
      "jdbc:?password=",
      "-----BEGIN A ",
      "eyJaaaaaaaaaaa.",
      "SG.aaaaaaaaaaaaaaaaaaaa.",
      "secret_key=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
      `AKIA${"A1".repeat(8)}\n`,
      "sk-aaaaaaaaaaaaaaaa",
      "a://b@",
      " ",
      "A",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(16_384 / piece.length));
      const start = process.cpuUsage();
      credentials(text, [], []);
      const { user, system } = process.cpuUsage(start);
      assert(user + system < 1_000_000, `"${piece}" takes ${(user + system) / 1000} ms`);
    }
  });
});
