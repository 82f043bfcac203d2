import { readCommandLine, USAGE } from "./command-line";
import { Progress } from "./progress";

/** Does what the command line says; returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args, process.env);
  if (command.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  // The SDKs and the policies take a second to load: a wrong option is answered before.
  const { execute } = require("./execute") as typeof import("./execute");
  return execute(command, progress);
}

/** Ends here and now: a timer or a handler that the program left behind has no say in it, nor in the exit code. */
function end(code: number): never {
  finished = true;
  process.removeAllListeners("exit");
  process.exit(code);
}

const progress = new Progress(process.stderr, process.env);
let finished = false;
process.once("exit", () => {
  if (finished) return;
  progress.print("error: the program ended before its plan was done: it exits, or waits for what never comes\n");
  process.exitCode = 2;
});

main(process.argv.slice(2)).then(end, (error: unknown) => {
  const known = error instanceof Error && ["InputError", "PolicyError"].includes(error.name);
  const message =
    error instanceof Error ? (known ? error.message : `the planner failed: ${error.stack}`) : String(error);
  progress.clear();
  process.stderr.write(`error: ${message}\n`, () => end(2));
});
