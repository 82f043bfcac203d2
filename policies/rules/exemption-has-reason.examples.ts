import type { Examples } from "../examples";

const whole = {
  policy: "ebs-encrypted",
  resource: "scratch",
  reason: "holds public data only",
  approvedBy: "Ada",
  expires: "2027-01-31",
};

export const examples: Examples = {
  denied: [
    {
      title: "an exemption without a reason and one that is a text",
      resources: {},
      exemptions: [{ ...whole, reason: " " }, "ebs-encrypted"],
      says: {
        "": [
          "tierwork:exemptions[0] lacks reason",
          "tierwork:exemptions[1] lacks policy, resource, reason, approvedBy, expires",
        ],
      },
    },
    {
      title: "exemptions that are no list",
      resources: {},
      exemptions: { policy: "ebs-encrypted" },
      says: { "": "tierwork:exemptions is not a list" },
    },
    {
      title: "a reason that nobody stands for, and that never ends (missed by cdk-nag)",
      resources: {},
      exemptions: [{ policy: "ebs-encrypted", resource: "scratch", reason: "holds public data only" }],
      says: { "": "tierwork:exemptions[0] lacks approvedBy, expires" },
    },
    {
      title: "a policy that does not exist, with the nearest name",
      resources: {},
      exemptions: [{ ...whole, policy: "ebs-encryption" }],
      says: { "": 'there is no policy "ebs-encryption"; the nearest name is "ebs-encrypted"' },
    },
    {
      title: "a last day that is none",
      resources: {},
      exemptions: [
        { ...whole, expires: "2027-02-30" },
        { ...whole, expires: "next year" },
      ],
      says: { "": ['[0]: expires is "2027-02-30", not a day such as "2027-01-31"', 'expires is "next year"'] },
    },
    {
      title: "a reason that says nothing",
      resources: {},
      exemptions: [{ ...whole, reason: "because" }],
      says: { "": '(ebs-encrypted on scratch): the reason is "because"; say why in 10 characters or more' },
    },
  ],
  allowed: [
    { title: "a whole exemption", resources: {}, exemptions: [whole] },
    { title: "no exemptions", resources: {}, exemptions: [] },
    {
      title: "a day that YAML and the CLI have turned into a time",
      resources: {},
      exemptions: [{ ...whole, expires: "2027-01-31 00:00:00 +0000 UTC" }],
    },
    {
      title: "a short reason where the settings accept it",
      resources: {},
      exemptions: [{ ...whole, reason: "demo" }],
      settings: { minLength: 4 },
    },
  ],
  undecided: [],
};
