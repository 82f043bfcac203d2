import { named } from "../facts/references";
import { at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const repositoryKind = { types: ["aws:ecr/repository:Repository"], keys: ["name", "id"] };

export const ecrLifecycle = rule({
  name: "ecr-lifecycle",
  displayName: "Repositories let old images go",
  description: "Every repository has a lifecycle policy, which deletes images that nobody needs.",
  why: "Each build adds an image that is billed for ever, and old ones, whose faults are known, can still be deployed.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3",
  remediationSteps: "Add an ecr.LifecyclePolicy for the repository that expires untagged and old images.",
  controls: { fsbp: ["ECR.3"] },
  types: repositoryKind.types,
  stack({ stack, on }) {
    const kept = new Set<StackResource>();
    let isOpen = false;
    for (const policy of stack.ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy")) {
      const name = at(policy.props, "repository");
      const repositories = named(stack, policy, "repository", name, repositoryKind);
      for (const repository of repositories) kept.add(repository);
      if (name === UNKNOWN && repositories.length === 0) isOpen = true;
    }
    for (const repository of stack.ofType(...repositoryKind.types)) {
      if (kept.has(repository)) continue;
      if (isOpen) on(repository).undecided("the repository of a LifecyclePolicy");
      else on(repository).deny("it has no lifecycle policy; add an ecr.LifecyclePolicy");
    }
  },
});
