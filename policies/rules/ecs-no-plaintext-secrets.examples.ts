import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (container: object) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image: "web:1", ...container }]) },
});
const environment = (variables: Record<string, string>) =>
  task({ environment: Object.entries(variables).map(([name, value]) => ({ name, value })) });
/** The key that AWS's own documentation uses as an example. */
const accessKey = "AKIAIOSFODNN7EXAMPLE";

export const examples: Examples = {
  denied: [
    {
      title: "variables that are named like secrets",
      resources: { task: environment({ DB_PASSWORD: "hunter2", stripeApiKey: "abc", PGPASSWORD: "x1" }) },
      says: {
        task: [
          'container "web": DB_PASSWORD is named like a secret and has its value in plain text; name it in secrets',
          "stripeApiKey is named like a secret",
          "PGPASSWORD is named like a secret",
        ],
      },
    },
    {
      title: "the names that Security Hub looks for",
      resources: {
        task: environment({ AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x", ECS_ENGINE_AUTH_DATA: '{"a":1}' }),
      },
      says: { task: ["AWS_ACCESS_KEY_ID is named", "AWS_SECRET_ACCESS_KEY is named", "ECS_ENGINE_AUTH_DATA is named"] },
    },
    {
      title: "a secret under a harmless name, without showing it",
      resources: {
        task: environment({ SETTINGS: `key=${accessKey}`, DATABASE_URL: "postgres://shop:s3cret@db.internal/shop" }),
      },
      says: { task: ["SETTINGS holds an AWS access key id; name", "DATABASE_URL holds a URL with a password"] },
    },
    {
      title: "a secret in a command, a label and an option of the log driver",
      resources: {
        task: task({
          command: ["serve", "--db", "mysql://root:toor1@db/shop"],
          dockerLabels: { "deploy-token": "abc123" },
          logConfiguration: { logDriver: "splunk", options: { "splunk-token": "abc123" } },
        }),
      },
      says: {
        task: [
          'container "web": command holds a URL with a password',
          "dockerLabels deploy-token is named like a secret and has its value in plain text; remove it",
          "logConfiguration.options splunk-token is named like a secret and has its value in plain text; name it in secretOptions",
        ],
      },
    },
    {
      title: "a variable of an express service",
      resources: {
        express: {
          type: "aws:ecs/expressGatewayService:ExpressGatewayService",
          props: { primaryContainer: { image: "web:1", environments: [{ name: "API_TOKEN", value: "abc" }] } },
        },
      },
      says: { express: "primaryContainer: API_TOKEN is named like a secret" },
    },
    {
      title: "a variable with a name of the house",
      settings: { patterns: ["^PIN$"] },
      resources: { task: environment({ PIN: "4711" }) },
      says: { task: "PIN is named like a secret" },
    },
  ],
  allowed: [
    {
      title: "secrets by ARN",
      resources: {
        task: task({
          secrets: [
            { name: "DB_PASSWORD", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf" },
          ],
        }),
      },
    },
    {
      title: "variables that only tell where a secret is, or that there is one",
      resources: {
        task: environment({
          ...{ DB_PASSWORD_FILE: "/run/secrets/db", TOKEN_URL: "https://id.example.com/token", PWD: "/app" },
          ...{ DB_SECRET: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf", REQUIRE_PASSWORD: "true" },
          ...{ DATABASE_URL: "postgres://db.internal/shop", EMPTY_TOKEN: "" },
        }),
      },
    },
    {
      title: "a published example key that is allowed",
      settings: { allow: [accessKey] },
      resources: { task: environment({ SETTINGS: accessKey }) },
    },
  ],
  undecided: [
    {
      title: "definitions that are not known",
      resources: { task: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } } },
      says: { task: "the list of its containers is not known yet" },
    },
    {
      title: "a daemon's variable that is not known",
      resources: {
        daemon: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { containerDefinitions: [{ name: "agent", environments: [{ name: "TOKEN", value: UNKNOWN }] }] },
        },
      },
      says: { daemon: 'container "agent": TOKEN is not known yet' },
    },
  ],
};
