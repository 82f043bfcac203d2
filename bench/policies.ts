import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./table";

/**
 * What judging costs: the whole pack against as many empty policies of the same kinds, and against a peer's pack where
 * it installs, each asked through the SDK's own analyzer functions in a process of its own; and what loading the pack
 * costs. Run with `npm run bench -- policies`.
 */
const runs = Number(process.env.RUNS ?? 3);
const sizes = (process.env.SIZES ?? "100,1000,10000").split(",").map(Number);
const tsx = ["--require", join(__dirname, "../planner/tsx.cjs")];
const judge = [...tsx, join(__dirname, "policies", "judge.ts")];

/** The peer, in the version that was measured. Pulumi's compliance policies are no longer on the public registry. */
const peer = "@pulumi/awsguard@0.3.1";

function ended(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`node ${args.at(-1)} ended with ${status}: ${stderr}`);
  return stdout;
}

interface Judged {
  readonly resources: number;
  readonly policies: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, readonly number[]>>;
}

/** More often where it is quick, and so less certain. */
function judged(size: number, peer: string | undefined): Judged {
  const times = Math.max(runs, Math.min(41, Math.round(10_000 / size)));
  return JSON.parse(ended([...judge, String(size), String(times), ...(peer ? [peer] : [])])) as Judged;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The folder of the installed peer; undefined, and why on stderr, where it does not install. */
function installedPeer(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "tierwork-bench-"));
  const { status, stderr } = spawnSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", peer], {
    encoding: "utf8",
  });
  if (status === 0) return folder;
  process.stderr.write(`${peer} does not install here and is left out: ${stderr.split("\n")[0]}\n`);
  rmSync(folder, { recursive: true });
  return undefined;
}

function costRows(peerFolder: string | undefined) {
  return sizes.map((size) => {
    const found = judged(size, peerFolder && join(peerFolder, "node_modules/@pulumi/awsguard"));
    const { own = [], empty = [], peer } = found.seconds;
    const ratios = own.map((seconds, index) => seconds / (empty[index] ?? Number.NaN)).sort((a, b) => a - b);
    const quartile = (part: number) => ratios[Math.floor((ratios.length - 1) * part)] ?? Number.NaN;
    const perResource = (seconds: readonly number[]) => `${((median(seconds) * 1000) / found.resources).toFixed(2)} ms`;
    return {
      resources: String(found.resources),
      policies: String(found.policies.own),
      "the pack, a resource": perResource(own),
      "empty ones": perResource(empty),
      ratio: quartile(0.5).toFixed(2),
      "middle half": `${quartile(0.25).toFixed(2)}–${quartile(0.75).toFixed(2)}`,
      awsguard: peer ? `${perResource(peer)} (${found.policies.peer} policies)` : "not installed",
    };
  });
}

/** Seconds from the start of a process to the end of its last `require`, beyond what `@pulumi/policy` takes. */
function loadSeconds(): number {
  const least = (script: string) => {
    const timed = Array.from({ length: runs + 1 }, () => {
      const begin = process.hrtime.bigint();
      ended([...tsx, "-e", script]);
      return Number(process.hrtime.bigint() - begin) / 1e9;
    });
    return median(timed.slice(1));
  };
  const sdk = 'require("@pulumi/policy");';
  return least(`${sdk} require(${JSON.stringify(join(__dirname, "../policies/catalogue.ts"))})`) - least(sdk);
}

const folder = installedPeer();
try {
  process.stdout.write(`Node ${process.version}, medians; the ratio pair by pair\n\n`);
  process.stdout.write(`${table(costRows(folder))}\n\n`);
  process.stdout.write(`Loading the pack, beyond @pulumi/policy: ${loadSeconds().toFixed(2)} s\n`);
} finally {
  if (folder) rmSync(folder, { recursive: true });
}
