import type { Examples } from "../examples";

const until = (expires: string) => ({
  policy: "ebs-encrypted",
  resource: "scratch",
  reason: "holds public data only",
  approvedBy: "Ada",
  expires,
});

export const examples: Examples = {
  denied: [
    {
      title: "an exemption whose last day was yesterday",
      resources: {},
      exemptions: [until("2026-10-31")],
      says: { "": "tierwork:exemptions[0] (ebs-encrypted on scratch) expired on 2026-10-31; renew or remove it" },
    },
    {
      title: "an exemption for more than a year",
      resources: {},
      exemptions: [until("2027-11-02")],
      says: { "": "runs until 2027-11-02; let it end within 365 days" },
    },
    {
      title: "an exemption for longer than the settings allow",
      resources: {},
      exemptions: [until("2026-12-02")],
      settings: { maxDays: 30 },
      says: { "": "let it end within 30 days" },
    },
  ],
  allowed: [
    { title: "an exemption on its last day", resources: {}, exemptions: [until("2026-11-01")] },
    { title: "an exemption for a year", resources: {}, exemptions: [until("2027-11-01")] },
  ],
  undecided: [],
};
