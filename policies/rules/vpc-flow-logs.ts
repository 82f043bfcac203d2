import { type Kind, named } from "../facts/references";
import { asText, at, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

const vpc = { types: ["aws:ec2/vpc:Vpc"], keys: ["id"] };
const subnet = { types: ["aws:ec2/subnet:Subnet"], keys: ["id"] };

export const vpcFlowLogs = rule({
  name: "vpc-flow-logs",
  displayName: "Networks keep flow logs",
  description: "Every VPC has a flow log that records rejected traffic, or each of its subnets has one.",
  why: "Without them nobody can tell afterwards who tried to reach what, or why a connection was refused.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  remediationSteps: "Add an aws.ec2.FlowLog with the vpcId of the VPC and trafficType ALL or REJECT.",
  controls: { fsbp: ["EC2.6"], cis: ["4.7"] },
  settings: { trafficTypes: texts(["ALL", "REJECT"], "The values of trafficType with which a flow log serves.") },
  types: [],
  subjects: vpc.types,
  stack({ stack, settings, on }) {
    const logs = stack.ofType("aws:ec2/flowLog:FlowLog");
    /** Whether flow logs serve the resource that their `property` names; unknown while the traffic type of one is. */
    const logged = (property: string, kind: Kind, target: StackResource): boolean | Unknown => {
      const types = logs
        .filter((log) => named(stack, log, property, at(log.props, property), kind).includes(target))
        .map((log) => asText(at(log.props, "trafficType")));
      if (types.some((type) => typeof type === "string" && settings.trafficTypes.includes(type))) return true;
      return types.includes(UNKNOWN) && UNKNOWN;
    };
    for (const network of stack.ofType(...vpc.types)) {
      const subnets = stack
        .ofType(...subnet.types)
        .filter((part) => named(stack, part, "vpcId", at(part.props, "vpcId"), vpc).includes(network));
      const whole = logged("vpcId", vpc, network);
      const parts = subnets.map((part) => logged("subnetId", subnet, part));
      if (whole === true || (parts.length > 0 && parts.every((part) => part === true))) continue;
      if (whole === UNKNOWN || parts.includes(UNKNOWN)) on(network).undecided("trafficType of its flow log");
      else on(network).deny(`it has no flow log of trafficType ${settings.trafficTypes.join(" or ")}; add one`);
    }
  },
});
