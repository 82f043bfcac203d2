import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const passwords = { type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy", props: {} };
const analyzer = (type?: unknown) => ({
  type: "aws:accessanalyzer/analyzer:Analyzer",
  props: { analyzerName: "a", type },
});

export const examples: Examples = {
  denied: [
    {
      title: "a stack that sets up an account without an analyzer, or with one for unused access alone",
      resources: { passwords, unused: analyzer("ACCOUNT_UNUSED_ACCESS") },
      says: { "": "it sets up an account and no analyzer of access from outside; add an aws.accessanalyzer.Analyzer" },
    },
  ],
  allowed: [
    { title: "an analyzer of the account", resources: { passwords, a: analyzer() } },
    { title: "an analyzer of the organization", resources: { passwords, a: analyzer("ORGANIZATION") } },
    { title: "a stack of an application", resources: { web: { type: "aws:ec2/instance:Instance", props: {} } } },
  ],
  undecided: [
    {
      title: "an analyzer whose type is not known",
      resources: { a: analyzer(UNKNOWN) },
      says: { "": "the type of its analyzer" },
    },
  ],
};
