import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (platformVersion?: unknown) => ({ type: "aws:ecs/service:Service", props: { platformVersion } });

export const examples: Examples = {
  denied: [
    {
      title: "a service and a task set on an old platform",
      resources: {
        web: service("1.3.0"),
        green: { type: "aws:ecs/taskSet:TaskSet", props: { platformVersion: "1.2.0" } },
      },
      says: {
        web: 'platformVersion is "1.3.0"; set it to "LATEST"',
        green: 'platformVersion is "1.2.0"',
      },
    },
    {
      title: "a platform that the house has left behind",
      settings: { versions: ["1.5.0"] },
      resources: { web: service("1.4.0") },
      says: { web: 'platformVersion is "1.4.0"' },
    },
  ],
  allowed: [
    {
      title: "the latest platform, said or not, and the current ones by number",
      resources: { silent: service(), latest: service("LATEST"), linux: service("1.4.0"), windows: service("1.0.0") },
    },
  ],
  undecided: [
    {
      title: "a platform that is not known",
      resources: { web: service(UNKNOWN) },
      says: { web: "platformVersion is not known yet" },
    },
  ],
};
