import { misses } from "./known-misses";
import { table } from "./markdown";

const verdicts = { denied: "denies", allowed: "allows", undecided: "is undecided about" };

/** The page docs/policies/other-tools.md: what other tools get wrong, and the example in which this pack does not. */
export function otherToolsPage(): string {
  const rows = misses.map(({ tool, misses: what, rule, kind, example }) => [
    tool,
    what,
    `[\`${rule}\`](${rule}.md) ${verdicts[kind]} ${example}`,
  ]);
  return `# What other tools get wrong

Cases that other tools miss, call wrong though they are right, or answer with an error, as they were read in 2026 in the
tools' source or issues. Each is an example of a policy here, whose title says so at its end: "(missed by …)", "(a false
alarm of …)" or "(an error of …)". All of them are tests. Made by \`npm run docs\`.

${table(["tool", "what it does", "what this pack does"], rows)}
`;
}
