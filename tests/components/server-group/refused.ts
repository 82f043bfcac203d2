import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { workers } from "./workers";

/** Tests that arguments stop the program with one sentence. */
export function refuses(cases: readonly (readonly [sentence: string, args: Partial<ServerGroupArgs>])[]): void {
  for (const [sentence, args] of cases) {
    it(`refuses: ${sentence}`, () => assert.rejects(workers(args), { message: `server group "workers": ${sentence}` }));
  }
}
