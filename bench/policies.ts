import { join } from "node:path";
import { withInstalled } from "./installed";
import { measured } from "./measured";
import { median, quantile } from "./median";
import { loader, timed } from "./process";
import { table } from "./table";

/**
 * What judging costs: the whole pack against as many empty policies of the same kinds, and against a peer's pack where
 * it installs, each asked through the SDK's own analyzer functions in a process of its own; and what loading the pack
 * costs.
 */
const runs = Number(process.env.RUNS ?? 3);
const sizes = (process.env.SIZES ?? "100,1000,10000").split(",").map(Number);

/** The peer, in the version that was measured. Pulumi's compliance policies are no longer on the public registry. */
const peer = "@pulumi/awsguard@0.3.1";

export async function run(): Promise<void> {
  const rows = await withInstalled([peer], (folder) => {
    const installed = folder && join(folder, "node_modules/@pulumi/awsguard");
    // At ten thousand resources it is left out, for time.
    return sizes.map((size) => row(judged(size, size < 5000 ? installed : undefined)));
  });
  process.stdout.write(`${measured()}\n\n${table(rows)}\n\n`);
  process.stdout.write(`Loading the pack, beyond \`@pulumi/policy\`: ${loadSeconds()} s.\n\n`);
}

interface Judged {
  readonly resources: number;
  readonly policies: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, readonly number[]>>;
}

/** More often where it is quick, and so less certain. */
function judged(size: number, peer: string | undefined): Judged {
  const times = Math.max(runs, Math.min(41, Math.round(10_000 / size)));
  const script = join(__dirname, "policies/judge.ts");
  const args = [...loader, script, String(size), String(times), ...(peer ? [peer] : [])];
  return JSON.parse(timed({ name: "judging", args }).output) as Judged;
}

function row({ resources, policies, seconds }: Judged) {
  const { own = [], empty = [], peer } = seconds;
  const ratios = own.map((taken, index) => taken / (empty[index] ?? Number.NaN));
  const perResource = (taken: readonly number[]) => `${((median(taken) * 1000) / resources).toFixed(2)} ms`;
  return {
    resources: resources.toLocaleString("en"),
    pairs: String(own.length),
    "the pack, a resource": perResource(own),
    "empty ones": perResource(empty),
    ratio: median(ratios).toFixed(2),
    "middle half": `${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)}`,
    awsguard: peer ? `${perResource(peer)} (${policies.peer} policies)` : "not run",
  };
}

/** Seconds from the start of a process to the end of its last `require`, in turn, with the pack and without. */
function loadSeconds(): string {
  const sdk = 'require("@pulumi/policy");';
  const pack = `${sdk} require(${JSON.stringify(join(__dirname, "../policies/catalogue.ts"))})`;
  const taken = (script: string) => timed({ name: "loading", args: [...loader, "-e", script] }).seconds;
  taken(pack);
  const differences = Array.from({ length: 3 * runs }, () => taken(pack) - taken(sdk));
  const [least, middle, most] = [0, 0.5, 1].map((part) => quantile(differences, part).toFixed(2));
  return `${middle} (${least}–${most})`;
}
