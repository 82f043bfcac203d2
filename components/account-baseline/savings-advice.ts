import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { kept } from "./guard-rails";

/**
 * Lets AWS look for what could cost less, for nothing: idle and too large servers, and how much to commit.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/cost-optimization-hub.html and
 * https://docs.aws.amazon.com/compute-optimizer/latest/ug/getting-started.html
 */
export function savingsAdvice(name: string, parent: pulumi.Resource): void {
  const ownAccount = { includeMemberAccounts: false };
  // The hub shows what the optimizer finds.
  const optimizer = new aws.computeoptimizer.EnrollmentStatus(
    `${name}-compute-optimizer`,
    { status: "Active", ...ownAccount },
    kept(parent),
  );
  new aws.costoptimizationhub.EnrollmentStatus(`${name}-cost-hub`, ownAccount, {
    ...kept(parent),
    dependsOn: [optimizer],
  });
}
