import assert from "node:assert/strict";
import { Database, type DatabaseArgs } from "../../../components/database";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-public-a", "subnet-public-b"],
  privateSubnetIds: ["subnet-private-a", "subnet-private-b"],
  isolatedSubnetIds: ["subnet-isolated-a", "subnet-isolated-b"],
};

/** Plans the database `orders`, PostgreSQL unless told otherwise. */
export const made = (
  args: Partial<DatabaseArgs> = {},
  environment: "dev" | "prod" = "dev",
  use: (database: Database) => void = () => {},
) =>
  record(
    () => {
      use(new Database("orders", { network, engine: { type: "postgres", version: "17" }, ...args }));
    },
    { environment },
  );

/** One case of what is refused a row: its sentence, and the arguments. */
export function refuses(cases: readonly [sentence: string, args: Partial<DatabaseArgs>][]): void {
  for (const [sentence, args] of cases) {
    it(`refuses: ${sentence}`, () => assert.rejects(made(args), { message: `database "orders": ${sentence}` }));
  }
}
