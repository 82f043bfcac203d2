import type { Examples } from "../examples";

const volume = (encrypted: boolean) => ({ type: "aws:ebs/volume:Volume", props: { encrypted } });
const exemption = {
  policy: "ebs-encrypted",
  resource: "scratch",
  reason: "holds public data only",
  approvedBy: "Ada",
  expires: "2027-01-31",
};

export const examples: Examples = {
  denied: [
    {
      title: "an exemption for a finding that is gone",
      resources: { scratch: volume(true) },
      exemptions: [exemption],
      says: { "": "tierwork:exemptions[0] (ebs-encrypted on scratch) met no finding; remove it" },
    },
    {
      title: "an exemption for a resource of another name",
      resources: { "scratch-2": volume(false) },
      exemptions: [exemption, { ...exemption, resource: "scratch-*" }],
      says: { "": "tierwork:exemptions[0] (ebs-encrypted on scratch) met no finding" },
    },
  ],
  allowed: [
    {
      title: "an exemption that covers a finding",
      resources: { scratch: volume(false) },
      exemptions: [exemption],
    },
    {
      title: "an expired exemption whose finding is still there",
      resources: { scratch: volume(false) },
      exemptions: [{ ...exemption, expires: "2026-10-31" }],
    },
  ],
  undecided: [],
};
