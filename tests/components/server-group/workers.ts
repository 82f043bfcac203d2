import { ServerGroup, type ServerGroupArgs } from "../../../components/server-group";
import type { Plan } from "../../../planner/plan";
import { record } from "../../../planner/record";

const plain = { subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-1"] };

/** The plan of a group called `workers` in two zones, in dev. */
export function workers(args: Partial<ServerGroupArgs> = {}): Promise<Plan> {
  return record(() => new ServerGroup("workers", { ...plain, ...args }), { environment: "dev" });
}

/** What the group of such a plan is made of. */
export async function groupInputs(args: Partial<ServerGroupArgs>): Promise<Record<string, unknown>> {
  return (await workers(args)).get("workers-asg").inputs;
}

/** What its launch template is made of. */
export async function templateInputs(args: Partial<ServerGroupArgs>): Promise<Record<string, unknown>> {
  return (await workers(args)).get("workers-template").inputs;
}
