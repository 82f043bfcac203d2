import { markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** Application Auto Scaling names what it scales `namespace/resource`. */
const scaled = ({ inputs }: Words) => `resource/${text(inputs.serviceNamespace)}/${text(inputs.resourceId)}`;

/** Stand-ins of EC2 Auto Scaling and Application Auto Scaling. */
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
  "aws:autoscaling/lifecycleHook:LifecycleHook": ({ named }) => {
    const name = named();
    return { id: name, name };
  },
  "aws:autoscaling/attachment:Attachment": ({ inputs, hex }) => ({
    id: `${text(inputs.autoscalingGroupName)}-${hex(26)}`,
  }),
  "aws:appautoscaling/target:Target": ({ inputs, arn, hex }) => ({
    id: text(inputs.resourceId),
    arn: arn("application-autoscaling", `scalable-target/${hex(26)}`),
  }),
  "aws:appautoscaling/policy:Policy": (words) => {
    const name = words.named();
    const path = `scalingPolicy:${markedUuid(words.hex(64))}:${scaled(words)}:policyName/${name}`;
    return { id: name, name, arn: words.arn("autoscaling", path) };
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": (words) => {
    const { inputs, hex } = words;
    const name = words.named();
    const path = `scheduledAction:${markedUuid(hex(64))}:${scaled(words)}:scheduledActionName/${name}`;
    return {
      id: `${name}-${text(inputs.serviceNamespace)}-${text(inputs.resourceId)}`,
      name,
      arn: words.arn("autoscaling", path),
    };
  },
};
