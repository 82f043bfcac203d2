/**
 * Runs in the process of a program that `--program` names, before the program and beside whichever SDK that brings
 * (plain JavaScript: there may be no compiler). It tells the planner what the engine's protocol has no words for, one
 * JSON object a line on the fourth stream, and lets old SDKs understand that a look-up has no answer.
 */
const { writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join, sep } = require("node:path");
const { fileURLToPath } = require("node:url");
const { inspect } = require("node:util");
const { isMainThread, Worker } = require("node:worker_threads");

/** The planner answers with this in front of the sentence that says so: see `unanswered.ts`. */
const UNANSWERED = "tierwork:unanswered:";

// The program may change what everybody shares.
const { stringify } = JSON;
let isDone = false;

function tell(message) {
  try {
    writeFileSync(3, `${stringify(message)}\n`);
  } catch {
    // What cannot be written as JSON is no secret text; and the planner may have gone.
  }
}

function tellFault(error) {
  if (error instanceof Error) {
    const { name, message, stack, __pulumiRunError: isForUser = false } = error;
    tell({ fault: { name, message: String(message), stack: sourced(String(stack)), isForUser } });
  } else {
    const isText = typeof error === "string";
    tell({
      fault: { thrown: isText ? stringify(error) : inspect(error, { breakLength: Number.POSITIVE_INFINITY }) },
    });
  }
}

// Synchronously, for the program may end the process in the next moment.
process.on("uncaughtException", tellFault);
process.on("unhandledRejection", tellFault);

// A program that ends too early: the SDK would explain at length, with stacks, what the planner says in a sentence.
process.on("exit", () => {
  if (!isDone) process.stderr.write = () => true;
});
tell({ started: true });

// When the planner is killed nobody ends a program that loops. A thread of its own sees that: the loop does not stop it,
// and with no arguments of Node.js it does not run this file again.
if (isMainThread) {
  const watch = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL"), 1000)`;
  new Worker(watch, { eval: true, execArgv: [], env: {} }).unref();
}

/** What is changed in a module of the SDK once it is loaded, by the end of its file name. */
const changes = {
  "runtime/stack.js": tellDone,
  "runtime/invoke.js": refuseUnanswered,
  "runtime/debuggable.js": forgetPromises,
  "output.js": tellSecrets,
  "resource.js": keepPositions,
};

const { load } = Module.prototype;
Module.prototype.load = function loadAndChange(file) {
  load.call(this, file);
  const change = changes[file.split(`${sep}@pulumi${sep}pulumi${sep}`).at(-1).split(sep).join("/")];
  if (change) change(this.exports, dirname(file));
};

/**
 * The part of the SDK that makes Lambda functions brings a compiler and most of npm: half of its load, for what few
 * programs call.
 */
const loadNow = Module._load;
Module._load = function loadWhenUsed(request, parent, ...rest) {
  const load = () => loadNow.call(this, request, parent, ...rest);
  const isForFunctions = request === "@npmcli/arborist" || request === "../../typescript-shim";
  if (!isForFunctions || !parent?.filename?.includes(`${join("runtime", "closure")}${sep}`)) return load();
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? true : load()[name]) });
};

/** As `without-traces.ts` does where a program runs in the planner's own process. */
function forgetPromises(debuggable) {
  if (Error.stackTraceLimit === 0) debuggable.debuggablePromise = (promise) => promise;
}

/** A server or a timer of the program may keep its process alive for ever: the planner need not wait for that. */
function tellDone(stack, folder) {
  const run = stack.runInPulumiStack;
  stack.runInPulumiStack = async (program) => {
    const outputs = await run(program);
    require(join(folder, "settings.js"))
      .waitForRPCs()
      .then(() => {
        isDone = true;
        tell({ done: true });
      });
    return outputs;
  };
}

function refuseUnanswered(module, folder) {
  const { invoke, invokeOutput, invokeSingle, invokeSingleOutput } = module;
  const unknown = () => require(join(folder, "..", "output.js")).unknown;
  const refusing =
    (original) =>
    (...args) => {
      const inOutputForm = isWithinOutputForm();
      // Made here, where its stack still leads to the caller.
      const failure = new Error("no answer");
      return original(...args).then((result) => {
        const refusal = refusalIn(result);
        if (refusal === undefined) return result;
        if (inOutputForm) return unknown();
        throw Object.assign(failure, { message: refusal });
      });
    };
  const orUnknown =
    (original) =>
    (...args) =>
      original(...args).apply(
        (result) => (refusalIn(result) === undefined ? result : unknown()),
        // Also where a part of the answer is unknown.
        /* runWithUnknowns */ true,
      );
  module.invoke = refusing(invoke);
  if (invokeSingle) module.invokeSingle = refusing(invokeSingle);
  if (invokeOutput) module.invokeOutput = orUnknown(invokeOutput);
  if (invokeSingleOutput) module.invokeSingleOutput = orUnknown(invokeSingleOutput);
}

function refusalIn(result) {
  const text = typeof result === "object" && result !== null ? result[UNANSWERED] : result;
  return typeof text === "string" && text.startsWith(UNANSWERED) ? text.slice(UNANSWERED.length) : undefined;
}

/** Providers before 2025 make the Output form of a look-up out of its promise form, in the same file. */
function isWithinOutputForm() {
  const [, , lookUp, caller] = withTraces(6, callsites).map(({ file }) => file);
  return lookUp !== undefined && lookUp === caller && lookUp.includes(`${sep}node_modules${sep}`);
}

function tellSecrets(output) {
  const { secret } = output;
  output.secret = (value) => {
    if (value instanceof Promise) value.then((later) => tell({ secret: later })).catch(() => {});
    else if (!output.Output.isInstance(value)) tell({ secret: value });
    return secret(value);
  };
}

/** Where a resource is declared: old SDKs look only as far as stack traces reach, and new ones overlook ES modules. */
function keepPositions({ Resource }) {
  const { sourcePosition } = Resource;
  if (sourcePosition) Resource.sourcePosition = () => withTraces(10, () => sourcePosition.call(Resource));
  if (Resource.callsites) Resource.callsites = () => withTraces(Number.POSITIVE_INFINITY, callsites);
}

/** The calls of who asked for `withTraces(…, callsites)`, itself first. */
function callsites() {
  return sourced(new Error().stack)
    .split("\n")
    .slice(3)
    .map((frame) => {
      const [, file, line, column] = /^\s*at (?:async )?(?:.* \()?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
      if (!file || file.startsWith("node:")) return {};
      const path = file.startsWith("file:") ? fileURLToPath(file) : file;
      return { file: path, line: Number(line), column: Number(column) };
    });
}

/** A stack trace with the lines of the sources, also where the compiler (tsx) left the mapping to Node.js, and the SDK took it over. */
function sourced(stack) {
  return stack.replace(/((?:file:|\/)[^()\n]+?):(\d+):(\d+)(?=\)?$)/gm, (place, file, line, column) => {
    if (file.includes(`${sep}node_modules${sep}`)) return place;
    const entry = Module.findSourceMap(file)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry?.originalLine === undefined) return place;
    return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function withTraces(frames, work) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
