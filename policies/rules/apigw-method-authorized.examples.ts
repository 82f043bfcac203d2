import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = (types: unknown = "REGIONAL") => ({
  type: "aws:apigateway/restApi:RestApi",
  props: { name: "shop", endpointConfiguration: { types } },
});
const part = (parentId: unknown, pathPart: string) => ({
  type: "aws:apigateway/resource:Resource",
  props: { restApi: ref("api"), parentId, pathPart },
});
const method = (props: object) => ({
  type: "aws:apigateway/method:Method",
  props: { restApi: ref("api"), resourceId: ref("api", "rootResourceId"), httpMethod: "GET", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "methods that everyone may call",
      resources: {
        api: api(),
        open: method({ authorization: "NONE" }),
        elsewhere: method({ restApi: "a1b2c3", resourceId: "x1", authorization: "NONE" }),
      },
      says: {
        open: 'authorization is "NONE"; set it to AWS_IAM, COGNITO_USER_POOLS or CUSTOM',
        elsewhere: 'authorization is "NONE"',
      },
    },
    {
      title: "a method of which nothing is said",
      resources: { api: api(), silent: method({}) },
      says: { silent: "authorization is not set" },
    },
    {
      title: "operations of an OpenAPI document that everyone may call",
      settings: { allowPaths: ["/health"] },
      resources: {
        api: {
          type: "aws:apigateway/restApi:RestApi",
          props: {
            body: JSON.stringify({
              paths: {
                "/health": { get: {} },
                "/orders": { get: { security: [{ pool: [] }] }, post: {}, options: {} },
                "/{proxy+}": { "x-amazon-apigateway-any-method": { security: [] } },
              },
            }),
          },
        },
      },
      says: { api: "body lets everyone call POST /orders, ANY /{proxy+}; give each a security" },
    },
    {
      title: "a method beside the paths that may be open",
      settings: { allowPaths: ["/health", "/public/*"] },
      resources: {
        api: api(),
        orders: part(ref("api", "rootResourceId"), "orders"),
        get: method({ resourceId: ref("orders"), authorization: "NONE" }),
      },
      says: { get: 'authorization is "NONE"' },
    },
  ],
  allowed: [
    {
      title: "methods that ask who calls, and those that answer before",
      resources: {
        api: api(),
        iam: method({ authorization: "AWS_IAM" }),
        pool: method({ authorization: "COGNITO_USER_POOLS", authorizerId: "a1" }),
        own: method({ authorization: "CUSTOM", authorizerId: "a1" }),
        key: method({ authorization: "NONE", apiKeyRequired: "true" }),
        preflight: method({ authorization: "NONE", httpMethod: "OPTIONS" }),
      },
    },
    {
      title: "an OpenAPI document whose operations ask, each or all",
      resources: {
        all: {
          type: "aws:apigateway/restApi:RestApi",
          props: { body: JSON.stringify({ security: [{ api_key: [] }], paths: { "/orders": { get: {} } } }) },
        },
        signed: {
          type: "aws:apigateway/restApi:RestApi",
          props: {
            body: JSON.stringify({ paths: { "/": { get: { "x-amazon-apigateway-auth": { type: "AWS_IAM" } } } } }),
          },
        },
      },
    },
    {
      title: "a private API, which its network alone reaches",
      resources: { api: api("PRIVATE"), open: method({ authorization: "NONE" }) },
    },
    {
      title: "paths that may be open",
      settings: { allowPaths: ["/", "/health", "/public/*"] },
      resources: {
        api: api(),
        root: method({ authorization: "NONE" }),
        health: part(ref("api", "rootResourceId"), "health"),
        check: method({ resourceId: ref("health"), authorization: "NONE" }),
        public: part(ref("api", "rootResourceId"), "public"),
        any: part(ref("public"), "{proxy+}"),
        files: method({ resourceId: ref("any"), authorization: "NONE" }),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        api: api(),
        authorization: method({ authorization: UNKNOWN }),
        verb: method({ authorization: "NONE", httpMethod: UNKNOWN }),
        key: method({ authorization: "NONE", apiKeyRequired: UNKNOWN }),
      },
      says: {
        authorization: "authorization is not known yet",
        verb: "httpMethod is not known yet",
        key: "apiKeyRequired is not known yet",
      },
    },
    {
      title: "an API of which it is not known whether it is private",
      resources: { api: api(UNKNOWN), open: method({ authorization: "NONE" }) },
      says: { open: "endpointConfiguration.types of its API is not known yet" },
    },
    {
      title: "an OpenAPI document that waits for what it calls",
      resources: {
        role: { type: "aws:iam/role:Role", props: {} },
        api: { type: "aws:apigateway/restApi:RestApi", props: { body: ref("role", "arn") } },
      },
      says: { api: "body is not known yet" },
    },
    {
      title: "a path that is not in the stack, where some may be open",
      settings: { allowPaths: ["/health"] },
      resources: { api: api(), open: method({ authorization: "NONE", resourceId: "x1" }) },
      says: { open: "its path is not known yet" },
    },
  ],
};
