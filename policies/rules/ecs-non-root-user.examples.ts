import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (container: object, props: object = {}) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image: "web:1", ...container }]), ...props },
});

export const examples: Examples = {
  denied: [
    {
      title: "root in each of its spellings, and a container that names nobody",
      resources: {
        ...{ silent: task({}), named: task({ user: "root" }), number: task({ user: "0" }) },
        ...{ group: task({ user: "0:1000" }), both: task({ user: "root:root" }) },
      },
      says: {
        silent: 'container "web" has user not set; name one that is not root',
        named: 'container "web" has user "root"',
        number: 'container "web" has user "0"',
        group: 'container "web" has user "0:1000"',
        both: 'container "web" has user "root:root"',
      },
    },
  ],
  allowed: [
    {
      title: "another user, by number, name or with a group",
      resources: { number: task({ user: "1000" }), name: task({ user: "node" }), group: task({ user: "1000:0" }) },
    },
    {
      title: "Windows, where nobody is root",
      resources: { web: task({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_FULL" } }) },
    },
  ],
  undecided: [
    {
      title: "definitions that are not known",
      resources: { web: task({}, { containerDefinitions: UNKNOWN }) },
      says: { web: "the list of its containers is not known yet" },
    },
    {
      title: "a daemon whose user is not known",
      resources: {
        daemon: {
          type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
          props: { containerDefinitions: [{ name: "agent", user: UNKNOWN }] },
        },
      },
      says: { daemon: 'user of container "agent" is not known yet' },
    },
  ],
};
