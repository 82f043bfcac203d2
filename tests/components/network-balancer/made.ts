import { NetworkBalancer, type NetworkBalancerArgs } from "../../../components/network-balancer";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};

/** Servers that speak TCP on 8080, reached on 80. */
export const web: NetworkBalancerArgs = {
  network,
  exposure: "internet",
  listeners: { web: { protocol: "tcp", port: 80, target: "servers" } },
  targetGroups: { servers: { protocol: "tcp", port: 8080, targets: { type: "instances" } } },
};

/** Plans a balancer called `edge`. */
export const make = (args: Partial<NetworkBalancerArgs> = {}, environment: "dev" | "prod" = "dev") =>
  record(() => ({ balancer: new NetworkBalancer("edge", { ...web, ...args }) }), { environment });
