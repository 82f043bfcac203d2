import { type Examples, ref } from "../examples";

const topic = (props: object) => ({ type: "aws:sns/topic:Topic", props: { name: "orders", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "topics that log nothing",
      resources: { bare: topic({}), rate: topic({ sqsFailureFeedbackRoleArn: "", sqsSuccessFeedbackSampleRate: 100 }) },
      says: {
        bare: "it logs no deliveries; set sqsFailureFeedbackRoleArn, or that of what is subscribed",
        rate: "it logs no deliveries",
      },
    },
  ],
  allowed: [
    {
      title: "topics that log deliveries to something",
      resources: {
        role: { type: "aws:iam/role:Role", props: {} },
        queue: topic({ sqsFailureFeedbackRoleArn: ref("role", "arn") }),
        http: topic({ httpSuccessFeedbackRoleArn: "arn:aws:iam::111122223333:role/sns" }),
      },
    },
  ],
  undecided: [],
};
