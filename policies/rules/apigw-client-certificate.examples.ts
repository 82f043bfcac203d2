import { type Examples, ref } from "../examples";

const stage = (props: object) => ({ type: "aws:apigateway/stage:Stage", props: { stageName: "prod", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "stages without a client certificate",
      resources: { bare: stage({}), empty: stage({ clientCertificateId: "" }) },
      says: {
        bare: "clientCertificateId is not set; name an aws.apigateway.ClientCertificate",
        empty: "clientCertificateId is not set",
      },
    },
  ],
  allowed: [
    {
      title: "a stage with one, of the stack or another, and HTTP APIs, which call with none",
      resources: {
        certificate: { type: "aws:apigateway/clientCertificate:ClientCertificate", props: {} },
        stage: stage({ clientCertificateId: ref("certificate") }),
        other: stage({ clientCertificateId: "a1b2c3" }),
        http: { type: "aws:apigatewayv2/stage:Stage", props: { name: "$default" } },
      },
    },
  ],
  undecided: [],
};
