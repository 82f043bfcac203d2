import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({ type: "aws:cloudwatch/logGroup:LogGroup", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "log groups that keep their logs for ever",
      resources: { silent: group(), zero: group({ retentionInDays: 0 }), text: group({ retentionInDays: "0" }) },
      says: {
        silent: "retentionInDays is not set, so that logs never expire; set it to 7 or more",
        zero: "retentionInDays is 0, so that logs never expire",
        text: "so that logs never expire",
      },
    },
    {
      title: "logs that are gone before anybody looks",
      resources: { web: group({ retentionInDays: 1 }) },
      says: { web: "retentionInDays is 1; set it to 7 or more" },
    },
    {
      title: "a retention outside of the bounds that the settings give",
      settings: { minDays: 30, maxDays: 400 },
      resources: { short: group({ retentionInDays: 14 }), long: group({ retentionInDays: 731 }), never: group() },
      says: { short: "set it to 30 or more", long: "set it to 400 or less", never: "never expire" },
    },
  ],
  allowed: [
    {
      title: "a stated retention",
      resources: { a: group({ retentionInDays: 14 }), b: group({ retentionInDays: "365" }) },
    },
    {
      title: "a log group that only passes its logs on, which AWS keeps for two days",
      resources: { web: group({ logGroupClass: "DELIVERY" }) },
    },
  ],
  undecided: [
    {
      title: "a retention that is not known",
      resources: { web: group({ retentionInDays: UNKNOWN }) },
      says: { web: "retentionInDays" },
    },
  ],
};
