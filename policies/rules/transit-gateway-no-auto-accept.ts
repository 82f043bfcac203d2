import { asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const transitGatewayNoAutoAccept = rule({
  name: "transit-gateway-no-auto-accept",
  displayName: "Transit gateways accept no attachments by themselves",
  description: "A transit gateway that is shared with other accounts does not accept their attachments automatically.",
  why: "Any account that the gateway is shared with can otherwise connect a VPC to your networks before anybody has looked at it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23",
  remediationSteps:
    "Set autoAcceptSharedAttachments to disable, its default, and accept attachments with aws.ec2transitgateway.VpcAttachmentAccepter.",
  controls: { fsbp: ["EC2.23"] },
  types: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
  resource({ resource: { props }, deny, undecided }) {
    const accepts = asText(at(props, "autoAcceptSharedAttachments"));
    if (accepts === UNKNOWN) undecided("autoAcceptSharedAttachments");
    else if (accepts === "enable") deny('autoAcceptSharedAttachments is "enable"; set it to "disable"');
  },
  remediate({ props }) {
    if (asText(at(props, "autoAcceptSharedAttachments")) !== "enable") return [];
    return [{ path: ["autoAcceptSharedAttachments"], value: "disable" }];
  },
});
