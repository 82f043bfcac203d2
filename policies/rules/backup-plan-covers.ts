import { mayShareRegion, regionOf } from "../facts/account-defaults";
import { membersOf, pathTo, written } from "../facts/property-paths";
import { type Kind, named } from "../facts/references";
import { anyOf } from "../facts/three-valued";
import { asNumber, asText, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { flag } from "../settings";

const planKind: Kind = { types: ["aws:backup/plan:Plan"], keys: ["id"] };
const vaultKind: Kind = {
  types: ["aws:backup/vault:Vault", "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault"],
  keys: ["arn"],
};

export const backupPlanCovers = rule({
  name: "backup-plan-covers",
  displayName: "Backup plans select something and copy it in time",
  description:
    "Every backup plan has a selection of resources, deletes the copies that it makes in time and, if so set, makes them in another region.",
  why: "A plan that selects nothing backs up nothing, and copies without an end cost without an end.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html",
  remediationSteps:
    "Add an aws.backup.Selection with the planId of the plan, and set lifecycle.deleteAfter of each of its copyActions.",
  controls: { fsbp: ["EC2.28", "EFS.2"] },
  settings: { crossRegion: flag(false, "Require that a rule of every plan copies its backups to another region.") },
  types: planKind.types,
  resource({ resource, deny, undecided }) {
    const { members, unknownLists } = copiesOf(resource.props);
    for (const { place, value } of members) {
      const property = `${written(pathTo(place, "lifecycle"))}.deleteAfter`;
      const days = asNumber(at(value, "lifecycle", "deleteAfter"));
      if (days === UNKNOWN) undecided(property);
      else if (days === undefined || days <= 0)
        deny(`${property} is ${shown(days)}; set it to the days that a copy is kept`);
    }
    for (const list of unknownLists) undecided(list);
  },
  stack({ stack, settings, on }) {
    const selected = selectedPlans(stack);
    for (const plan of stack.ofType(...planKind.types)) {
      if (!selected.plans.has(plan)) {
        if (selected.others) on(plan).undecided("which plan each backup selection names");
        else on(plan).deny("no backup selection names it, so it backs up nothing; add one");
      }
      if (!settings.crossRegion) continue;
      const leaves = copiesToAnotherRegion(stack, plan);
      if (leaves === UNKNOWN) on(plan).undecided("the region to which it copies");
      else if (!leaves)
        on(plan).deny("none of its rules copies to another region; add a copyAction with a vault there");
    }
  },
});

function copiesOf(props: unknown) {
  return membersOf(props, [], "rules", "copyActions");
}

/** The plans that selections name, and whether there are selections of which that is not known yet. */
function selectedPlans(stack: Stack): { plans: Set<StackResource>; others: boolean } {
  const selections = stack.ofType("aws:backup/selection:Selection").map((selection) => {
    const id = at(selection.props, "planId");
    return { id, plans: named(stack, selection, "planId", id, planKind) };
  });
  return {
    plans: new Set(selections.flatMap(({ plans }) => plans)),
    others: selections.some(({ id, plans }) => id === UNKNOWN && plans.length === 0),
  };
}

function copiesToAnotherRegion(stack: Stack, plan: StackResource): boolean | Unknown {
  const { members, unknownLists } = copiesOf(plan.props);
  return anyOf([
    ...members.map(({ value }) => goesElsewhere(stack, plan, asText(at(value, "destinationVaultArn")))),
    unknownLists.length > 0 ? UNKNOWN : false,
  ]);
}

function goesElsewhere(stack: Stack, plan: StackResource, arn: Fact<string>): boolean | Unknown {
  const own = regionOf(plan);
  const [, , , region] = typeof arn === "string" ? arn.split(":") : [];
  if (region !== undefined) return typeof own === "string" ? region !== own : UNKNOWN;
  const vaults = named(stack, plan, "rules", arn, vaultKind);
  // A plan keeps its backups in a vault of its own region: one elsewhere to which it refers is where it copies them.
  if (vaults.some((vault) => !mayShareRegion(plan, vault))) return true;
  return vaults.length > 1 ? false : UNKNOWN;
}
