import type { Examples } from "../examples";

const volume = { type: "aws:ebs/volume:Volume", props: { encrypted: true } };

export const examples: Examples = {
  denied: [
    {
      title: "a misspelt setting, and one of a policy that has none",
      resources: { a: volume },
      exemptions: [],
      config: { "ebs-encrypted": { requireRoot: false }, "vpc-flow-logs": { trafficType: ["ALL"] } },
      says: {
        "": [
          '"requireRoot" is not a setting of ebs-encrypted; the nearest is "requireRootDevice"',
          '"trafficType" is not a setting of vpc-flow-logs; the nearest is "trafficTypes"',
        ],
      },
    },
  ],
  allowed: [
    {
      title: "settings that there are, and exemptions of the pack's owner",
      resources: { a: volume },
      exemptions: [],
      config: { "ebs-encrypted": { requireRootDevice: false, exemptions: [] } },
    },
    { title: "no config", resources: { a: volume }, exemptions: [] },
  ],
  undecided: [],
};
