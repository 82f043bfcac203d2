import assert from "node:assert/strict";
import { Server, type ServerArgs } from "../../../components/server";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};

/** The plan of one server with these arguments. */
export function wiki(args: Partial<ServerArgs> = {}, environment: "dev" | "prod" = "dev") {
  return record(() => new Server("wiki", { network, ...args }), { environment });
}

/** What the instance of that server states. */
export async function instance(args: Partial<ServerArgs> = {}, environment: "dev" | "prod" = "dev") {
  return (await wiki(args, environment)).get("wiki-instance").inputs;
}

/** Tests that arguments stop the program with one sentence. */
export function refuses(cases: readonly (readonly [sentence: string, args: Partial<ServerArgs>])[]): void {
  for (const [sentence, args] of cases) {
    it(`refuses: ${sentence}`, () => assert.rejects(wiki(args), { message: `server "wiki": ${sentence}` }));
  }
}
