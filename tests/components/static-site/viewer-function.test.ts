import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { viewerCode } from "../../../components/static-site/viewer-function";

const refuse: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

describe("the code of the function at the edge", () => {
  const source = readFileSync(join(__dirname, "../../../components/static-site/viewer-request.js"), "utf8");

  it("holds the settings as JSON in ASCII, whatever they are", () => {
    const host = "a$&'\u2028.example";
    const settings = {
      key: "live",
      paths: "htmlFiles",
      immutableFolders: ["é"],
      hosts: [{ from: host, to: "b" }],
    } as const;
    const code = viewerCode(refuse, settings);
    const [, written = ""] = /^const settings = (.*);$/m.exec(code) ?? [];
    assert.match(written, /^[ -~]+$/);
    assert.deepEqual(JSON.parse(written), settings);
    assert.equal(code.split("\n").length, source.split("\n").length);
  });

  it("is refused above CloudFront's 10 KB, and leaves room for 50 redirects", () => {
    const hosts = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        from: `www.shop-${index}.example.com`,
        to: `shop-${index}.example.com`,
      }));
    const settings = { key: "live", paths: "folders", immutableFolders: [], hosts: hosts(50) } as const;
    assert.ok(Buffer.byteLength(viewerCode(refuse, settings)) <= 10_240);
    assert.throws(() => viewerCode(refuse, { ...settings, hosts: hosts(200) }), {
      message:
        /^domains must leave, with content.immutableFolders, the CloudFront function at most 10240 bytes long, got \d+$/,
    });
  });

  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
  const known = new Set<string>([
    ..."catch replace slice split indexOf lastIndexOf push join test get keys length kvs value multiValue".split(" "),
    ..."request uri headers host querystring hosts key paths immutableFolders from to statusCode".split(" "),
  ]);
  const syntax = new Set(
    [
      ...["SourceFile", "ImportDeclaration", "ImportClause", "Identifier", "StringLiteral", "NumericLiteral"],
      ...["VariableStatement", "VariableDeclarationList", "VariableDeclaration", "FunctionDeclaration", "Parameter"],
      ...["Block", "IfStatement", "ForStatement", "ReturnStatement", "ExpressionStatement", "TryStatement"],
      ...["CatchClause", "CallExpression", "PropertyAccessExpression", "ElementAccessExpression", "AwaitExpression"],
      ...["BinaryExpression", "PrefixUnaryExpression", "ConditionalExpression", "ObjectLiteralExpression"],
      ...["ArrayLiteralExpression", "PropertyAssignment", "TemplateExpression", "TemplateSpan", "AsyncKeyword"],
      ...["RegularExpressionLiteral", "TrueKeyword", "FalseKeyword", "EndOfFileToken", "ParenthesizedExpression"],
    ].map((name) => ts.SyntaxKind[name as keyof typeof ts.SyntaxKind]),
  );

  it("keeps to the language and the methods of CloudFront's runtime 2.0", () => {
    const file = ts.createSourceFile("viewer-request.js", source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
    const visit = (node: ts.Node): void => {
      const isToken = node.kind >= ts.SyntaxKind.FirstToken && node.kind <= ts.SyntaxKind.LastToken;
      const operator = isToken && node.parent !== undefined && ts.isBinaryExpression(node.parent);
      const allowed = syntax.has(node.kind) || operator || isTokenOf(node, ["(", ")", "?", ":"]);
      assert.ok(allowed || isLiteralPart(node), `${ts.SyntaxKind[node.kind]}: ${node.getText()}`);
      assert.notEqual(node.kind, ts.SyntaxKind.QuestionDotToken);
      if (ts.isPropertyAccessExpression(node)) assert.ok(known.has(node.name.text), node.getText());
      if (operator) assert.doesNotMatch(node.getText(), /\?\?|\|\|=|&&=/);
      ts.forEachChild(node, visit);
    };
    visit(file);
    // Awaiting in arguments or in a closure is not supported.
    assert.deepEqual(source.match(/await [^;]+/g), ["await store.get(settings.key)"]);
  });
});

function isTokenOf(node: ts.Node, texts: readonly string[]): boolean {
  return texts.includes(node.getText());
}

function isLiteralPart({ kind }: ts.Node): boolean {
  return [ts.SyntaxKind.TemplateHead, ts.SyntaxKind.TemplateMiddle, ts.SyntaxKind.TemplateTail].includes(kind);
}
