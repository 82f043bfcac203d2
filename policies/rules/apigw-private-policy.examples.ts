import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const api = (types: unknown, props: object = {}) => ({
  type: "aws:apigateway/restApi:RestApi",
  props: { name: "shop", endpointConfiguration: { types }, ...props },
});
const beside = (restApiId: unknown, policy: unknown) => ({
  type: "aws:apigateway/restApiPolicy:RestApiPolicy",
  props: { restApiId, policy },
});
const all = { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*" };
const json = (...Statement: object[]) => JSON.stringify({ Statement });
const endpoint = { "aws:SourceVpce": "vpce-1a2b3c4d" };
const basePath = (restApi: unknown) => ({
  type: "aws:apigateway/basePathMapping:BasePathMapping",
  props: { restApi, domainName: "api.example.com" },
});
const http = (props: object) => ({ type: "aws:apigatewayv2/api:Api", props: { protocolType: "HTTP", ...props } });
const mapping = (apiId: unknown) => ({
  type: "aws:apigatewayv2/apiMapping:ApiMapping",
  props: { apiId, domainName: "api.example.com", stage: "$default" },
});

export const examples: Examples = {
  denied: [
    {
      title: "private APIs that every network with an endpoint reaches",
      resources: {
        bare: api("PRIVATE"),
        inside: api("PRIVATE", { policy: json(all) }),
        other: api("PRIVATE"),
        policy: beside(
          ref("other"),
          json(all, { ...all, Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ),
      },
      says: {
        bare: "it is private and has no policy; allow certain VPC endpoints in one",
        inside: "its policy lets in every VPC endpoint; test aws:SourceVpce or aws:SourceVpc",
        other: "its policy lets in every VPC endpoint",
      },
    },
    {
      title: "APIs with a domain name that answer at their first address, too",
      resources: {
        rest: api("REGIONAL"),
        path: basePath(ref("rest")),
        http: http({ disableExecuteApiEndpoint: "false" }),
        mapping: mapping(ref("http")),
      },
      says: {
        rest: "disableExecuteApiEndpoint is not set beside a domain name; set it to true",
        http: "disableExecuteApiEndpoint is false beside a domain name",
      },
    },
  ],
  allowed: [
    {
      title: "private APIs for one endpoint, or for accounts",
      resources: {
        inside: api("PRIVATE", { policy: json({ ...all, Condition: { StringEquals: endpoint } }) }),
        other: api("PRIVATE"),
        policy: beside(ref("other"), json(all, { ...all, Effect: "Deny", Condition: { StringNotEquals: endpoint } })),
        account: api("PRIVATE", { policy: json({ ...all, Principal: { AWS: "111122223333" } }) }),
      },
    },
    {
      title: "APIs that answer at their domain name alone, or have none",
      resources: {
        rest: api("REGIONAL", { disableExecuteApiEndpoint: true }),
        path: basePath(ref("rest")),
        http: http({ disableExecuteApiEndpoint: "true" }),
        mapping: mapping(ref("http")),
        bare: http({}),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { other: api("PRIVATE"), policy: beside(ref("other"), UNKNOWN) },
      says: { other: "its policy is not known yet" },
    },
    {
      title: "an address of which it is not known whether it is closed",
      resources: {
        table: { type: "aws:dynamodb/table:Table", props: {} },
        http: http({ disableExecuteApiEndpoint: ref("table", "streamEnabled") }),
        mapping: mapping(ref("http")),
      },
      says: { http: "disableExecuteApiEndpoint is not known yet" },
    },
  ],
};
