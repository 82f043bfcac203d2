import type { Examples } from "../examples";

const exemption = { resource: "web", reason: "a demonstration", approvedBy: "Ada", expires: "2027-01-31" };

export const examples: Examples = {
  denied: [
    {
      title: "an exemption from a critical policy",
      resources: {},
      exemptions: [{ ...exemption, policy: "no-public-ssh" }],
      says: { "": "(no-public-ssh on web) is for a critical policy; move it to the config of the policy pack" },
    },
  ],
  allowed: [
    {
      title: "an exemption from any other policy",
      resources: {},
      exemptions: [{ ...exemption, policy: "ebs-encrypted" }],
    },
  ],
  undecided: [],
};
