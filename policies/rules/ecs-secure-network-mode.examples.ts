import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (props: object, container: object = {}) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image: "web:1", ...container }]), ...props },
});
const hostAllowed = { modes: ["awsvpc", "host"] };

export const examples: Examples = {
  denied: [
    {
      title: "a task on the network of its host, or on the bridge that it gets where nothing is said",
      resources: { host: task({ networkMode: "host" }), silent: task({}) },
      says: {
        host: 'networkMode is "host"; set it to "awsvpc"',
        silent: 'networkMode is not set; set it to "awsvpc"',
      },
    },
    {
      title: "root on the network of its host, although that is allowed",
      settings: hostAllowed,
      resources: { web: task({ networkMode: "host" }, { user: "root" }) },
      says: { web: 'container "web" runs as root on its host\'s network; name another user' },
    },
  ],
  allowed: [
    {
      title: "a network interface of its own, or no network",
      resources: { own: task({ networkMode: "awsvpc" }), none: task({ networkMode: "none" }) },
    },
    {
      title: "the host's network where it is allowed, for another user or by a stated privilege",
      settings: hostAllowed,
      resources: {
        user: task({ networkMode: "host" }, { user: "1000" }),
        stated: task({ networkMode: "host" }, { privileged: true }),
      },
    },
    { title: "a bridge on ECS Anywhere", resources: { edge: task({ requiresCompatibilities: ["EXTERNAL"] }) } },
  ],
  undecided: [
    {
      title: "a mode that is not known",
      resources: { web: task({ networkMode: UNKNOWN }) },
      says: { web: "networkMode is not known yet" },
    },
    {
      title: "containers on the host's network that are not known",
      settings: hostAllowed,
      resources: { web: task({ networkMode: "host", containerDefinitions: UNKNOWN }) },
      says: { web: "the list of its containers" },
    },
  ],
};
