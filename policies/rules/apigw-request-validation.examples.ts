import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const method = (httpMethod: unknown, props: object = {}) => ({
  type: "aws:apigateway/method:Method",
  props: { restApi: "a1b2c3", resourceId: "x1", authorization: "AWS_IAM", httpMethod, ...props },
});
const validator = { type: "aws:apigateway/requestValidator:RequestValidator", props: { validateRequestBody: true } };
const requestValidatorId = ref("validator");

export const examples: Examples = {
  denied: [
    {
      title: "bodies, models and parameters that nothing checks",
      resources: {
        post: method("POST"),
        model: method("ANY", { requestModels: { "application/json": "Order" } }),
        query: method("GET", { requestParameters: { "method.request.querystring.id": "true" } }),
      },
      says: {
        post: "requestValidatorId is not set, so nothing checks the body; name a validator and a model",
        model: "requestValidatorId is not set, so nothing checks its models and parameters; name a validator",
        query: "requestValidatorId is not set, so nothing checks its models and parameters",
      },
    },
    {
      title: "a validator with nothing to check",
      resources: {
        validator,
        put: method("PUT", { requestValidatorId }),
        any: method("PUT", { requestValidatorId, requestModels: { "application/json": "Empty" } }),
        optional: method("GET", { requestValidatorId, requestParameters: { "method.request.header.Host": false } }),
      },
      says: {
        put: "requestValidatorId checks nothing; name a model in requestModels or true in requestParameters",
        any: "requestValidatorId checks nothing",
        optional: "requestValidatorId checks nothing",
      },
    },
  ],
  allowed: [
    {
      title: "bodies and parameters that a validator checks",
      resources: {
        validator,
        model: { type: "aws:apigateway/model:Model", props: { name: "Order" } },
        post: method("POST", { requestValidatorId, requestModels: { "application/json": ref("model", "name") } }),
        query: method("GET", { requestValidatorId, requestParameters: { "method.request.querystring.id": true } }),
      },
    },
    {
      title: "methods that take no body, and proxies, behind which the function checks",
      resources: {
        get: method("GET", { requestParameters: { "method.request.path.id": false } }),
        preflight: method("OPTIONS"),
        proxy: method("ANY"),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        validator,
        models: method("POST", { requestValidatorId, requestModels: UNKNOWN }),
        parameters: method("GET", { requestParameters: UNKNOWN }),
        verb: method(UNKNOWN),
      },
      says: {
        models: "requestModels or requestParameters is not known yet",
        parameters: "requestModels or requestParameters is not known yet",
        verb: "httpMethod is not known yet",
      },
    },
  ],
};
