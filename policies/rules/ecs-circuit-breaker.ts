import { serviceType } from "../facts/ecs-services";
import { asBoolean, at, type Fact, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const property = "deploymentCircuitBreaker";

export const ecsCircuitBreaker = rule({
  name: "ecs-circuit-breaker",
  displayName: "Deployments that fail go back",
  description: "A service with rolling deployments stops one that fails and returns to the version before.",
  why: "Without it ECS starts tasks of a broken version again and again, and the deployment neither succeeds nor ends.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  remediationSteps: "Set deploymentCircuitBreaker to { enable: true, rollback: true }.",
  controls: {},
  types: [serviceType],
  resource({ resource, deny, undecided }) {
    const missing = missingIn(resource);
    if (missing === UNKNOWN) undecided(property);
    else for (const key of missing) deny(`${property}.${key} is not true; set it to true`);
  },
  remediate(resource) {
    const missing = missingIn(resource);
    return missing === UNKNOWN ? [] : missing.map((key) => ({ path: [property, key], value: true }));
  },
});

function missingIn({ props }: Resource): readonly string[] | typeof UNKNOWN {
  const isRolling = says(at(props, "deploymentController", "type"), "ECS");
  const isRollingStrategy = says(at(props, "deploymentConfiguration", "strategy"), "ROLLING");
  if (isRolling === false || isRollingStrategy === false) return [];
  const stated = ["enable", "rollback"].map((key) => ({ key, value: asBoolean(at(props, property, key)) }));
  const known = stated.filter(({ value }) => value !== true && value !== UNKNOWN).map(({ key }) => key);
  if (known.length === 0) return stated.some(({ value }) => value === UNKNOWN) ? UNKNOWN : [];
  return isRolling === UNKNOWN || isRollingStrategy === UNKNOWN ? UNKNOWN : known;
}

function says(value: Fact<unknown>, byDefault: string): boolean | typeof UNKNOWN {
  return value === UNKNOWN ? UNKNOWN : (value ?? byDefault) === byDefault;
}
