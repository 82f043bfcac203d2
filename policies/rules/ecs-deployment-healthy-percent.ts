import { isReplicated, serviceType } from "../facts/ecs-services";
import { asNumber, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { integer } from "../settings";

const property = "deploymentMinimumHealthyPercent";

export const ecsDeploymentHealthyPercent = rule({
  name: "ecs-deployment-healthy-percent",
  displayName: "A deployment keeps production serving",
  description: "While a service of production is deployed, at least half of its tasks keep running.",
  why: "With less, a deployment takes more than half of the capacity away at once, and the rest must carry all requests.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
  remediationSteps: "Set deploymentMinimumHealthyPercent to 100, which it is where nothing is said, or at least to 50.",
  controls: {},
  settings: {
    min: integer(50, "The lowest share of the tasks, in percent, that must keep running.", {
      minimum: 0,
      maximum: 100,
    }),
  },
  types: [serviceType],
  resource({ resource, settings: { min }, deny, undecided }) {
    const percent = asNumber(at(resource.props, property));
    if (percent === undefined || !isReplicated(resource)) return;
    if (percent === UNKNOWN) undecided(property);
    else if (percent < min) deny(`${property} is ${percent}; set it to ${min} or more`);
  },
});
