import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** Stand-ins of EC2 Auto Scaling. */
export const autoscaling: Readonly<Record<string, Maker>> = {
  "aws:autoscaling/group:Group": ({ named, arn, hex }) => {
    const name = named();
    const path = `autoScalingGroup:${markedUuid(hex(64))}:autoScalingGroupName/${name}`;
    return { id: name, name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/policy:Policy": ({ inputs, named, arn, hex }) => {
    const name = named();
    const path = `scalingPolicy:${markedUuid(hex(64))}:autoScalingGroupName/${text(inputs.autoscalingGroupName)}:policyName/${name}`;
    return { id: name, name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/schedule:Schedule": ({ inputs, named, arn, hex }) => {
    const name = named("scheduledActionName");
    const path = `scheduledUpdateGroupAction:${markedUuid(hex(64))}:autoScalingGroupName/${text(inputs.autoscalingGroupName)}:scheduledActionName/${name}`;
    return { id: name, scheduledActionName: name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/attachment:Attachment": ({ inputs, hex }) => ({
    id: `${text(inputs.autoscalingGroupName)}-${hex(26)}`,
  }),
};
