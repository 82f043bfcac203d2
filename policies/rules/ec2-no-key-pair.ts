import { beanstalkTypes, statedOption } from "../facts/beanstalk-settings";
import { spotFleetType } from "../facts/block-devices";
import { specificationTypes } from "../facts/launch-specifications";
import { type Members, membersOf, written } from "../facts/property-paths";
import { asText, shown, UNKNOWN } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

/** Where each type names the key pair. */
const places: Record<string, readonly [string, ...string[]]> = {
  ...Object.fromEntries(specificationTypes.map((type) => [type, ["keyName"]])),
  [spotFleetType]: ["launchSpecifications", "keyName"],
  "aws:batch/computeEnvironment:ComputeEnvironment": ["computeResources", "ec2KeyPair"],
  "aws:emr/cluster:Cluster": ["ec2Attributes", "keyName"],
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": ["keyPair"],
};

const beanstalkOption = { namespace: "aws:autoscaling:launchconfiguration", name: "EC2KeyName" };

const types = [...Object.keys(places), ...beanstalkTypes];

const keyPairType = "aws:ec2/keyPair:KeyPair";

export const ec2NoKeyPair = rule({
  name: "ec2-no-key-pair",
  displayName: "Instances have no SSH key",
  description: "No instance is started with a key pair: Session Manager opens a shell without keys or open ports.",
  why: "A key cannot be taken back from those who have a copy, and does not say who used it; Session Manager asks IAM, and can log each session.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  remediationSteps:
    "Remove the key pair, let the instance's role carry AmazonSSMManagedInstanceCore, and use `aws ssm start-session`.",
  controls: {},
  types,
  resource({ resource, deny }) {
    for (const { place, value } of keyPairs(resource).members) {
      const name = asText(value);
      if (typeof name === "string" && name !== "") deny(said(written(place), shown(name)));
    }
  },
  // A name that is not known yet is that of a key pair of the stack, or of one that it knows from elsewhere.
  stack({ stack, on }) {
    for (const resource of stack.ofType(...types)) {
      const { members, unknownLists } = keyPairs(resource);
      const unknown = members.filter(({ value }) => value === UNKNOWN).map(({ place }) => written(place));
      for (const place of [...unknown, ...unknownLists]) {
        const sources = resource.references(place.split(/[.[]/, 1)[0] ?? place);
        const pair = sources.find(({ type }) => type === keyPairType);
        if (pair) on(resource).deny(said(place, `that of key pair ${shown(pair.name)}`));
        // Where it refers to nothing, nobody has set it.
        else if (sources.length > 0) on(resource).undecided(place);
      }
    }
  },
});

function keyPairs({ type, props }: Resource): Members {
  const [property, ...rest] = places[type] ?? [];
  if (property !== undefined) return membersOf(props, [], property, ...rest);
  const { settings, doubt } = statedOption(props, beanstalkOption);
  return {
    members: settings.map(({ index, value }) => ({ place: ["settings", index, "value"], value })),
    unknownLists: doubt === undefined ? [] : [doubt],
  };
}

function said(place: string, name: string): string {
  return `${place} is ${name}; remove it and use Session Manager`;
}
