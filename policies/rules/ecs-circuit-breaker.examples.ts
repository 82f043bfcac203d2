import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a rolling deployment that goes on, whether it is called so or not",
      resources: {
        silent: service({}),
        named: service({ deploymentController: { type: "ECS" }, deploymentConfiguration: { strategy: "ROLLING" } }),
      },
      says: {
        silent: [
          "deploymentCircuitBreaker.enable is not true; set it to true",
          "deploymentCircuitBreaker.rollback is not true; set it to true",
        ],
        named: ["deploymentCircuitBreaker.enable is not true", "deploymentCircuitBreaker.rollback is not true"],
      },
    },
    {
      title: "a deployment that stops but does not go back",
      resources: { web: service({ deploymentCircuitBreaker: { enable: true, rollback: false } }) },
      says: { web: "deploymentCircuitBreaker.rollback is not true" },
    },
  ],
  allowed: [
    {
      title: "a deployment that goes back",
      resources: { web: service({ deploymentCircuitBreaker: { enable: true, rollback: true } }) },
    },
    {
      title: "deployments that go back in other ways",
      resources: {
        canary: service({ deploymentConfiguration: { strategy: "CANARY" } }),
        codedeploy: service({ deploymentController: { type: "CODE_DEPLOY" } }),
      },
    },
  ],
  undecided: [
    {
      title: "a circuit breaker or a strategy that is not known",
      resources: {
        breaker: service({ deploymentCircuitBreaker: UNKNOWN }),
        strategy: service({ deploymentConfiguration: { strategy: UNKNOWN } }),
      },
      says: {
        breaker: "deploymentCircuitBreaker is not known yet",
        strategy: "deploymentCircuitBreaker is not known yet",
      },
    },
  ],
};
