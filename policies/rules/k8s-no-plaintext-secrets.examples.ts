import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const deployment = (container: object) => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { spec: { template: { spec: { containers: [{ name: "web", image: "web:1", ...container }] } } } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a variable that is named like a secret",
      resources: { web: deployment({ env: [{ name: "DB_PASSWORD", value: "hunter2" }] }) },
      says: {
        web: 'container "web": DB_PASSWORD is named like a secret and has its value in plain text; name it in valueFrom',
      },
    },
    {
      title: "a secret in a harmless variable and in an argument",
      resources: {
        web: deployment({
          env: [{ name: "DATABASE_URL", value: "postgres://shop:s3cret@db.internal/shop" }],
          args: ["--redis", "redis://:s3cret@cache.internal:6379"],
        }),
      },
      says: { web: ["DATABASE_URL holds a URL with a password", "args holds a URL with a password"] },
    },
  ],
  allowed: [
    {
      title: "a variable whose value comes from a secret",
      resources: {
        web: deployment({
          env: [{ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "shop", key: "db-password" } } }],
        }),
      },
    },
    {
      title: "variables that hold no secret",
      resources: { web: deployment({ env: [{ name: "PORT", value: "8080" }], command: ["node", "server.js"] }) },
    },
  ],
  undecided: [
    {
      title: "a variable whose value is not known",
      resources: { web: deployment({ env: [{ name: "DB_PASSWORD", value: UNKNOWN }] }) },
      says: { web: 'DB_PASSWORD of container "web" is not known yet' },
    },
    {
      title: "an environment that is not known",
      resources: { web: deployment({ env: UNKNOWN }) },
      says: { web: 'the env of container "web"' },
    },
    {
      title: "an argument that is not known",
      resources: { web: deployment({ args: ["--db", UNKNOWN] }) },
      says: { web: 'the args of container "web"' },
    },
  ],
};
