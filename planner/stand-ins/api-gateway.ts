import type { JsonObject } from "../plan";
import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text, type Words } from "./words";

/** ARNs of API Gateway name no account: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
function own({ partition, region }: Words, path: string): string {
  return `arn:${partition}:apigateway:${region}::${path}`;
}

function executionArn({ arn }: Words, apiId: string): string {
  return arn("execute-api", apiId);
}

function host({ region, dnsSuffix }: Words, apiId: string): string {
  return `${apiId}.execute-api.${region}.${dnsSuffix}`;
}

/** Parts of an API have short ids. */
function short(more?: (words: Words, id: string) => JsonObject): Maker {
  return (words) => ({ id: words.hex(10), ...more?.(words, words.hex(10)) });
}

const withName = short(({ named }) => ({ name: named() }));

/** What the REST API has one of in each place has the place as its id. */
function ofPlace(prefix: string, ...properties: string[]): Maker {
  return ({ inputs }) => ({ id: [prefix, ...properties.map((property) => text(inputs[property]))].join("-") });
}

/** The host name that a DNS record of a custom domain points to, and its zone. */
function domainTarget({ region, dnsSuffix, hex }: Words) {
  return { name: `d-${hex(10)}.execute-api.${region}.${dnsSuffix}`, zone: `Z${hex(13).toUpperCase()}` };
}

const methodPlace = ["restApi", "resourceId", "httpMethod"];

/** Stand-ins of API Gateway: REST APIs, then HTTP and WebSocket APIs. */
export const apiGateway: Readonly<Record<string, Maker>> = {
  "aws:apigateway/restApi:RestApi": short((words, id) => ({
    name: words.named(),
    arn: own(words, `/restapis/${id}`),
    executionArn: executionArn(words, id),
    rootResourceId: `${words.hex(9)}r`,
  })),
  "aws:apigateway/restApiPolicy:RestApiPolicy": sameAs("restApiId"),
  "aws:apigateway/restApiPut:RestApiPut": sameAs("restApiId"),
  "aws:apigateway/resource:Resource": short(),
  "aws:apigateway/method:Method": ofPlace("agm", ...methodPlace),
  "aws:apigateway/methodResponse:MethodResponse": ofPlace("agmr", ...methodPlace, "statusCode"),
  "aws:apigateway/integration:Integration": ofPlace("agi", ...methodPlace),
  "aws:apigateway/integrationResponse:IntegrationResponse": ofPlace("agir", ...methodPlace, "statusCode"),
  "aws:apigateway/response:Response": ofPlace("aggr", "restApiId", "responseType"),
  "aws:apigateway/deployment:Deployment": short(),
  "aws:apigateway/stage:Stage": (words) => {
    const [api, name] = [text(words.inputs.restApi), text(words.inputs.stageName)];
    return {
      id: `ags-${api}-${name}`,
      arn: own(words, `/restapis/${api}/stages/${name}`),
      executionArn: `${executionArn(words, api)}/${name}`,
      invokeUrl: `https://${host(words, api)}/${name}`,
    };
  },
  "aws:apigateway/methodSettings:MethodSettings": ({ inputs }) => ({
    id: `${text(inputs.restApi)}-${text(inputs.stageName)}-${text(inputs.methodPath)}`,
  }),
  "aws:apigateway/authorizer:Authorizer": short((words, id) => ({
    name: words.named(),
    arn: own(words, `/restapis/${text(words.inputs.restApi)}/authorizers/${id}`),
  })),
  "aws:apigateway/requestValidator:RequestValidator": withName,
  "aws:apigateway/model:Model": withName,
  "aws:apigateway/apiKey:ApiKey": short((words, id) => ({ name: words.named(), arn: own(words, `/apikeys/${id}`) })),
  "aws:apigateway/usagePlan:UsagePlan": short((words, id) => ({
    name: words.named(),
    arn: own(words, `/usageplans/${id}`),
  })),
  "aws:apigateway/usagePlanKey:UsagePlanKey": sameAs("keyId"),
  "aws:apigateway/clientCertificate:ClientCertificate": short((words, id) => ({
    arn: own(words, `/clientcertificates/${id}`),
  })),
  "aws:apigateway/vpcLink:VpcLink": short((words, id) => ({ name: words.named(), arn: own(words, `/vpclinks/${id}`) })),
  "aws:apigateway/account:Account": () => ({ id: ACCOUNT_ID }),
  "aws:apigateway/domainName:DomainName": (words) => {
    const name = text(words.inputs.domainName);
    const regional = domainTarget(words);
    return {
      id: name,
      arn: own(words, `/domainnames/${name}`),
      regionalDomainName: regional.name,
      regionalZoneId: regional.zone,
    };
  },
  "aws:apigateway/basePathMapping:BasePathMapping": ({ inputs }) => ({
    id: `${text(inputs.domainName)}/${text(inputs.basePath, "basePath" in inputs ? undefined : "")}`,
  }),
  "aws:apigateway/domainNameAccessAssociation:DomainNameAccessAssociation": ({ inputs, arn }) => {
    const source = text(inputs.accessAssociationSource);
    const domain = text(inputs.domainNameArn).replace(/^.*\/domainnames\//, "");
    const own = arn("apigateway", `/domainnameaccessassociations/domainname/${domain}/vpcesource/${source}`);
    return { id: own, arn: own };
  },
  "aws:apigatewayv2/api:Api": short((words, id) => ({
    name: words.named("name", 128),
    arn: own(words, `/apis/${id}`),
    executionArn: executionArn(words, id),
    apiEndpoint: `${words.inputs.protocolType === "WEBSOCKET" ? "wss" : "https"}://${host(words, id)}`,
  })),
  "aws:apigatewayv2/stage:Stage": (words) => {
    const api = text(words.inputs.apiId);
    const name = words.named("name", 128);
    // The default stage of an HTTP API is called without its name.
    const path = name === "$default" ? "" : name;
    return {
      id: name,
      name,
      arn: own(words, `/apis/${api}/stages/${name}`),
      executionArn: `${executionArn(words, api)}/${name}`,
      invokeUrl: `https://${host(words, api)}/${path}`,
    };
  },
  "aws:apigatewayv2/route:Route": short(),
  "aws:apigatewayv2/routeResponse:RouteResponse": short(),
  "aws:apigatewayv2/integration:Integration": short(),
  "aws:apigatewayv2/integrationResponse:IntegrationResponse": short(),
  "aws:apigatewayv2/deployment:Deployment": short(),
  "aws:apigatewayv2/authorizer:Authorizer": withName,
  "aws:apigatewayv2/model:Model": withName,
  "aws:apigatewayv2/vpcLink:VpcLink": short((words, id) => ({
    name: words.named("name", 128),
    arn: own(words, `/vpclinks/${id}`),
  })),
  "aws:apigatewayv2/apiMapping:ApiMapping": short(),
  "aws:apigatewayv2/domainName:DomainName": (words) => {
    const name = text(words.inputs.domainName);
    const { name: targetDomainName, zone: hostedZoneId } = domainTarget(words);
    return {
      id: name,
      arn: own(words, `/domainnames/${name}`),
      domainNameConfiguration: { targetDomainName, hostedZoneId },
    };
  },
  "aws:apigatewayv2/routingRule:RoutingRule": ({ inputs, arn, hex }) => {
    const routingRuleId = hex(10);
    const own = arn("apigateway", `/domainnames/${text(inputs.domainName)}/routingrules/${routingRuleId}`);
    return { id: own, routingRuleArn: own, routingRuleId };
  },
};
