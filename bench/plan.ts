import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { table } from "./table";

/**
 * How long a plan takes, as a multiple of the floor: a process that only loads the AWS SDK, which every Pulumi program
 * must. Both are whole processes started by `node`, in turn and on the same machine, so the ratio holds where seconds
 * do not. Run with `npm run bench -- plan`.
 */
const root = join(__dirname, "..");
const planner = ["--require", join(root, "planner/tsx.cjs"), join(root, "planner", "main.ts")];
const runs = Number(process.env.RUNS ?? 7);

interface Contender {
  readonly name: string;
  readonly cwd: string;
  readonly args: readonly string[];
}

const floor: Contender = { name: "floor", cwd: root, args: ["-e", 'require("@pulumi/aws").ec2.Vpc'] };
const contenders: readonly Contender[] = [
  { name: "web-app on dev, 62 resources", cwd: root, args: [...planner, "-s", "dev"] },
  { name: "17 of it, about 1,000 resources", cwd: join(root, "bench", "many"), args: planner },
];

function seconds({ name, cwd, args }: Contender): number {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const rows = contenders.map((contender) => {
  seconds(contender);
  const pairs = Array.from({ length: runs }, () => ({ own: seconds(contender), least: seconds(floor) }));
  const ratios = pairs.map(({ own, least }) => own / least);
  return {
    plan: contender.name,
    seconds: median(pairs.map(({ own }) => own)).toFixed(2),
    "floor, seconds": median(pairs.map(({ least }) => least)).toFixed(2),
    ratio: median(ratios).toFixed(2),
    "least–most": `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
  };
});

process.stdout.write(`Node ${process.version}, medians of ${runs} pairs\n`);
process.stdout.write(`${table(rows)}\n`);
