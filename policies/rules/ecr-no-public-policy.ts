import { openStatements } from "../facts/policy-statements";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

/** The types with a policy of ECR, and the property that holds it. */
const places: Record<string, string> = {
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": "repositoryPolicy",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": "policy",
};

export const ecrNoPublicPolicy = rule({
  name: "ecr-no-public-policy",
  displayName: "Repositories are open to nobody in particular",
  description: "No policy of a repository or a registry lets everyone in.",
  why: "Everyone may then pull the images with all that is in them or, by some policies, push others under your tags.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  remediationSteps:
    "Name the accounts or roles in Principal, or add a condition such as aws:PrincipalOrgID. A public image belongs into ECR Public.",
  controls: {},
  types: Object.keys(places),
  resource({ resource, deny, undecided }) {
    const property = places[resource.type] ?? "";
    const open = openStatements(at(resource.props, property));
    if (open === UNKNOWN) undecided(property);
    else for (const { place } of open) deny(`${place} of ${property} lets everyone in; name accounts or roles`);
  },
});
