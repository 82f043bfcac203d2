import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const repository = (props: object = {}) => ({ type: "aws:ecr/repository:Repository", props: { ...props } });
const lifecycle = (repositoryName: unknown) => ({
  type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
  props: { repository: repositoryName, policy: "{}" },
});

export const examples: Examples = {
  denied: [
    {
      title: "the repository without a policy, not the one beside it",
      resources: { web: repository(), api: repository(), policy: lifecycle(ref("api", "name")) },
      says: { web: "it has no lifecycle policy; add an ecr.LifecyclePolicy" },
    },
  ],
  allowed: [
    {
      title: "a policy that names its repository by reference or by name",
      resources: {
        ...{ web: repository(), policy: lifecycle(ref("web")) },
        ...{ api: repository({ name: "shop/api" }), other: lifecycle("shop/api") },
      },
    },
  ],
  undecided: [
    {
      title: "a policy for a repository that is not known",
      resources: { web: repository(), policy: lifecycle(UNKNOWN) },
      says: { web: "the repository of a LifecyclePolicy is not known yet" },
    },
  ],
};
