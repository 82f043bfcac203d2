import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsCapacityProviderManaged = rule({
  name: "ecs-capacity-provider-managed",
  displayName: "ECS keeps its hosts as many as its tasks need",
  description: "A capacity provider over an Auto Scaling group scales it, and spares the hosts that still run tasks.",
  why: "Without managed scaling tasks wait for hosts that nobody starts; without protection hosts are taken away under running tasks.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html",
  remediationSteps:
    'Set managedScaling.status and managedTerminationProtection of the autoScalingGroupProvider to "ENABLED", and protectFromScaleIn of the group to true.',
  controls: { fsbp: ["ECS.19"] },
  types: ["aws:ecs/capacityProvider:CapacityProvider"],
  resource({ resource, deny, undecided }) {
    const provider = at(resource.props, "autoScalingGroupProvider");
    if (provider === UNKNOWN) return undecided("autoScalingGroupProvider");
    if (provider === undefined) return;
    for (const steps of [["managedScaling", "status"], ["managedTerminationProtection"]]) {
      const property = ["autoScalingGroupProvider", ...steps].join(".");
      const value = asText(at(provider, ...steps));
      if (value === UNKNOWN) undecided(property);
      else if (value !== "ENABLED") deny(`${property} is ${shown(value)}; set it to "ENABLED"`);
    }
  },
});
