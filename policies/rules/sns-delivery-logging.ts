import { isGiven } from "../facts/given";
import { topicType } from "../facts/messaging";
import { at } from "../facts/value";
import { rule } from "../rule";

const roles = ["application", "firehose", "http", "lambda", "sqs"].flatMap((to) => [
  `${to}FailureFeedbackRoleArn`,
  `${to}SuccessFeedbackRoleArn`,
]);

export const snsDeliveryLogging = rule({
  name: "sns-delivery-logging",
  displayName: "Topics log what they deliver",
  description: "Every topic of SNS logs the deliveries to one kind of endpoint at least.",
  why: "Without logs it is seen that deliveries fail, but not which ones or why.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-2",
  remediationSteps:
    "Set the FailureFeedbackRoleArn and SuccessFeedbackRoleArn of the kind of endpoint that is subscribed, such as sqsFailureFeedbackRoleArn.",
  controls: { fsbp: ["SNS.2"] },
  types: [topicType],
  resource({ resource, deny }) {
    // Of a role that is made with the stack the ARN is not known at preview, but then one is named.
    if (roles.some((property) => isGiven(at(resource.props, property)))) return;
    deny("it logs no deliveries; set sqsFailureFeedbackRoleArn, or that of what is subscribed");
  },
});
