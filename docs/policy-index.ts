import { groups } from "../policies/catalogue";
import type { Rule } from "../policies/rule";
import { table } from "./markdown";
import { levels } from "./policy-page";

const severities = ["critical", "high", "medium", "low"] as const;

const link = ({ name }: Rule) => `[\`${name}\`](${name}.md)`;

/** The page docs/policies/README.md: every rule by group. */
export function byGroup(): string {
  const sections = groups.map(({ title, rules }) => {
    const rows = rules.map((rule) => [
      link(rule),
      rule.description,
      levels(rule),
      rule.severity,
      rule.remediate ? "yes" : "",
    ]);
    return `## ${title}\n\n${table(["policy", "what it asks for", "level", "severity", "mends"], rows)}`;
  });
  return `# The policies

${groups.flatMap(({ rules }) => rules).length} of them, by group; also [by severity](by-severity.md) and [by standard](standards.md). Each has a page: what it asks for and
why, what it denies and allows, how to mend it, its settings and how to exempt a resource. \`off\` are those that your pack's
config can turn on; \`mends\` says which can set the property themselves. [How to use the pack in your own
project](your-project.md), [how it answers the catalogue that it was planned by](merged.md), [what other tools
get wrong](other-tools.md). Made by \`npm run docs\`.

The examples are whole programs, which a plan runs as they stand; those that import it need \`@pulumi/random\` as well. What
a class asks for and the verdict does not depend on is filled in, with ids that are made up. Other policies may find fault
with an allowed example, and \`tsc\` with some of either kind: they show that policies also understand \`"true"\` and \`"3"\`,
and maps in which something is missing.

${sections.join("\n\n")}
`;
}

/** The page docs/policies/by-severity.md: every rule by how bad it is to break it. */
export function bySeverity(): string {
  const all = groups.flatMap(({ title, rules }) => rules.map((rule) => ({ rule, title })));
  const sections = severities.map((severity) => {
    const rows = all
      .filter(({ rule }) => rule.severity === severity)
      .map(({ rule, title }) => [link(rule), rule.displayName, title, levels(rule)]);
    const heading = `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
    return `## ${heading}\n\n${table(["policy", "what is then true", "group", "level"], rows)}`;
  });
  return `# The policies by severity

[By group](README.md). A policy that is critical can be exempted in the pack's own config alone. Made by \`npm run docs\`.

${sections.join("\n\n")}
`;
}
