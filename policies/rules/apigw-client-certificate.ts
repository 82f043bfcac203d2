import { restStageType } from "../facts/api-gateway";
import { isGiven } from "../facts/given";
import { at } from "../facts/value";
import { rule } from "../rule";

export const apigwClientCertificate = rule({
  name: "apigw-client-certificate",
  displayName: "REST APIs prove to their backends who calls",
  description: "Every stage of a REST API has a client certificate, by which its HTTP backends know it.",
  why: "Without one a backend cannot tell requests of the API from those of anybody who has found its address.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-2",
  remediationSteps:
    "Make an aws.apigateway.ClientCertificate, set clientCertificateId to its id, and let the backends check it. Mutual TLS with the callers is another thing, which a domain name has.",
  controls: { fsbp: ["APIGateway.2"] },
  types: [restStageType],
  resource({ resource, deny }) {
    // Of a certificate that is made with the stack the id is not known at preview, but then one is named.
    if (!isGiven(at(resource.props, "clientCertificateId"))) {
      deny("clientCertificateId is not set; name an aws.apigateway.ClientCertificate");
    }
  },
});
