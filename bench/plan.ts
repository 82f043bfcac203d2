import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withInstalled } from "./installed";
import { measured } from "./measured";
import { median } from "./median";
import { type Contender, planner, timed } from "./process";
import { table } from "./table";

/**
 * How long a plan takes, as a multiple of the floor: a process that only loads the AWS SDK, as every Pulumi program does;
 * and cdk-nag, from a program of the CDK to its verdicts, as another. All are whole processes started by `node`, in turn
 * and on the same machine, so the ratio holds where seconds do not.
 */
const floor: Contender = { name: "floor", args: ["-e", 'require("@pulumi/aws").ec2.Vpc'] };

/** The peer, in the versions that were measured. */
const cdk = ["aws-cdk-lib@2.276.0", "cdk-nag@2.38.2", "constructs@10"];

const pairs = Number(process.env.RUNS ?? 7);

export async function run(): Promise<void> {
  const site = siteOf(5000);
  try {
    const rows = [
      row({ name: "web-app on dev", args: [...planner, "-s", "dev"] }, pairs),
      row({ name: "17 web-apps", args: planner, cwd: join(__dirname, "many") }, pairs),
      // Long enough that less is left to chance.
      row(
        {
          name: "static-site of 5,000 files",
          args: [...planner, "-s", "static-site", "--set", `content.folder=${site}`],
        },
        Math.min(pairs, 3),
      ),
    ];
    const peers = await withInstalled(cdk, (folder) => (folder ? [peerRow(folder)] : []));
    process.stdout.write(`${measured()}\n\n${table([...rows, ...peers])}\n\n`);
  } finally {
    rmSync(site, { recursive: true });
  }
}

function row(contender: Contender, times: number) {
  const { output } = timed(contender);
  const made = /^To create: (.+?) resources?|^(\d+) resources/m.exec(output);
  const taken = Array.from({ length: times }, () => [timed(contender).seconds, timed(floor).seconds] as const);
  const ratios = taken.map(([own, least]) => own / least);
  return {
    "from the program to its verdicts": contender.name,
    resources: made?.[1] ?? made?.[2] ?? "",
    pairs: String(times),
    seconds: median(taken.map(([own]) => own)).toFixed(2),
    "the floor": median(taken.map(([, least]) => least)).toFixed(2),
    ratio: median(ratios).toFixed(2),
    "least–most": `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
  };
}

function peerRow(folder: string) {
  const program = join(folder, "cdk-nag.cjs");
  copyFileSync(join(__dirname, "peers/cdk-nag.cjs"), program);
  return row({ name: "cdk-nag, a web tier", args: [program], cwd: folder }, Math.min(pairs, 3));
}

/** The folder of a site of so many small pages. */
function siteOf(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), "tierwork-site-"));
  writeFileSync(join(folder, "index.html"), "<p>home");
  for (let index = 1; index < files; index++) {
    const part = join(folder, `part-${index % 50}`);
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `page-${index}.html`), `<p>${index}`);
  }
  return folder;
}
