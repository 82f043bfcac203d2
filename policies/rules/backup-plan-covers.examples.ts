import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const vault = of("aws:backup/vault:Vault");
const selection = (planId: unknown = ref("daily")) =>
  of("aws:backup/selection:Selection")({ planId, resources: ["*"] });
const plan = (...copyActions: unknown[]) =>
  of("aws:backup/plan:Plan")({ rules: [{ ruleName: "daily", targetVaultName: ref("main", "name"), copyActions }] });
const to = (destinationVaultArn: unknown, lifecycle: unknown = { deleteAfter: 90 }) => ({
  destinationVaultArn,
  lifecycle,
});
const abroad = "arn:aws:backup:eu-central-1:123456789012:backup-vault:main";
const home = "arn:aws:backup:eu-west-1:123456789012:backup-vault:second";

export const examples: Examples = {
  denied: [
    {
      title: "a plan that no selection names",
      resources: { main: vault({}), daily: plan(), weekly: plan(), all: selection() },
      says: { weekly: "no backup selection names it, so it backs up nothing; add one" },
    },
    {
      title: "copies that are kept for ever",
      resources: {
        main: vault({}),
        daily: plan(to(abroad, { coldStorageAfter: 30 }), to(abroad), { destinationVaultArn: home }),
        all: selection(),
      },
      says: {
        daily: [
          "rules[0].copyActions[0].lifecycle.deleteAfter is not set; set it to the days that a copy is kept",
          "rules[0].copyActions[2].lifecycle.deleteAfter is not set",
        ],
      },
    },
    {
      title: "a plan that copies nothing to another region, when the setting asks for it",
      settings: { crossRegion: true },
      resources: {
        main: vault({}),
        daily: plan(),
        all: selection(),
        weekly: plan(to(home)),
        more: selection(ref("weekly")),
      },
      says: {
        daily: "none of its rules copies to another region; add a copyAction with a vault there",
        weekly: "none of its rules copies to another region",
      },
    },
    {
      title: "a plan that copies to another vault of its own region, when the setting asks for another region",
      settings: { crossRegion: true },
      resources: { main: vault({}), second: vault({}), daily: plan(to(ref("second", "arn"))), all: selection() },
      says: { daily: "none of its rules copies to another region" },
    },
  ],
  allowed: [
    {
      title: "a plan with a selection, whose copies are deleted in time",
      resources: { main: vault({}), daily: plan(to(home, { deleteAfter: "90" })), all: selection() },
    },
    {
      title: "a plan that copies to another region, by ARN or to a vault of the stack",
      settings: { crossRegion: true },
      resources: {
        main: vault({}),
        there: vault({ region: "eu-central-1" }),
        daily: plan(to(home), to(abroad)),
        all: selection(),
        weekly: plan(to(ref("there", "arn"))),
        more: selection(ref("weekly")),
      },
    },
  ],
  undecided: [
    {
      title: "a selection whose plan is not known",
      resources: { main: vault({}), daily: plan(), all: selection(UNKNOWN) },
      says: { daily: "which plan each backup selection names is not known yet" },
    },
    {
      title: "copies that are not known",
      resources: {
        main: vault({}),
        daily: plan(to(abroad, UNKNOWN)),
        all: selection(),
        weekly: of("aws:backup/plan:Plan")({ rules: UNKNOWN }),
        more: selection(ref("weekly")),
      },
      says: {
        daily: "rules[0].copyActions[0].lifecycle.deleteAfter is not known yet",
        weekly: "rules is not known yet",
      },
    },
    {
      title: "a region that is not known, when the setting asks for another one",
      settings: { crossRegion: true },
      resources: { main: vault({}), daily: plan(to(UNKNOWN)), all: selection() },
      says: { daily: "the region to which it copies is not known yet" },
    },
  ],
};
