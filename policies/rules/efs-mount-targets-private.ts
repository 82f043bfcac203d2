import { type Listed, listed, poolOf } from "../facts/id-lists";
import { ingressOf } from "../facts/ingress";
import { port } from "../facts/ports";
import { exposedIn } from "../facts/public-groups";
import { type Exposure, said, worldSettings } from "../facts/public-ports";
import type { Kind } from "../facts/references";
import { groupTypes } from "../facts/security-group-rules";
import { groupsOf } from "../facts/security-groups";
import { stated } from "../facts/stated";
import { givesAddresses } from "../facts/subnet-addresses";
import { findSubnets, namesOf, type SubnetPlace, subnetReferences } from "../facts/subnet-references";
import { asList, at, shown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const subnetPlace: SubnetPlace = { path: ["subnetId"], one: true };
const groupKind: Kind = { types: groupTypes, keys: ["id"] };

/** The port of NFS. */
const exposure: Exposure = {
  trafficOf: ingressOf,
  ports: () => [port(2049, "tcp")],
  limits: {
    allowedCidrs: worldSettings.allowedCidrs.default,
    allowedPrefixLists: worldSettings.allowedPrefixLists.default,
    maxPublicPrefix: worldSettings.maxPublicPrefix.default,
    maxPublicPrefixV6: worldSettings.maxPublicPrefixV6.default,
  },
  advice: "",
};

export const efsMountTargetsPrivate = rule({
  name: "efs-mount-targets-private",
  displayName: "File systems are mounted in private",
  description:
    "A mount target of EFS lies in a subnet that gives out no public addresses, behind a group that the world cannot reach.",
  why: "NFS asks for no password: who reaches port 2049 may mount the file system, unless its policy refuses.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-6",
  remediationSteps:
    "Put mount targets into private subnets, and let only the security groups of the clients in on port 2049.",
  controls: { fsbp: ["EFS.6"] },
  types: [],
  subjects: ["aws:efs/mountTarget:MountTarget"],
  stack({ stack, on }) {
    const targets = stack.ofType("aws:efs/mountTarget:MountTarget");
    const open = targets.length > 0 ? openGroups(stack) : new Map<string, OpenGroup>();
    for (const target of targets) {
      const { deny, undecided } = on(target);
      const subnets = subnetReferences(stack, target, subnetPlace);
      const giving = findSubnets(subnets, "gives out public addresses", givesAddresses);
      if (giving.subnets.length > 0) {
        deny(`its subnet gives out public addresses (${namesOf(giving.subnets)}); use a private one`);
      } else if (giving.doubt !== undefined) undecided(giving.doubt);

      const { sure, some, foreign, isOpen } = groupsNamed(stack, target);
      for (const group of sure) {
        const { says, doubt } = open.get(group.urn) ?? {};
        for (const opening of says ?? []) deny(`its security group "${group.name}" is open: ${opening}`);
        if (doubt !== undefined) undecided(`${doubt} of security group "${group.name}"`);
      }
      const [stranger] = foreign;
      if (stranger !== undefined)
        undecided(`what ${shown(stranger)}, a group that this stack does not define, lets in`);
      else if (isOpen || some.some(({ urn }) => open.has(urn))) undecided("which security groups it has");
    }
  },
});

function groupsNamed(stack: Stack, target: StackResource): Listed {
  // Without groups it has the default one of its VPC, which has a rule of its own.
  const isStated = at(stated(target).props, "securityGroups") !== undefined;
  const ids = isStated ? asList(at(target.props, "securityGroups")) : [];
  return listed(poolOf(stack, target, "securityGroups", ids, groupKind));
}

/** What opens the NFS port of a group to the world, or what must be known to tell. */
interface OpenGroup {
  readonly says: readonly string[];
  readonly doubt?: string;
}

/** The groups of the stack whose NFS port the world reaches, or may reach, by URN. */
function openGroups(stack: Stack): Map<string, OpenGroup> {
  const found = new Map<string, OpenGroup>();
  for (const group of groupsOf(stack, ingressOf)) {
    const exposed = group.itself ? exposedIn(stack, group, exposure) : [];
    if (!group.itself || exposed.length === 0) continue;
    const says = exposed.flatMap(({ resource, openings }) =>
      openings.map((opening) => said(opening).replace(/^it\b/, `rule "${resource.name}"`)),
    );
    found.set(group.itself.urn, { says, doubt: exposed.find(({ doubt }) => doubt !== undefined)?.doubt });
  }
  return found;
}
