import { join } from "node:path";
import { BeanstalkApp, type BeanstalkAppArgs } from "../../../components/beanstalk-app";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-public-b", "subnet-public-a"],
  privateSubnetIds: ["subnet-private-b", "subnet-private-a"],
};
export const certificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/c";
export const folder = join(__dirname, "../../../architectures/beanstalk-app/app");
export const loadBalanced = { type: "loadBalanced", exposure: "internet", tls: { certificateArn } } as const;
export const worker = { type: "worker" } as const;
export const single = { type: "singleInstance", sources: ["198.51.100.0/24"] } as const;
export const shared = {
  type: "sharedBalancer",
  loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/0dbf78d8ad96abbc",
  securityGroupId: "sg-front",
} as const;

/** An application behind a load balancer of its own. */
export const plain: BeanstalkAppArgs = {
  network,
  platform: "nodejs22",
  source: { type: "folder", path: folder },
  tier: loadBalanced,
};

/** The plan of the application "shop". */
export function app(args: Partial<BeanstalkAppArgs> = {}, environment: "dev" | "prod" = "dev"): Promise<Plan> {
  return record(
    () => {
      new BeanstalkApp("shop", { ...plain, ...args });
    },
    { environment },
  );
}

interface Setting {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
  readonly resource?: string;
}

/** The settings of an environment, as it states them. */
export function settingsOf(plan: Plan, name = "shop-env"): readonly Setting[] {
  return plan.get(name).inputs.settings as unknown as readonly Setting[];
}

/** What an environment states in one namespace, by name; of scheduled actions by action and name. */
export function optionsOf(plan: Plan, namespace: string, name = "shop-env"): Record<string, string> {
  const own = settingsOf(plan, name).filter((setting) => setting.namespace === namespace);
  return Object.fromEntries(
    own.map((setting) => [`${setting.resource ? `${setting.resource} ` : ""}${setting.name}`, setting.value]),
  );
}

/** The statements of a policy document. */
export function statements(plan: Plan, name: string): Record<string, unknown>[] {
  return JSON.parse(String(plan.get(name).inputs.policy)).Statement;
}
