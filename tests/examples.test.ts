import assert from "node:assert/strict";
import { basename, join } from "node:path";
import ts from "typescript";
import { read, root, sources } from "./house";

describe("every @example of the components", () => {
  it("compiles", () => {
    const examples = new Map<string, string>();
    for (const file of sources.filter((name) => name.startsWith("components/"))) {
      for (const [index, [, body = ""]] of [
        ...read(file).matchAll(/@example\n((?: \*.*\n)+?)(?= \*\/| \* @)/g),
      ].entries()) {
        const code = body.replace(/^ \* ?/gm, "");
        examples.set(join(root, `example-${file.replaceAll("/", "-")}-${index}.ts`), `${code}\nexport {};\n`);
      }
    }
    assert.ok(examples.size > 0);
    const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const host = ts.createCompilerHost({ ...options, noEmit: true });
    const { getSourceFile, fileExists, readFile } = host;
    host.fileExists = (path) => examples.has(path) || fileExists(path);
    host.readFile = (path) => examples.get(path) ?? readFile(path);
    host.getSourceFile = (path, version, ...rest) => {
      const code = examples.get(path);
      return code === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, code, version);
    };
    const program = ts.createProgram([...examples.keys()], { ...options, noEmit: true }, host);
    const problems = [...examples.keys()].flatMap((path) => {
      const source = program.getSourceFile(path);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        (problem) => `${basename(path)}: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`,
      );
    });
    assert.deepEqual(problems, []);
  });
});
