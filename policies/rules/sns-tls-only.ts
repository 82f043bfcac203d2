import { attachedPolicies, policedTopics } from "../facts/messaging";
import { refusedWithoutTls } from "../facts/tls-refusals";
import { UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const snsTlsOnly = rule({
  name: "sns-tls-only",
  displayName: "Topics refuse requests without TLS",
  description: "The policy of every topic of SNS denies everyone sns:Publish when the request comes without TLS.",
  why: "What is published over plain HTTP can be read and changed on its way.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit",
  remediationSteps:
    "Add an aws.sns.TopicPolicy with a statement that denies sns:Publish to everyone where aws:SecureTransport is false.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    const policiesOf = attachedPolicies(stack, policedTopics);
    for (const topic of stack.ofType(...policedTopics.kind.types)) {
      const isRefused = refusedWithoutTls(policiesOf(topic), "sns:publish");
      if (isRefused === UNKNOWN) on(topic).undecided("its policy");
      else if (!isRefused)
        on(topic).deny("no policy of it denies sns:Publish where aws:SecureTransport is false; add one");
    }
  },
});
