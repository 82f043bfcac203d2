import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const document = (props: object) => ({
  type: "aws:ssm/document:Document",
  props: { documentType: "Command", ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "documents for every account, in every spelling",
      resources: {
        all: document({ permissions: { type: "Share", accountIds: "All" } }),
        small: document({ permissions: { type: "Share", accountIds: "111122223333, all" } }),
        list: document({ permissions: { type: "Share", accountIds: ["111122223333", "All"] } }),
      },
      says: {
        all: 'permissions.accountIds is "All"; list the accounts',
        small: 'permissions.accountIds is "All"',
        list: 'permissions.accountIds is "All"',
      },
    },
  ],
  allowed: [
    {
      title: "documents of the account, and for some others",
      resources: {
        own: document({}),
        some: document({ permissions: { type: "Share", accountIds: "111122223333,444455556666" } }),
      },
    },
  ],
  undecided: [
    {
      title: "accounts that are not known",
      resources: {
        some: document({ permissions: { type: "Share", accountIds: UNKNOWN } }),
        whole: document({ permissions: UNKNOWN }),
      },
      says: { some: "permissions.accountIds is not known yet", whole: "permissions.accountIds is not known yet" },
    },
  ],
};
