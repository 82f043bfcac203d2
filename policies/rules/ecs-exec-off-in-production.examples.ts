import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const service = (props: object) => ({ type: "aws:ecs/service:Service", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "a service and a daemon that let someone in",
      resources: {
        web: service({ enableExecuteCommand: true }),
        agent: { type: "aws:ecs/daemon:Daemon", props: { enableExecuteCommand: "true" } },
      },
      says: {
        web: "enableExecuteCommand is true; remove it",
        agent: "enableExecuteCommand is true",
      },
    },
  ],
  allowed: [
    {
      title: "services that say nothing of it, or no",
      resources: { silent: service({}), off: service({ enableExecuteCommand: false }) },
    },
  ],
  undecided: [
    {
      title: "a service of which it is not known",
      resources: { web: service({ enableExecuteCommand: UNKNOWN }) },
      says: { web: "enableExecuteCommand is not known yet" },
    },
  ],
};
