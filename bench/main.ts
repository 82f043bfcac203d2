/** `npm run bench` runs every benchmark; `npm run bench -- NAME` one of them. */
const benchmarks: Record<string, () => unknown> = {
  plan: () => require("./plan"),
  policies: () => require("./policies"),
};

const [name] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(benchmarks) : benchmarks[name] ? [benchmarks[name]] : [];
if (chosen.length === 0) {
  process.stderr.write(`there is no benchmark "${name}": ${Object.keys(benchmarks).join(", ")}\n`);
  process.exit(2);
}
for (const run of chosen) run();
