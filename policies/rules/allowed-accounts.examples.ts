import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const provider = (props: Record<string, unknown>) => ({ type: "pulumi:providers:aws", props });
const settings = { accounts: ["111122223333", "444455556666"] };
const role = (account: string) => `arn:aws:iam::${account}:role/deploy`;

export const examples: Examples = {
  denied: [
    {
      title: "a provider that states no accounts",
      resources: { default: provider({ region: "eu-west-1" }), empty: provider({ allowedAccountIds: "[]" }) },
      settings,
      says: { default: "allowedAccountIds is not set", empty: "allowedAccountIds is not set" },
    },
    {
      title: "accounts that are not of the list, as a list and as the engine's JSON",
      resources: {
        list: provider({ allowedAccountIds: ["111122223333", "999999999999"] }),
        json: provider({ allowedAccountIds: '["999999999999"]' }),
      },
      settings,
      says: {
        list: 'allowedAccountIds holds "999999999999"; use an account of the list',
        json: 'allowedAccountIds holds "999999999999"',
      },
    },
    {
      title: "a role of another account",
      resources: {
        far: provider({ allowedAccountIds: ["111122223333"], assumeRoles: [{ roleArn: role("999999999999") }] }),
        web: provider({
          allowedAccountIds: ["111122223333"],
          assumeRoleWithWebIdentity: JSON.stringify({ roleArn: role("999999999999") }),
        }),
      },
      settings,
      says: { far: `it assumes "${role("999999999999")}"; use a role`, web: "it assumes" },
    },
  ],
  allowed: [
    { title: "any provider without a list", resources: { default: provider({}) } },
    {
      title: "accounts and a role of the list",
      resources: {
        own: provider({
          allowedAccountIds: '["111122223333"]',
          assumeRoles: JSON.stringify([{ roleArn: role("444455556666"), externalId: "x" }]),
        }),
      },
      settings,
    },
  ],
  undecided: [
    {
      title: "accounts that are not known",
      resources: { own: provider({ allowedAccountIds: [UNKNOWN] }), other: provider({ allowedAccountIds: UNKNOWN }) },
      settings,
      says: { own: "allowedAccountIds is not known yet", other: "allowedAccountIds is not known yet" },
    },
    {
      title: "a role that is not known",
      resources: { own: provider({ allowedAccountIds: ["111122223333"], assumeRoles: [{ roleArn: UNKNOWN }] }) },
      settings,
      says: { own: "the roleArn that it assumes is not known yet" },
    },
  ],
};
