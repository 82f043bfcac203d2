import { named } from "../facts/references";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { texts } from "../settings";

const vpc = { types: ["aws:ec2/vpc:Vpc"], keys: ["id"] };
const subnet = { types: ["aws:ec2/subnet:Subnet"], keys: ["id"] };

export const vpcFlowLogs = rule({
  name: "vpc-flow-logs",
  displayName: "Networks keep flow logs",
  description: "Every VPC has a flow log that records rejected traffic, or each of its subnets has one.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  remediationSteps: "Add an aws.ec2.FlowLog with the vpcId of the VPC and trafficType ALL or REJECT.",
  controls: { fsbp: ["EC2.6"], cis: ["4.7"] },
  settings: { trafficTypes: texts(["ALL", "REJECT"], "The values of trafficType with which a flow log serves.") },
  types: [],
  stack({ stack, settings, on }) {
    const logs = stack.ofType("aws:ec2/flowLog:FlowLog");
    for (const network of stack.ofType(...vpc.types)) {
      const own = logs.filter((log) => refersTo(stack, log, "vpcId", vpc, network));
      const parts = stack.ofType(...subnet.types).filter((part) => refersTo(stack, part, "vpcId", vpc, network));
      const covering = [
        own,
        ...(parts.length > 0 ? [logsOfEach(stack, logs, parts)] : []),
      ];
      const kinds = covering.map((some) => some.map((log) => asText(at(log.props, "trafficType"))));
    }
  },
});
