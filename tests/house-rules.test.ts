import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { architectures } from "../architectures/catalogue";
import { rules } from "../policies/catalogue";
import type { Examples } from "../policies/examples";
import { modules, read, root, sources, tracked } from "./house";

const sourceFolders = ["architectures", "components", "policies", "planner", "tests", "bench", "docs"];

/** What architectures share. */
const notArchitectures = ["architecture", "catalogue"];

describe("the house", () => {
  it("has no file of more than 250 lines", () => {
    const long = sources.filter((file) => read(file).split("\n").length > 251);
    assert.deepEqual(long, []);
  });

  it("names no file after nothing in particular", () => {
    const vague = /(^|\/)(utils?|helpers?|common|shared|types|misc|lib|src)(\/|\.ts$)/;
    assert.deepEqual(
      sources.filter((file) => vague.test(file)),
      [],
    );
  });

  it("tests every component and architecture under its own name, and nothing that is not there", () => {
    for (const folder of ["components", "architectures"]) {
      const expected = modules(folder).filter((name) => folder !== "architectures" || !notArchitectures.includes(name));
      for (const name of expected)
        assert.ok(existsSync(join(root, `tests/${folder}/${name}.test.ts`)), `${folder}/${name} has no test`);
      const tested = modules(`tests/${folder}`, ".test.ts");
      for (const name of tested)
        assert.ok(existsSync(join(root, `${folder}/${name}.ts`)), `tests/${folder}/${name} tests nothing`);
    }
  });

  it("says of every architecture on a page of its own what it shows and what to try", () => {
    const sections = [...read("docs/architectures.md").matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    assert.deepEqual(sections.sort(), Object.keys(architectures).sort());
  });

  it("lists in the catalogue of architectures exactly the files on disk", () => {
    const files = modules("architectures").filter((name) => !notArchitectures.includes(name));
    assert.deepEqual(Object.keys(architectures).sort(), files.sort());
  });

  it("lists in the catalogue of policies exactly the files on disk, each once", () => {
    const files = modules("policies/rules").filter((name) => !name.endsWith(".examples"));
    assert.deepEqual(rules.map(({ name }) => name).sort(), files.sort());
  });

  it("reaches across no wall by require() or by an imported type, which the linter does not see", () => {
    const walls: Record<string, RegExp> = {
      architectures: /@pulumi\/(?!pulumi)|\/(policies|planner|tests)\//,
      components: /\/(architectures|policies|planner|tests)\//,
      policies: /\/(components|architectures|planner|tests)\//,
      planner: /\/(components|architectures|tests)\/|\/policies\/(?!catalogue)/,
    };
    for (const [folder, wall] of Object.entries(walls)) {
      for (const file of sources.filter((name) => name.startsWith(`${folder}/`))) {
        for (const [, target = ""] of read(file).matchAll(/(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)) {
          assert.ok(!wall.test(target), `${file} reaches for ${target}`);
        }
      }
    }
  });

  it("names no package registry's host and no folder of a machine", () => {
    const machine =
      /registry\.(npmjs|yarnpkg)|pypi\.org|crates\.io\/api|proxy\.golang|["'`\s(]\/(root|home|work)\/[a-z]/;
    const named = tracked
      .filter(
        (file) => !file.startsWith("tests/fixtures/") && file !== "tests/house-rules.test.ts" && file !== "LICENSE",
      )
      .filter((file) => machine.test(read(file)));
    assert.deepEqual(named, []);
  });

  it("keeps all of its TypeScript in folders that it knows", () => {
    const elsewhere = sources.filter((file) => file.includes("/") && !sourceFolders.includes(file.split("/")[0] ?? ""));
    assert.deepEqual(elsewhere, []);
  });

  it("keeps index.ts to 20 lines", () => assert.ok(read("index.ts").split("\n").length <= 21));
});

describe("the docs", () => {
  it("say why each dependency is there", () => {
    const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
      string,
      Record<string, string>
    >;
    const page = read("docs/dependencies.md");
    const unsaid = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !page.includes(`\`${name}\``) && !name.startsWith("@types/"),
    );
    assert.deepEqual(unsaid, []);
  });
});

describe("the table of features", () => {
  it("names only files that there are", () => {
    const named = [
      ...read("docs/features.md").matchAll(/`((?:architectures|components|docs|planner|policies|tests)\/[^`]*)`/g),
    ];
    assert.ok(named.length > 0);
    assert.deepEqual(
      [...new Set(named.map(([, file = ""]) => file))].filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});

/** Rules that read nothing which can be unknown: the type of a resource, which properties it has, the pack's own account. */
const alwaysDecided = [
  "allowed-resource-types",
  "apigw-client-certificate",
  "budgets-exist",
  "clb-not-used",
  "dashboards-exist",
  "eip-attached",
  "exemption-has-reason",
  "exemption-not-expired",
  "exemption-not-for-critical",
  "exemption-used",
  "iam-no-console-login",
  "nat-gateways-limited",
  "no-deprecated-types",
  "pack-settings-known",
  "sns-delivery-logging",
  "sns-encrypted",
  "unknowns-budget",
];

describe("every rule", () => {
  for (const rule of rules) {
    it(`${rule.name} says what it is, why, how to mend it, and shows it`, () => {
      assert.match(rule.name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.match(rule.description, /^[A-Z].*\.$/);
      assert.match(rule.why, /^[A-Z].{30,}[^.]\.$/);
      assert.match(rule.remediationSteps, /^[A-Z].*\.$/s);
      assert.match(rule.displayName, /^[A-Z0-9].*[^.]$/);
      assert.match(rule.url, /^https:\/\//);
      assert.ok(rule.resource || rule.stack, "judges nothing");
      const { examples } = require(join(root, `policies/rules/${rule.name}.examples.ts`)) as { examples: Examples };
      assert.ok(examples.denied.length > 0, "is never denied");
      assert.ok(examples.allowed.length > 0, "is never allowed");
      assert.equal(examples.undecided.length > 0, !alwaysDecided.includes(rule.name), "undecided examples");
      const titles = [...examples.denied, ...examples.allowed, ...examples.undecided].map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length, "two examples have the same title");
    });
  }
});

/** The classes of a file that extend ComponentResource. */
function components(file: string): ts.ClassDeclaration[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .filter((declaration) =>
      declaration.heritageClauses?.some((clause) => clause.getText().includes("ComponentResource")),
    );
}

describe("every component", () => {
  for (const file of modules("components").map((name) => `components/${name}.ts`)) {
    for (const declaration of components(file)) {
      const name = declaration.name?.text ?? "";
      it(`${name} has its type token and registers exactly its public outputs`, () => {
        const text = declaration.getText();
        assert.equal(basename(file, ".ts"), name.replace(/(?<=[a-z0-9])([A-Z])/g, "-$1").toLowerCase());
        assert.ok(text.includes(`super("tierwork:index:${name}"`), "another type token");
        const outputs = declaration.members
          .filter(ts.isPropertyDeclaration)
          .filter(({ modifiers }) => !modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword))
          .map((member) => member.name.getText());
        const registered = /this\.registerOutputs\(\{([\s\S]*?)\}\);/.exec(text)?.[1] ?? "";
        const keys = [...registered.matchAll(/(\w+)\s*(?::|,|$)/gm)]
          .map(([, key]) => key ?? "")
          .filter((key) => outputs.includes(key));
        assert.deepEqual([...new Set(keys)].sort(), [...outputs].sort());
      });
    }
  }
});
