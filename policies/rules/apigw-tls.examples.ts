import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const rest = (props: object) => ({
  type: "aws:apigateway/domainName:DomainName",
  props: { domainName: "api.example.com", ...props },
});
const domain = (securityPolicy?: unknown) => ({
  type: "aws:apigatewayv2/domainName:DomainName",
  props: { domainName: "api.example.com", domainNameConfiguration: { endpointType: "REGIONAL", securityPolicy } },
});

export const examples: Examples = {
  denied: [
    {
      title: "domain names that take TLS 1.0, or do not say",
      resources: {
        old: rest({ securityPolicy: "TLS_1_0" }),
        silent: rest({}),
        http: domain("TLS_1_0"),
      },
      says: {
        old: 'securityPolicy is "TLS_1_0"; set it to "TLS_1_2"',
        silent: 'securityPolicy is not set; set it to "TLS_1_2"',
        http: 'domainNameConfiguration.securityPolicy is "TLS_1_0"',
      },
    },
  ],
  allowed: [
    {
      title: "TLS 1.2 and newer",
      resources: {
        rest: rest({ securityPolicy: "TLS_1_2" }),
        newest: rest({ securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }),
        http: domain("TLS_1_2"),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known",
      resources: { rest: rest({ securityPolicy: UNKNOWN }), http: domain(UNKNOWN) },
      says: {
        rest: "securityPolicy is not known yet",
        http: "domainNameConfiguration.securityPolicy is not known yet",
      },
    },
  ],
};
