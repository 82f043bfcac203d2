/**
 * Runs in the process of a policy pack that `--policies` names, before the pack. What the pack fails with is told to
 * the planner by the preload of programs, and then the process ends: the SDK would print the stack and go on.
 */
require("../preload.cjs");

const end = () => process.exit(1);
process.on("uncaughtException", end);
process.on("unhandledRejection", end);

// When the planner is gone nobody asks any more, but the pack's server would wait for ever.
process.stdin.on("end", end).resume().unref();
