import { named } from "../facts/references";
import { at } from "../facts/value";
import { rule } from "../rule";

const repositoryKind = { types: ["aws:ecr/repository:Repository"], keys: ["name", "id"] };

export const ecrLifecycle = rule({
  name: "ecr-lifecycle",
  displayName: "Repositories let old images go",
  description: "Every repository has a lifecycle policy, which deletes images that nobody needs.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3",
  remediationSteps: "Add an ecr.LifecyclePolicy for the repository that expires untagged and old images.",
  controls: { fsbp: ["ECR.3"] },
  types: repositoryKind.types,
  stack({ stack, on }) {
    const kept = stack
      .ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy")
      .flatMap((policy) => named(stack, policy, "repository", at(policy.props, "repository"), repositoryKind));
    for (const repository of stack.ofType(...repositoryKind.types)) {
      if (!kept.includes(repository)) on(repository).deny("it has no lifecycle policy; add an ecr.LifecyclePolicy");
    }
  },
});
