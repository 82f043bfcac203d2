import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const distribution = (originGroups?: unknown) => ({
  type: "aws:cloudfront/distribution:Distribution",
  props: { enabled: true, originGroups },
});
const two = [{ originId: "first" }, { originId: "second" }];

export const examples: Examples = {
  denied: [
    {
      title: "a distribution without a group, or with one of a single origin",
      resources: { site: distribution(), app: distribution([{ originId: "group", members: [{ originId: "first" }] }]) },
      says: {
        site: "originGroups has no group of two origins; add one",
        app: "originGroups has no group of two origins",
      },
    },
  ],
  allowed: [
    {
      title: "a group of two",
      resources: {
        site: distribution([{ originId: "group", members: two }]),
        saas: {
          type: "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
          props: { originGroups: [{ id: "group", members: two }] },
        },
      },
    },
  ],
  undecided: [
    {
      title: "groups that are not known",
      resources: { site: distribution(UNKNOWN), app: distribution([{ originId: "group", members: UNKNOWN }]) },
      says: { site: "originGroups is not known yet", app: "originGroups is not known yet" },
    },
  ],
};
