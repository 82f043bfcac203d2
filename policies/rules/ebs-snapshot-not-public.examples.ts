import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const permission = (accountId: unknown) => ({
  type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
  props: { snapshotId: "snap-0123456789abcdef0", accountId },
});
const block = (state: unknown) => ({
  type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  props: { state },
});
const policy = (targetAccounts: unknown) => ({
  type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
  props: { policyDetails: { schedules: [{ name: "daily", shareRule: { targetAccounts } }] } },
});

export const examples: Examples = {
  denied: [
    {
      title: "a snapshot that is shared with all",
      resources: { all: permission("all"), daily: policy(["123456789012", "all"]) },
      says: {
        all: 'accountId is "all", which is everyone; share with the id of an account',
        daily: 'policyDetails.schedules[0].shareRule.targetAccounts[1] is "all"',
      },
    },
    {
      title: "a block that is lifted, or that leaves public what was public before",
      resources: { off: block("unblocked"), half: block("block-new-sharing") },
      says: {
        off: 'state is "unblocked"; set it to "block-all-sharing"',
        half: 'state is "block-new-sharing"; set it to "block-all-sharing"',
      },
    },
    {
      title: "accounts that are not in the list",
      settings: { accounts: ["123456789012"] },
      resources: { other: permission("210987654321"), daily: policy(["123456789012", "210987654321"]) },
      says: {
        other: 'accountId is "210987654321", which is not one of accounts; share with one of them',
        daily: 'policyDetails.schedules[0].shareRule.targetAccounts[1] is "210987654321"',
      },
    },
  ],
  allowed: [
    {
      title: "snapshots that are shared with named accounts",
      resources: { one: permission("210987654321"), daily: policy(["123456789012"]), none: policy(undefined) },
    },
    {
      title: "accounts of the list, also where one is written as a number",
      settings: { accounts: ["123456789012", "012345678901"] },
      resources: { one: permission("123456789012"), number: permission(12345678901), daily: policy(["012345678901"]) },
    },
    { title: "a block of all public sharing", resources: { block: block("block-all-sharing") } },
    {
      title: "an account that the stack makes, which is no group",
      resources: {
        backup: { type: "aws:organizations/account:Account", props: { name: "backup" } },
        one: permission(ref("backup")),
      },
    },
  ],
  undecided: [
    {
      title: "a state that is not known, and accounts that may be of the list",
      settings: { accounts: ["123456789012"] },
      resources: {
        block: block(UNKNOWN),
        one: permission(UNKNOWN),
        daily: policy(UNKNOWN),
        weekly: policy(["123456789012", UNKNOWN]),
      },
      says: {
        block: "state is not known yet",
        one: "accountId is not known yet",
        daily: "policyDetails.schedules[0].shareRule.targetAccounts is not known yet",
        weekly: "policyDetails.schedules[0].shareRule.targetAccounts[1] is not known yet",
      },
    },
  ],
};
