import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (container: object, props: object = {}) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image: "web:1", ...container }]), ...props },
});
const on = (operatingSystemFamily: unknown) => ({ runtimePlatform: { operatingSystemFamily } });

export const examples: Examples = {
  denied: [
    {
      title: "a container that says nothing of it, or no",
      resources: { silent: task({}), off: task({ readonlyRootFilesystem: false }, on("LINUX")) },
      says: {
        silent: 'container "web" can write to its root file system; set readonlyRootFilesystem to true',
        off: 'container "web" can write to its root file system',
      },
    },
  ],
  allowed: [
    {
      title: "a container that can only read, in either case of the name",
      resources: { web: task({ readonlyRootFilesystem: true }), other: task({ ReadonlyRootFilesystem: true }) },
    },
    { title: "Windows, which has no such setting", resources: { web: task({}, on("WINDOWS_SERVER_2022_CORE")) } },
  ],
  undecided: [
    {
      title: "definitions or a system that are not known",
      resources: { all: task({}, { containerDefinitions: UNKNOWN }), system: task({}, on(UNKNOWN)) },
      says: {
        all: "the list of its containers is not known yet",
        system: "runtimePlatform.operatingSystemFamily is not known yet",
      },
    },
  ],
};
