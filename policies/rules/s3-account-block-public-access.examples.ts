import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const account = (flags: object) => ({
  type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  props: { ...flags },
});

export const examples: Examples = {
  denied: [
    {
      title: "a block without flags, which blocks nothing",
      resources: { account: account({}) },
      says: {
        account:
          "blockPublicAcls is not set, blockPublicPolicy is not set, ignorePublicAcls is not set, restrictPublicBuckets is not set; set all four to true",
      },
    },
    {
      title: "a flag that is false",
      resources: { account: account({ ...closed, restrictPublicBuckets: "false" }) },
      says: { account: 'restrictPublicBuckets is "false"; set it to true' },
    },
  ],
  allowed: [
    {
      title: "four flags that are true",
      resources: { account: account(closed), spelled: account({ ...closed, blockPublicAcls: "true" }) },
    },
  ],
  undecided: [
    {
      title: "a flag that is not known",
      resources: { account: account({ ...closed, ignorePublicAcls: UNKNOWN }) },
      says: { account: "one of its four flags is not known yet" },
    },
  ],
};
