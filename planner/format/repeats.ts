import { type Finding, standingOf } from "../finding";
import { nameOf, typeOf } from "../urn";
import { shortType } from "./title";

/** What is said of one resource, or the same of several. */
export interface Repeated {
  readonly findings: readonly [Finding, ...Finding[]];
  /** The sentence without the resource that it begins with. */
  readonly rest: string;
}

/** Findings gathered by what they say: forty resources without tags are one thing to read. In the order of their firsts. */
export function repeats(findings: readonly Finding[]): readonly Repeated[] {
  const gathered = new Map<string, { findings: [Finding, ...Finding[]]; rest: string }>();
  for (const finding of findings) {
    const rest = withoutSubject(finding);
    const key = JSON.stringify([finding.policy, standingOf(finding), finding.severity, rest]);
    const known = gathered.get(key);
    if (known) known.findings.push(finding);
    else gathered.set(key, { findings: [finding], rest });
  }
  return [...gathered.values()];
}

/** Our own policies begin with the resource: `aws.ec2.Vpc "main": it has no flow log.` */
function withoutSubject({ urn, message }: Finding): string {
  if (urn === undefined) return message;
  const subject = `${shortType(typeOf(urn))} "${nameOf(urn)}": `;
  return message.startsWith(subject) ? message.slice(subject.length) : message;
}
