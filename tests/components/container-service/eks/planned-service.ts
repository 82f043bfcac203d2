import { ContainerService, type PortableServiceArgs } from "../../../../components/container-service";
import type { Container } from "../../../../components/container-service/containers";
import type { Plan } from "../../../../planner/plan";
import { record } from "../../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};

export const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2";

/** The plan of a service called `shop` on a cluster of its own. */
export function planned(args: Partial<PortableServiceArgs> = {}, environment: "dev" | "prod" = "dev"): Promise<Plan> {
  return record(
    () => {
      new ContainerService("shop", {
        network,
        compute: { type: "eks" },
        containers: { web: { image, port: 8080 } },
        balancing: { type: "application", exposure: "internet", tls: "none" },
        ...args,
      });
    },
    { environment },
  );
}

/** The plan of a service with one container that is more than a port. */
export function plannedWith(web: Partial<Container>, args: Partial<PortableServiceArgs> = {}): Promise<Plan> {
  return planned({ ...args, containers: { web: { image, port: 8080, ...web } } });
}

/** The pod that a plan's Deployment makes copies of. */
export function podOf(plan: Plan) {
  return Object(plan.get("shop-deployment").inputs.spec).template.spec;
}

/** The annotations of a Kubernetes object, without the words before their slash. */
export function annotationsOf(plan: Plan, name: string): Record<string, string> {
  const { annotations } = Object(plan.get(name).inputs.metadata);
  return Object.fromEntries(
    Object.entries<string>(annotations).map(([key, value]) => [key.replace(/^.*\//, ""), value]),
  );
}
