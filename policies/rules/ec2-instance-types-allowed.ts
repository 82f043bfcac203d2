import wildcardMatch from "wildcard-match";
import { instanceTypePlaces, statedRequirements, statedTypes } from "../facts/instance-type-places";
import { isPreviousGeneration } from "../facts/instance-types";
import { written } from "../facts/property-paths";
import { asList, asText, at, few, shown, UNKNOWN } from "../facts/value";
import { rule, type Verdicts } from "../rule";
import { texts } from "../settings";

const imageType = "aws:ec2/ami:Ami";

export const ec2InstanceTypesAllowed = rule({
  name: "ec2-instance-types-allowed",
  displayName: "Instances are of current, allowed types",
  description:
    "No instance type is of a previous generation, paravirtual, or other than the settings allow, wherever it is named.",
  why: "Previous generations mostly do less for the same price, and what AWS improves comes to the current ones.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-24",
  remediationSteps:
    'Take a type of a current generation, such as m7g or t4g. Where AWS chooses the types, set instanceGenerations to ["current"].',
  controls: { fsbp: ["EC2.24"] },
  settings: {
    allow: texts([], "Instance types that may be used, where * stands for any characters: m7*.*; empty for all."),
    deny: texts([], "Instance types that may not be used, written likewise, also where allow lists them."),
  },
  types: [...instanceTypePlaces, imageType],
  resource({ resource, settings, ...verdicts }) {
    const fault = judgeOf(settings);
    const types = statedTypes(resource);
    const requirements = statedRequirements(resource);
    for (const { place, value } of types.members) {
      const type = asText(value);
      if (type === UNKNOWN) verdicts.undecided(written(place));
      else if (type !== undefined && type !== "") {
        const found = fault(type);
        if (found) verdicts.deny(`${written(place)} is ${shown(type)}, ${found}`);
      }
    }
    for (const { place, value } of requirements.members) {
      judgeRequirements(written(place), value, settings.allow.length > 0, fault, verdicts);
    }
    for (const list of [...types.unknownLists, ...requirements.unknownLists]) verdicts.undecided(list);
    if (resource.type === imageType) judgeImage(resource.props, verdicts);
  },
});

type Judge = (type: string) => string | undefined;

/** What is wrong with a type, and what to do. */
function judgeOf({ allow, deny }: { readonly allow: readonly string[]; readonly deny: readonly string[] }): Judge {
  const [allowed, denied] = [allow, deny].map((list) =>
    list.map((pattern) => ({ pattern, matches: wildcardMatch(pattern, { separator: false }) })),
  );
  return (type) => {
    // AWS Batch names whole families too: `m7g` stands for each of its sizes.
    const name = type.includes(".") ? type : `${type}.*`;
    const by = denied?.find(({ matches }) => matches(name));
    if (by) return `which ${shown(by.pattern)} denies; choose another type`;
    if (allowed && allowed.length > 0 && !allowed.some(({ matches }) => matches(name))) {
      return `which is not allowed; choose one of ${few(allow)}`;
    }
    return isPreviousGeneration(type) ? "a previous generation; choose a current type" : undefined;
  };
}

function judgeRequirements(
  place: string,
  requirements: unknown,
  isListed: boolean,
  fault: Judge,
  { deny, undecided }: Verdicts,
): void {
  const allowed = asList(at(requirements, "allowedInstanceTypes"));
  const generations = asList(at(requirements, "instanceGenerations"));
  if (allowed === UNKNOWN || allowed.includes(UNKNOWN)) {
    undecided(`${place}.allowedInstanceTypes`);
    return;
  }
  const patterns = allowed.filter((pattern) => typeof pattern === "string");
  for (const pattern of patterns) {
    const found = fault(pattern);
    if (found) deny(`${place}.allowedInstanceTypes names ${shown(pattern)}, ${found}`);
  }
  if (isListed && patterns.length === 0) {
    deny(`${place}.allowedInstanceTypes is not set; name there the types that are allowed`);
  }
  // A whole family by its name is no older than it says.
  if (patterns.length > 0 && patterns.every((pattern) => /^[^*]+\./.test(pattern))) return;
  if (generations === UNKNOWN || generations.includes(UNKNOWN)) undecided(`${place}.instanceGenerations`);
  // AWS takes both generations where none is named.
  else if (generations.length === 0 || generations.includes("previous")) {
    const stated = generations.length === 0 ? "not set" : shown(generations);
    deny(`${place}.instanceGenerations is ${stated}, which lets in previous generations; set it to ["current"]`);
  }
}

/** Paravirtual images run on previous generations alone, and one is paravirtual unless it says otherwise. */
function judgeImage(props: unknown, { deny, undecided }: Verdicts): void {
  const virtualization = asText(at(props, "virtualizationType"));
  if (virtualization === UNKNOWN) undecided("virtualizationType");
  else if (virtualization !== "hvm") {
    deny(`virtualizationType is ${shown(virtualization)}, so the image is paravirtual; set it to "hvm"`);
  }
}
