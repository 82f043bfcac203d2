import { isNarrowed, narrowKeys, type Statement } from "../facts/policy-statements";
import { judgeTrust, trustPolicyTypes } from "../facts/trust-policies";
import { few, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { texts } from "../settings";

export const iamServiceTrustSourceAccount = rule({
  name: "iam-service-trust-source-account",
  displayName: "Services take a role for the account alone",
  description:
    "A role that a service takes on behalf of others says by a condition for which account or resource, where the service tells.",
  why: "Another customer of the service could otherwise have it use your role for them: the confused deputy.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention",
  remediationSteps:
    "Add a condition to assumeRolePolicy: StringEquals on aws:SourceAccount with the account, or ArnLike on aws:SourceArn.",
  controls: {},
  settings: {
    /**
     * Those whose own pages ask for it:
     * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
     * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
     * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
     * https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
     */
    services: texts(
      ["ecs-tasks.amazonaws.com", "vpc-flow-logs.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com"],
      "The services that tell for whom they take a role, by their principals.",
    ),
  },
  types: trustPolicyTypes,
  resource({ resource, settings, deny, undecided }) {
    judgeTrust(resource, { deny, undecided }, (statement, place) => {
      const services = servicesIn(statement).filter((service) => settings.services.includes(service));
      if (services.length === 0) return;
      const tied = isNarrowed(statement, sourceKeys);
      if (tied === UNKNOWN) undecided(`Condition of ${place}`);
      else if (!tied) deny(`${place} lets in ${few(services)} for anybody; add a condition on aws:SourceAccount`);
    });
  },
});

const sourceKeys = new Set(
  narrowKeys.map((key) => key.toLowerCase()).filter((key) => /^aws:source(?:account|arn|org)/.test(key)),
);

/** What is not known yet is none of those of the list: nothing else tells the name of a service. */
function servicesIn({ principals = [] }: Statement): string[] {
  return principals.flatMap(({ kind, id }) => (kind === "Service" && id !== UNKNOWN ? [id] : []));
}
