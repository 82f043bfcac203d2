import { serviceType } from "../facts/ecs-services";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const property = "enableExecuteCommand";

export const ecsExecOffInProduction = rule({
  name: "ecs-exec-off-in-production",
  displayName: "Nobody opens a shell in production's containers",
  description: "ECS Exec is off for services and daemons of production.",
  why: "It is a shell in production for everyone with one permission of IAM, past every review and deployment.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  remediationSteps: "Remove enableExecuteCommand; turn it on for the time of an incident, under an exemption.",
  controls: {},
  types: [serviceType, "aws:ecs/daemon:Daemon"],
  resource({ resource, deny, undecided }) {
    const enabled = asBoolean(at(resource.props, property));
    if (enabled === UNKNOWN) undecided(property);
    else if (enabled) deny(`${property} is true; remove it`);
  },
  remediate({ props }) {
    return asBoolean(at(props, property)) === true ? [{ path: [property], value: false }] : [];
  },
});
