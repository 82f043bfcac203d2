import wildcardMatch from "wildcard-match";
import { imageCopyType, ownImageKind } from "../facts/machine-images";
import { membersOf, written } from "../facts/property-paths";
import { carrierOf, referred } from "../facts/references";
import { asList, asText, at, few, shown, UNKNOWN } from "../facts/value";
import { rule, type Verdicts } from "../rule";
import { texts } from "../settings";

const settingType = "aws:ec2/allowedImagesSettings:AllowedImagesSettings";

/** Where each type names the image that its instances start from, or that it copies. */
const places: Record<string, readonly [string, ...string[]]> = {
  "aws:ec2/instance:Instance": ["ami"],
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": ["ami"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["imageId"],
  "aws:ec2/launchConfiguration:LaunchConfiguration": ["imageId"],
  "aws:ec2/spotFleetRequest:SpotFleetRequest": ["launchSpecifications", "ami"],
  "aws:batch/computeEnvironment:ComputeEnvironment": ["computeResources", "imageId"],
  "aws:emr/cluster:Cluster": ["customAmiId"],
  [imageCopyType]: ["sourceAmiId"],
};

export const ec2AmiFromAllowedOwners = rule({
  name: "ec2-ami-from-allowed-owners",
  displayName: "Machine images come from owners one trusts",
  description:
    "An account that restricts its images does so, and to providers by name; where the settings list images, instances start from these or from the stack's own.",
  why: "Anybody can publish an image under the name of a known one, and a look-up by name alone takes the newest that fits.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html",
  remediationSteps:
    'Name owners wherever an image is looked up. Set the state of ec2.AllowedImagesSettings to "enabled" and list imageProviders, so that the account refuses all other images.',
  controls: {},
  settings: {
    owners: texts(
      [],
      "The imageProviders that an account may allow: amazon, aws-marketplace, ids of accounts; empty for all that it names.",
    ),
    images: texts(
      [],
      "The images that may be started, by id or as resolve:ssm:…, where * stands for any characters; empty for all.",
    ),
  },
  types: [settingType],
  resource({ resource: { props }, settings, ...verdicts }) {
    const state = asText(at(props, "state"));
    if (state === UNKNOWN) verdicts.undecided("state");
    else if (state !== "enabled") {
      verdicts.deny(`state is ${shown(state)}, which refuses no image; set it to "enabled"`);
    }
    const { members, unknownLists } = membersOf(props, [], "imageCriterions");
    for (const { place, value } of members) judgeCriterion(written(place), value, settings.owners, verdicts);
    for (const list of unknownLists) verdicts.undecided(list);
  },
  stack({ stack, settings, on }) {
    if (settings.images.length === 0) return;
    const listed = settings.images.map((pattern) => wildcardMatch(pattern, { separator: false }));
    for (const resource of stack.ofType(...Object.keys(places))) {
      const [property, ...rest] = places[resource.type] ?? ["ami"];
      const { members, unknownLists } = membersOf(resource.props, [], property, ...rest);
      // What is not known is the stack's own where it refers to such; what refers to nothing is left to a template.
      const isOpen =
        resource.references(property).length > 0 && referred(resource, property, ownImageKind).length === 0;
      for (const { place, value } of members) {
        const image = asText(value);
        if (image === UNKNOWN && isOpen) on(resource).undecided(written(place));
        if (typeof image !== "string" || image === "" || listed.some((matches) => matches(image))) continue;
        if (carrierOf(stack, image, ownImageKind)) continue;
        on(resource).deny(`${written(place)} is ${shown(image)}, which is not one of images; start from one of those`);
      }
      for (const list of isOpen ? unknownLists : []) on(resource).undecided(list);
    }
  },
});

function judgeCriterion(
  place: string,
  criterion: unknown,
  owners: readonly string[],
  { deny, undecided }: Verdicts,
): void {
  const providers = asList(at(criterion, "imageProviders"));
  if (providers === UNKNOWN || providers.includes(UNKNOWN)) {
    undecided(`${place}.imageProviders`);
    return;
  }
  // The product code of one thing in the Marketplace is as good as its provider.
  if (providers.length === 0 && at(criterion, "marketplaceProductCodes") === undefined) {
    deny(`${place}.imageProviders is not set, which lets in images of anyone; set it`);
  }
  const named = providers.map(asText).filter((provider) => typeof provider === "string");
  const strangers = owners.length > 0 ? named.filter((provider) => !owners.includes(provider)) : [];
  if (strangers.length === 0) return;
  deny(`${place}.imageProviders names ${few(strangers.map(shown))}, none of owners; leave only what is`);
}
