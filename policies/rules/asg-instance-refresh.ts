import { groupType } from "../facts/auto-scaling-groups";
import { launchTemplateType } from "../facts/launch-templates";
import { stated } from "../facts/stated";
import { asList, asText, at, few, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

export const asgInstanceRefresh = rule({
  name: "asg-instance-refresh",
  displayName: "A new launch template reaches the instances",
  description:
    "An Auto Scaling group replaces its instances when their launch template changes, or names one version of it.",
  why: "A new launch template otherwise changes only what starts later: the rest keeps the old image and its faults until it happens to be replaced.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html",
  remediationSteps:
    "Set version to latestVersion of the launch template and add an instanceRefresh; the provider starts no refresh for a version of $Latest or $Default, which never changes.",
  controls: {},
  types: [groupType],
  resource({ resource, deny }) {
    const moving = versionsOf(resource).filter(({ version }) => version !== UNKNOWN && isMoving(version));
    if (moving.length === 0) return;
    const places = few(moving.map(({ place, version }) => `${place} is ${shown(version)}`));
    deny(
      at(resource.props, "instanceRefresh") === undefined
        ? `${places} and there is no instanceRefresh, so that a new version reaches new instances alone; add one, with latestVersion of the template as the version`
        : `${places}, for which no instanceRefresh starts; set it to latestVersion of the template`,
    );
  },
  stack({ stack, on }) {
    for (const group of stack.ofType(groupType)) {
      // What a group does not launch from it leaves to AWS, which makes it unknown at preview.
      const said = versionsOf(stated(group)).map(({ property }) => property);
      const versions = versionsOf(group).filter(({ property }) => said.length === 0 || said.includes(property));
      if (versions.some(({ version }) => version !== UNKNOWN && isMoving(version))) continue;
      const vague = versions.find(({ version, property }) => {
        // What a template of the stack gives is a number.
        const isNumber = group.references(property).some(({ type }) => type === launchTemplateType);
        return version === UNKNOWN && !isNumber;
      });
      if (vague) on(group).undecided(vague.place);
    }
  },
});

/** A version of a launch template that a group names. */
interface Version {
  readonly property: string;
  readonly place: string;
  readonly version: string | undefined | typeof UNKNOWN;
}

function versionsOf({ props }: Resource): Version[] {
  const own = at(props, "launchTemplate");
  const policy = at(props, "mixedInstancesPolicy", "launchTemplate");
  const overrides = asList(at(policy, "overrides"));
  const specification = "launchTemplateSpecification";
  const mixed = [
    { place: specification, value: at(policy, specification) },
    ...(overrides === UNKNOWN ? [] : overrides).map((override, index) => ({
      place: `overrides[${index}].${specification}`,
      value: at(override, specification),
    })),
  ].map(({ place, value }) => ({
    property: "mixedInstancesPolicy",
    place: `mixedInstancesPolicy.launchTemplate.${place}.version`,
    value,
  }));
  return [{ property: "launchTemplate", place: "launchTemplate.version", value: own }, ...mixed]
    .filter(({ value }) => value !== undefined)
    .map(({ property, place, value }) => ({ property, place, version: asText(at(value, "version")) }));
}

/** Without a version a group takes the default one. */
function isMoving(version: string | undefined): boolean {
  return version === undefined || version === "" || version.startsWith("$");
}
