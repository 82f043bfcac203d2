import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { ebsDefaults } from "./ebs-defaults";
import { type GuardRailSettings, kept } from "./guard-rails";

/** The guard rails of one region. */
export function regionGuards(name: string, region: string, settings: GuardRailSettings, parent: pulumi.Resource): void {
  ebsDefaults(name, region, settings.ebsEncryption, parent);
  const { snapshotBlockPublicAccess, imageBlockPublicAccess, allowedImages, hopLimit, serialConsole } = settings;
  if (snapshotBlockPublicAccess !== "unchanged") {
    new aws.ebs.SnapshotBlockPublicAccess(
      `${name}-snapshots`,
      { state: snapshotBlockPublicAccess, region },
      kept(parent),
    );
  }
  if (imageBlockPublicAccess !== "unchanged") {
    new aws.ec2.ImageBlockPublicAccess(`${name}-images`, { state: imageBlockPublicAccess, region }, kept(parent));
  }
  if (allowedImages) {
    const { state, providers } = allowedImages;
    const imageCriterions = [{ imageProviders: [...providers] }];
    new aws.ec2.AllowedImagesSettings(`${name}-allowed-images`, { state, imageCriterions, region }, kept(parent));
  }
  if (hopLimit !== undefined) {
    new aws.ec2.InstanceMetadataDefaults(
      `${name}-metadata`,
      { httpTokens: "required", httpPutResponseHopLimit: hopLimit, region },
      kept(parent),
    );
  }
  if (serialConsole === "off") {
    new aws.ec2.SerialConsoleAccess(`${name}-serial-console`, { enabled: false, region }, kept(parent));
  }
  serviceDefaults(name, region, settings, parent);
}

/** What is only set where it is asked for. */
function serviceDefaults(name: string, region: string, settings: GuardRailSettings, parent: pulumi.Resource): void {
  const { vpcBlockPublicAccess, cpuCredits, containerInsights, tagResourceAuthorization, imageScanning } = settings;
  if (vpcBlockPublicAccess) {
    new aws.ec2.VpcBlockPublicAccessOptions(
      `${name}-internet-gateways`,
      { internetGatewayBlockMode: vpcBlockPublicAccess, region },
      kept(parent),
    );
  }
  if (cpuCredits) {
    for (const instanceFamily of ["t2", "t3", "t3a", "t4g"]) {
      new aws.ec2.DefaultCreditSpecification(
        `${name}-credits-${instanceFamily}`,
        { instanceFamily, cpuCredits, region },
        kept(parent),
      );
    }
  }
  for (const [setting, value] of Object.entries({ containerInsights, tagResourceAuthorization })) {
    if (value === undefined) continue;
    new aws.ecs.AccountSettingDefault(`${name}-ecs-${setting}`, { name: setting, value, region }, kept(parent));
  }
  if (imageScanning) {
    const scanFrequency = imageScanning === "basic" ? "SCAN_ON_PUSH" : "CONTINUOUS_SCAN";
    new aws.ecr.RegistryScanningConfiguration(
      `${name}-image-scanning`,
      {
        scanType: imageScanning.toUpperCase(),
        rules: [{ scanFrequency, repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] }],
        region,
      },
      kept(parent),
    );
  }
}
