import { ContainerService, type ContainerServiceArgs } from "../../../components/container-service";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-public-a", "subnet-public-b"],
  privateSubnetIds: ["subnet-private-a", "subnet-private-b"],
};
export const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2";
export const web = { image, port: 8080 };

/** A service on Fargate behind a load balancer of its own. */
export const plain = {
  network,
  compute: { type: "fargate" },
  containers: { web },
  balancing: { type: "application", exposure: "internet", tls: "none" },
} as const;

/** The plan of the service "shop". */
export function shop(args: ContainerServiceArgs = plain, environment: "dev" | "prod" = "dev"): Promise<Plan> {
  return record(
    () => {
      new ContainerService("shop", args);
    },
    { environment },
  );
}

/** The containers of its task, by name. */
export function containers(plan: Plan): Record<string, Record<string, unknown>> {
  const stated = JSON.parse(String(plan.get("shop-task").inputs.containerDefinitions)) as { name: string }[];
  return Object.fromEntries(stated.map((container) => [container.name, { ...container }]));
}

/** The statements of a policy document of its. */
export function statements(plan: Plan, name: string): { Action: string[]; Resource: string[]; Condition?: object }[] {
  return JSON.parse(String(plan.get(name).inputs.policy)).Statement;
}
