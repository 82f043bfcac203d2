import { EksCluster, type EksClusterArgs } from "../../../components/eks-cluster";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};

/** The plan of a cluster called `platform`. */
export function planned(args: Partial<EksClusterArgs> = {}, environment: "dev" | "prod" = "dev"): Promise<Plan> {
  return record(
    () => {
      new EksCluster("platform", { network, ...args });
    },
    { environment },
  );
}

/** The logical names of what a resource waits for. */
export function waitsFor(plan: Plan, name: string): string[] {
  return plan.get(name).dependencies.map((urn) => urn.split("::").pop() ?? "");
}

/** A JSON document among a resource's inputs. */
export function document(value: unknown) {
  return JSON.parse(String(value));
}
