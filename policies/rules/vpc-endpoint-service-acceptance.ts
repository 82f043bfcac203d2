import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const vpcEndpointServiceAcceptance = rule({
  name: "vpc-endpoint-service-acceptance",
  displayName: "Endpoint services accept connections by hand",
  description: "A VPC endpoint service accepts each connection to it by itself, not all that ask.",
  why: "Whoever the service permits, which may be everyone, otherwise connects to it without anybody's knowledge.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  remediationSteps:
    "Set acceptanceRequired to true and accept consumers one by one, in the console or with aws.ec2.VpcEndpointConnectionAccepter.",
  controls: {},
  types: ["aws:ec2/vpcEndpointService:VpcEndpointService"],
  resource({ resource: { props }, deny, undecided }) {
    const required = asBoolean(at(props, "acceptanceRequired"));
    if (required === UNKNOWN) undecided("acceptanceRequired");
    else if (required !== true) deny(`acceptanceRequired is ${shown(at(props, "acceptanceRequired"))}; set it to true`);
  },
  remediate({ props }) {
    const required = asBoolean(at(props, "acceptanceRequired"));
    return required === true || required === UNKNOWN ? [] : [{ path: ["acceptanceRequired"], value: true }];
  },
});
