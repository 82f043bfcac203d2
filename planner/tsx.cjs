/**
 * tsx for the files of this project. It also reads through every JavaScript file of every dependency for the syntax of
 * ES modules, which takes half a second for Pulumi's SDK alone; here Node.js loads what it can load by itself.
 */
const Module = require("node:module");
const { sep } = require("node:path");

const plain = Module._extensions[".js"];
require("tsx/cjs");
const compiled = Module._extensions[".js"];

Module._extensions[".js"] = (module, file) => {
  if (!file.includes(`${sep}node_modules${sep}`)) return compiled(module, file);
  try {
    return plain(module, file);
  } catch (error) {
    if (isEsModule(error)) return compiled(module, file);
    throw error;
  }
};

/** What Node.js 20 says of an ES module that is required. */
function isEsModule(error) {
  return (
    error?.code === "ERR_REQUIRE_ESM" ||
    /^(?:Cannot use import statement|Unexpected token 'export')/.test(error?.message)
  );
}
