import { parseArgs } from "node:util";
import { type Fuzzed, FuzzFailure, fuzz } from "../tests/policies/fuzz";
import { measured } from "./measured";
import { table } from "./table";

/**
 * All rules together, on random resources that refer to one another: see `tests/policies/fuzz.ts`. The same seed gives the
 * same resources: `npm run bench -- fuzz [--resources N] [--seed N]`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const options = { resources: { type: "string", default: "100000" }, seed: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const [resources, seed] = [values.resources, values.seed ?? Math.floor(Math.random() * 2 ** 31)].map(Number);
  if (!isCount(resources) || !isCount(seed)) throw new Error("--resources and --seed are whole numbers");
  const begin = process.hrtime.bigint();
  const seconds = () => Number(process.hrtime.bigint() - begin) / 1e9;
  let told = 0;
  const progress = (fuzzed: Fuzzed) => {
    if (fuzzed.resources < told + 10_000) return;
    told = fuzzed.resources;
    process.stderr.write(`${fuzzed.resources.toLocaleString("en")} resources, ${seconds().toFixed(0)} s\n`);
  };
  try {
    const fuzzed = await fuzz({ seed, resources }, progress);
    process.stdout.write(`${measured()}\n\n${table([row(fuzzed, seed, seconds())])}\n\n`);
  } catch (error) {
    if (!(error instanceof FuzzFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function isCount(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** What was done, as a row of a table. */
export function row({ resources, stacks, types, rules, verdicts }: Fuzzed, seed: number, seconds: number) {
  const counts = { resources, stacks, types: types.size, "rules that spoke": rules.size, ...verdicts };
  const written = Object.entries(counts).map(([name, count]) => [name, count.toLocaleString("en")]);
  return { ...Object.fromEntries(written), threw: "none", seconds: seconds.toFixed(0), seed: String(seed) };
}
