import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** Stand-ins of CodeDeploy and CloudFormation. */
export const delivery: Readonly<Record<string, Maker>> = {
  "aws:codedeploy/application:Application": ({ named, arn, hex }) => {
    const [name, applicationId] = [named("name", 100), markedUuid(hex(64))];
    return { id: `${applicationId}:${name}`, name, applicationId, arn: arn("codedeploy", `application:${name}`) };
  },
  "aws:codedeploy/deploymentConfig:DeploymentConfig": ({ named, arn, hex }) => {
    const name = named("deploymentConfigName", 100);
    return {
      id: name,
      deploymentConfigName: name,
      deploymentConfigId: markedUuid(hex(64)),
      arn: arn("codedeploy", `deploymentconfig:${name}`),
    };
  },
  "aws:codedeploy/deploymentGroup:DeploymentGroup": ({ inputs, arn, hex }) => {
    const deploymentGroupId = markedUuid(hex(64));
    const path = `deploymentgroup:${text(inputs.appName)}/${text(inputs.deploymentGroupName)}`;
    return { id: deploymentGroupId, deploymentGroupId, arn: arn("codedeploy", path) };
  },
  "aws:cloudformation/stack:Stack": ({ named, arn, hex }) => {
    const name = named("name", 128);
    return { id: arn("cloudformation", `stack/${name}/${markedUuid(hex(64))}`), name };
  },
};
