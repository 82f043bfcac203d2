import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const rest = (props: object = {}) => ({
  type: "aws:apigateway/stage:Stage",
  props: { restApi: "a1b2c3", stageName: "prod", ...props },
});
const association = (resourceArn: unknown) => ({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  props: { resourceArn, webAclArn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/web/1" },
});
const api = (protocolType: unknown = "HTTP") => ({ type: "aws:apigatewayv2/api:Api", props: { protocolType } });
const site = (origins: unknown) => ({ type: "aws:cloudfront/distribution:Distribution", props: { origins } });
const origin = (domainName: unknown) => [{ originId: "api", domainName }];

export const examples: Examples = {
  denied: [
    {
      title: "a stage of a REST API without a web ACL",
      resources: { stage: rest(), other: rest(), firewall: association(ref("other", "arn")) },
      says: { stage: "it has no web ACL; add an aws.wafv2.WebAclAssociation with its ARN" },
    },
    {
      title: "an HTTP API that the internet reaches without CloudFront",
      resources: { api: api(), site: site(origin("shop.example.com")) },
      says: { api: "AWS WAF cannot stand before an HTTP API; put CloudFront with a web ACL before it" },
    },
  ],
  allowed: [
    {
      title: "stages with a web ACL, by reference and by ARN",
      resources: {
        stage: rest(),
        firewall: association(ref("stage", "arn")),
        named: rest({ arn: "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/prod" }),
        other: association("arn:aws:apigateway:eu-west-1::/restapis/a1b2c3/stages/prod"),
      },
    },
    {
      title: "HTTP APIs behind CloudFront: by their own address, a stage, or a domain name",
      resources: {
        one: api(),
        two: api(),
        three: api(),
        stage: { type: "aws:apigatewayv2/stage:Stage", props: { apiId: ref("two"), name: "$default" } },
        domain: { type: "aws:apigatewayv2/domainName:DomainName", props: { domainName: "api.example.com" } },
        mapping: {
          type: "aws:apigatewayv2/apiMapping:ApiMapping",
          props: { apiId: ref("three"), stage: "$default", domainName: ref("domain") },
        },
        a: site(origin(ref("one", "apiEndpoint"))),
        b: site(origin(ref("stage", "invokeUrl"))),
        c: site(origin(ref("domain", "domainName"))),
      },
    },
    { title: "a WebSocket API, which WAF does not know", resources: { api: api("WEBSOCKET") } },
  ],
  undecided: [
    {
      title: "an association with something that is not known",
      resources: { stage: rest(), firewall: association(UNKNOWN) },
      says: { stage: "the resourceArn of a WebAclAssociation is not known yet" },
    },
    {
      title: "what an API speaks, or what is behind CloudFront",
      resources: { later: api(UNKNOWN), api: api(), site: site(UNKNOWN) },
      says: {
        later: "protocolType is not known yet",
        api: "an origin of a CloudFront distribution is not known yet",
      },
    },
  ],
};
