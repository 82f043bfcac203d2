import { groups, rules } from "../policies/catalogue";
import type { Rule } from "../policies/rule";
import {
  type Control,
  controlsOf,
  decidersOf,
  type Related,
  type Standard,
  standards,
  whyOutside,
  whyUndecidable,
} from "../policies/standards";
import { byId } from "../policies/standards/standard";
import { table } from "./markdown";

const link = ({ name }: Rule) => `[\`${name}\`](${name}.md)`;
const links = (list: readonly Rule[]) => list.map(link).join(", ");

/** The page docs/policies/standards.md: every control with the policies that decide it, and every policy without one. */
export function standardsPage(): string {
  const unmapped = groups.map(({ title, rules: own }) => [title, links(own.filter((rule) => !isMapped(rule)))]);
  const mapped = rules.filter(isMapped).length;
  return `# The policies by standard

Which controls of [AWS Foundational Security Best Practices](#aws-foundational-security-best-practices) (FSBP, of AWS
Security Hub) and of the [CIS AWS Foundations Benchmark v7.0](#cis-aws-foundations-benchmark) the policies decide. ${mapped} of
${rules.length} policies carry the id of a control. Made by \`npm run docs\` from \`policies/standards.ts\` and from the ids in each rule.

\`npm run plan -- --standard fsbp\`, or \`cis-7.0\`, prints the same list for a stack: how many of its resources passed,
failed, are undecided or exempt. A resource has passed where a policy looks at its type and says nothing of it. A policy
that is off decides nothing. Where a policy leaves out some of what a control asks for, the table says so, and what passes
has "passed in part". A plan shows what a program declares; it is no audit of an account, and a control that
passes here may still fail for what others have made there.

${standards.map(section).join("\n\n")}

## NIST SP 800-53 and PCI DSS

AWS prints on the page of each control of Security Hub which requirements of these it relates to. The tables hold what it
prints for the controls above that policies decide, and nothing else: they are AWS's view, and no list of either
standard. The pages of ${withoutPage().join(", ")} were not found, so that what they relate to is missing.

### NIST SP 800-53 revision 5

${relatedTable("nist")}

### PCI DSS v4.0.1

${relatedTable("pci")}

## Policies without a control

These come from other sources, such as the Well-Architected Framework, or are about Pulumi, costs and the pack itself.

${table(
  ["group", "policies"],
  unmapped.filter(([, list]) => list !== ""),
)}
`;
}

function isMapped({ controls }: Rule): boolean {
  return standards.some((standard) => controlsOf(standard, controls).length > 0);
}

function section(standard: Standard): string {
  const { title, version, name, source, controls } = standard;
  const own = controls.filter(({ outside }) => !outside);
  const decided = (list: readonly Control[]) =>
    list.filter((control) => decidersOf(standard, control, rules).length > 0);
  const [beside, rest] = [
    controls.filter(({ outside }) => outside),
    own.filter((control) => decidersOf(standard, control, rules).length === 0),
  ];
  const rows = (list: readonly Control[]) =>
    list.map((control) => [named(control), plain(control.title), deciders(standard, control)]);
  const besideRows = beside.map((control) => [
    named(control),
    `${plain(control.title)} (${control.outside ? whyOutside[control.outside] : ""})`,
    deciders(standard, control),
  ]);
  const undecidable = rest.filter(({ needs }) => needs);
  const missing = rest.filter(({ needs }) => !needs);
  return [
    `## ${title}`,
    `Version ${version}; \`--standard ${name}\`. ${source}`,
    `${decided(own).length} of ${own.length} controls are decided by policies, ${undecidable.length} no policy can decide by a plan, and ${missing.length} no policy decides yet.`,
    table(["control", "what it asks for", "decided by"], rows(decided(own))),
    ...(besideRows.length > 0
      ? [
          "### Decided, but not listed by the standard",
          table(["control", "what it asks for", "decided by"], besideRows),
        ]
      : []),
    `### No plan can decide: ${title}`,
    table(
      ["control", "what it asks for", "why"],
      undecidable.map((control) => [
        named(control),
        plain(control.title),
        control.needs ? whyUndecidable[control.needs] : "",
      ]),
    ),
    `### No policy yet: ${title}`,
    missing.map(({ id, title: asks }) => `- ${id} ${plain(asks)}`).join("\n"),
  ].join("\n\n");
}

/** The policies that decide a control, each with what it leaves out. */
function deciders(standard: Standard, control: Control): string {
  const deciding = decidersOf(standard, control, rules).map((rule) => {
    const left = rule.narrower?.[control.id];
    return left ? `${link(rule)} (leaves out ${left})` : link(rule);
  });
  return deciding.join(", ");
}

/** The benchmark has one page for all of its recommendations. */
function named({ id, url }: Control): string {
  return url.includes("#") ? `[${id}](${url})` : id;
}

/** Titles are those of the standards, and some hold an asterisk. */
function plain(title: string): string {
  return title.replaceAll("*", "\\*");
}

/** By requirement: the controls that AWS relates to it, and the policies that decide them. */
function relatedTable(kind: keyof Related): string {
  const relating = new Map<string, { controls: Control[]; deciding: Set<Rule> }>();
  for (const standard of standards) {
    for (const control of standard.controls) {
      for (const requirement of control.related?.[kind] ?? []) {
        const known = relating.get(requirement) ?? { controls: [], deciding: new Set() };
        known.controls.push(control);
        for (const rule of decidersOf(standard, control, rules)) known.deciding.add(rule);
        relating.set(requirement, known);
      }
    }
  }
  const rows = [...relating]
    .map(([id, { controls, deciding }]) => ({ id, controls, deciding }))
    .sort(byId)
    .map(({ id, controls, deciding }) => [id, controls.map((control) => control.id).join(", "), links([...deciding])]);
  return table(["requirement", "related controls", "policies"], rows);
}

/** The ids that rules decide and of which nothing is known that AWS relates them to. */
function withoutPage(): string[] {
  return standards
    .filter(({ key }) => key === "fsbp")
    .flatMap((standard) =>
      standard.controls.filter((control) => !control.related && decidersOf(standard, control, rules).length > 0),
    )
    .map(({ id }) => id);
}
