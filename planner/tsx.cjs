/**
 * What every command of this project loads first: tsx for its own files, and less of the dependencies.
 *
 * tsx also reads through every JavaScript file of every dependency for the syntax of ES modules, which takes half a
 * second for Pulumi's SDK alone; here Node.js loads what it can load by itself.
 */
const Module = require("node:module");
const { sep } = require("node:path");

// Node.js 22 and later keep what V8 made of a file, by its content: https://nodejs.org/api/module.html#module-compile-cache
Module.enableCompileCache?.();

const plain = Module._extensions[".js"];
require("tsx/cjs");
const compiled = Module._extensions[".js"];

Module._extensions[".js"] = (module, file) => {
  if (!file.includes(`${sep}node_modules${sep}`)) return compiled(module, file);
  const names = late[file.split(CLOSURES)[1]];
  if (names) return loadLater(module, file, names);
  try {
    return plain(module, file);
  } catch (error) {
    if (isEsModule(error)) return compiled(module, file);
    throw error;
  }
};

/**
 * The parts of Pulumi's SDK that turn functions into Lambda functions, with all that they export. They bring the
 * TypeScript compiler and most of npm, two thirds of the SDK's load, and few programs call them.
 */
const CLOSURES = ["@pulumi", "pulumi", "runtime", "closure", ""].join(sep);
const late = {
  "serializeClosure.js": ["serializeFunction", "serializeFunctionAsync"],
  "codePaths.js": ["computeCodePaths", "findWorkspaceRoot", "packageArchivePath"],
};

/** Gives a module functions that load it when one of them is called. */
function loadLater(module, file, names) {
  let isLoaded = false;
  for (const name of names) {
    module.exports[name] = (...args) => {
      if (!isLoaded) plain(module, file);
      isLoaded = true;
      return module.exports[name](...args);
    };
  }
}

/** What Node.js 20 says of an ES module that is required. */
function isEsModule(error) {
  return (
    error?.code === "ERR_REQUIRE_ESM" ||
    /^(?:Cannot use import statement|Unexpected token 'export')/.test(error?.message)
  );
}
