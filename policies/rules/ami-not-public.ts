import { membersOf, written } from "../facts/property-paths";
import { asList, asText, at, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule, type Verdicts } from "../rule";
import { texts } from "../settings";

const permissionType = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const blockType = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";
const distributionType = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";

const toPermission = ["amiDistributionConfiguration", "launchPermission"];

const blocked = "block-new-sharing";

export const amiNotPublic = rule({
  name: "ami-not-public",
  displayName: "Machine images are not public",
  description: "No machine image is shared with everyone, or with an account that the settings do not name.",
  why: "Whoever starts a public image reads its whole disk: code, configuration, and the credentials that were left on it.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html",
  remediationSteps:
    'Share an image with an organisation or with accounts by their ids, and set the state of ec2.ImageBlockPublicAccess to "block-new-sharing".',
  controls: {},
  settings: {
    accounts: texts([], "The ids of the accounts with which an image may be shared; empty for any account by its id."),
  },
  types: [permissionType, blockType, distributionType],
  resource({ resource, settings, ...verdicts }) {
    if (resource.type === blockType) judgeBlock(resource, verdicts);
    const { groups, ids, unknownLists } = sharedWith(resource);
    for (const { place, name } of groups) {
      if (name === UNKNOWN) verdicts.undecided(place);
      else if (name === "all") verdicts.deny(`${place} is "all", which is everyone; name accounts or an organisation`);
    }
    for (const { place, name } of settings.accounts.length > 0 ? ids : []) {
      if (name === UNKNOWN) verdicts.undecided(place);
      else if (!settings.accounts.includes(name)) {
        verdicts.deny(`${place} is ${shown(name)}, which is not one of accounts; share it with those alone`);
      }
    }
    for (const list of unknownLists) verdicts.undecided(list);
  },
  remediate({ type, props }) {
    if (type === blockType) {
      const state = asText(at(props, "state"));
      return state === blocked || state === UNKNOWN ? [] : [{ path: ["state"], value: blocked }];
    }
    if (type !== distributionType) return [];
    return membersOf(props, [], "distributions", ...toPermission).members.flatMap(({ place, value }) => {
      const groups = asList(at(value, "userGroups"));
      if (groups === UNKNOWN || groups.includes(UNKNOWN) || !groups.includes("all")) return [];
      return [{ path: [...place, "userGroups"], value: groups.filter((group) => group !== "all") }];
    });
  },
});

function judgeBlock({ props }: Resource, { deny, undecided }: Verdicts): void {
  const state = asText(at(props, "state"));
  if (state === UNKNOWN) undecided("state");
  else if (state !== blocked) deny(`state is ${shown(state)}; set it to ${shown(blocked)}`);
}

interface Sharer {
  readonly place: string;
  readonly name: string | Unknown;
}

/** The groups and the accounts that may start instances from an image. */
function sharedWith({ type, props }: Resource) {
  if (type === permissionType) {
    return { groups: single(props, "group"), ids: single(props, "accountId"), unknownLists: [] };
  }
  const lists = ["userGroups", "userIds"].map((list) => membersOf(props, [], "distributions", ...toPermission, list));
  const [groups = [], ids = []] = lists.map(({ members }) =>
    members.flatMap(({ place, value }) => sharer(written(place), value)),
  );
  return { groups, ids, unknownLists: lists.flatMap(({ unknownLists }) => unknownLists) };
}

function single(props: unknown, property: string): Sharer[] {
  return sharer(property, at(props, property));
}

function sharer(place: string, value: unknown): Sharer[] {
  const name = asText(value);
  return name === undefined || name === "" ? [] : [{ place, name }];
}
