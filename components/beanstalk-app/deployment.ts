import type { ArgumentCheck } from "../argument-checks";
import { checkChoice } from "./choice";
import { checkNumber, type Options } from "./options";

/** https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html */
export type Deployment =
  /** Every instance at once: quick, and out of service meanwhile. */
  | { readonly type: "allAtOnce" }
  /** In batches, which are out of service while their turn lasts. */
  | { readonly type: "rolling"; readonly batch?: Batch }
  /** In batches, with one batch of new instances first, so that capacity stays whole. */
  | { readonly type: "rollingWithAdditionalBatch"; readonly batch?: Batch }
  /** To new instances in a second group, which replace the old ones when all are well. */
  | { readonly type: "immutable" }
  /** To new instances, which get a share of the requests for a time first. */
  | {
      readonly type: "trafficSplitting";
      /** The share of the new version, 1–100. @default 10 */
      readonly percent?: number;
      /** Minutes until it gets all requests, 3–600. @default 5 */
      readonly evaluationMinutes?: number;
    };

/** The size of a batch: instances, 1 to the greatest size, or a percentage, 1–100. */
export type Batch = { readonly instances: number } | { readonly percent: number };

/** What an environment is, as far as updates depend on it. */
export interface Updated {
  /** How many instances it has at most; 1 is a single instance. */
  readonly maxSize: number;
  /** Whether the requests come through a load balancer of its own. */
  readonly hasOwnBalancer: boolean;
}

const command = "aws:elasticbeanstalk:command";

export function deploymentOptions(
  check: ArgumentCheck,
  deployment: Deployment,
  { maxSize, hasOwnBalancer }: Updated,
): Options {
  const { type } = deployment;
  const types = ["allAtOnce", "rolling", "rollingWithAdditionalBatch", "immutable", "trafficSplitting"];
  checkChoice(check, "deployment.type", types, type);
  const fits = maxSize > 1 || type === "allAtOnce" || type === "immutable";
  check(fits, "deployment.type", "must be allAtOnce or immutable for a single instance", type);
  switch (type) {
    case "allAtOnce":
      return { [command]: { DeploymentPolicy: "AllAtOnce" } };
    case "immutable":
      return { [command]: { DeploymentPolicy: "Immutable" } };
    case "rolling":
      return { [command]: { DeploymentPolicy: "Rolling", ...batchOptions(check, deployment.batch, maxSize) } };
    case "rollingWithAdditionalBatch": {
      const batch = batchOptions(check, deployment.batch, maxSize);
      return { [command]: { DeploymentPolicy: "RollingWithAdditionalBatch", ...batch } };
    }
    case "trafficSplitting": {
      check(hasOwnBalancer, "deployment.type", "must be another where there is no load balancer of its own", type);
      const { percent = 10, evaluationMinutes = 5 } = deployment;
      const namespace = "aws:elasticbeanstalk:trafficsplitting";
      checkNumber(check, "deployment.percent", [namespace, "NewVersionPercent"], percent);
      checkNumber(check, "deployment.evaluationMinutes", [namespace, "EvaluationTime"], evaluationMinutes);
      return {
        [command]: { DeploymentPolicy: "TrafficSplitting" },
        [namespace]: { NewVersionPercent: percent, EvaluationTime: evaluationMinutes },
      };
    }
  }
}

function batchOptions(check: ArgumentCheck, batch: Batch = { percent: 34 }, maxSize: number) {
  const [argument, size, most] =
    "percent" in batch ? ["percent", batch.percent, 100] : ["instances", batch.instances, maxSize];
  const holds = Number.isInteger(size) && size >= 1 && size <= most;
  check(holds, `deployment.batch.${argument}`, `must be a whole number between 1 and ${most}`, size);
  return { BatchSizeType: "percent" in batch ? "Percentage" : "Fixed", BatchSize: size } as const;
}
