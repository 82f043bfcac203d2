import { taskDefinitionType } from "../facts/container-definitions";
import { asList, asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

export const ecsEfsTransitEncryption = rule({
  name: "ecs-efs-transit-encryption",
  displayName: "Tasks reach EFS encrypted and as themselves",
  description: "A task mounts an EFS file system over TLS and with the rights of its task role.",
  why: "Otherwise files travel in plain text, and every task that reaches the mount target may have them, whatever its role.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-best-practices.html",
  remediationSteps:
    'Set transitEncryption and authorizationConfig.iam of the efsVolumeConfiguration to "ENABLED", and grant elasticfilesystem:ClientMount to the task role.',
  controls: { fsbp: ["ECS.18"] },
  settings: { requireIam: flag(true, "Require that the mount is authorised by IAM, not by the network alone.") },
  types: [taskDefinitionType],
  resource({ resource, settings, deny, undecided }) {
    const volumes = asList(at(resource.props, "volumes"));
    if (volumes === UNKNOWN) return undecided("volumes");
    for (const [index, volume] of volumes.entries()) {
      const path = `volumes[${index}].efsVolumeConfiguration`;
      const efs = at(volume, "efsVolumeConfiguration");
      if (efs === UNKNOWN) undecided(path);
      if (typeof efs !== "object") continue;
      const wanted = [["transitEncryption"], ...(settings.requireIam ? [["authorizationConfig", "iam"]] : [])];
      for (const steps of wanted) {
        const property = `${path}.${steps.join(".")}`;
        const value = asText(at(efs, ...steps));
        if (value === UNKNOWN) undecided(property);
        else if (value !== "ENABLED") deny(`${property} is ${shown(value)}; set it to "ENABLED"`);
      }
    }
  },
});
