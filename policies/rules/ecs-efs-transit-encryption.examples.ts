import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (volumes: unknown) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: "[]", volumes },
});
const efs = (config: object) => ({ name: "files", efsVolumeConfiguration: { fileSystemId: "fs-1", ...config } });
const byIam = { authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" } };

export const examples: Examples = {
  denied: [
    {
      title: "a mount of which nothing is said",
      resources: { task: task([{ name: "scratch" }, efs({})]) },
      says: {
        task: [
          'volumes[1].efsVolumeConfiguration.transitEncryption is not set; set it to "ENABLED"',
          'volumes[1].efsVolumeConfiguration.authorizationConfig.iam is not set; set it to "ENABLED"',
        ],
      },
    },
    {
      title: "a mount in plain text",
      resources: { task: task([efs({ ...byIam, transitEncryption: "DISABLED" })]) },
      says: { task: 'transitEncryption is "DISABLED"' },
    },
  ],
  allowed: [
    {
      title: "a mount over TLS with the rights of the task",
      resources: { task: task([efs({ ...byIam, transitEncryption: "ENABLED" })]) },
    },
    {
      title: "a mount over TLS where IAM is not required",
      settings: { requireIam: false },
      resources: { task: task([efs({ transitEncryption: "ENABLED" })]) },
    },
    { title: "volumes of other kinds", resources: { task: task([{ name: "scratch" }]) } },
  ],
  undecided: [
    {
      title: "volumes that are not known",
      resources: { task: task(UNKNOWN) },
      says: { task: "volumes is not known yet" },
    },
    {
      title: "a mount of which the encryption is not known",
      resources: { task: task([efs({ ...byIam, transitEncryption: UNKNOWN })]) },
      says: { task: "volumes[0].efsVolumeConfiguration.transitEncryption is not known yet" },
    },
  ],
};
