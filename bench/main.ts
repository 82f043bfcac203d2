/** `npm run bench` runs every benchmark; `npm run bench -- NAME` one of them, with what follows as its arguments. */
interface Benchmark {
  run(args: readonly string[]): void | Promise<void>;
}

const benchmarks: Record<string, () => Benchmark> = {
  plan: () => require("./plan") as typeof import("./plan"),
  policies: () => require("./policies") as typeof import("./policies"),
  fuzz: () => require("./fuzz") as typeof import("./fuzz"),
};

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name !== undefined && !Object.hasOwn(benchmarks, name)) {
    process.stderr.write(`there is no benchmark "${name}": ${Object.keys(benchmarks).join(", ")}\n`);
    process.exit(2);
  }
  for (const [own, load] of Object.entries(benchmarks)) {
    if (name === undefined || name === own) await load().run(args);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
