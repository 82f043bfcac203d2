import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkChoice } from "./choice";

/** The branches of Amazon Linux 2023: https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platforms-supported.html */
const branches = {
  docker: "Docker",
  ecs: "ECS",
  dotnet8: ".NET 8",
  dotnet9: ".NET 9",
  go1: "Go 1",
  corretto11: "Corretto 11",
  corretto17: "Corretto 17",
  corretto21: "Corretto 21",
  nodejs20: "Node.js 20",
  nodejs22: "Node.js 22",
  nodejs24: "Node.js 24",
  "php8.2": "PHP 8.2",
  "php8.3": "PHP 8.3",
  "php8.4": "PHP 8.4",
  "python3.11": "Python 3.11",
  "python3.12": "Python 3.12",
  "python3.13": "Python 3.13",
  "python3.14": "Python 3.14",
  "ruby3.2": "Ruby 3.2",
  "ruby3.3": "Ruby 3.3",
  "ruby3.4": "Ruby 3.4",
  "tomcat10-corretto17": "Tomcat 10 Corretto 17",
  "tomcat10-corretto21": "Tomcat 10 Corretto 21",
} as const;

export type PlatformName = keyof typeof branches;

/** What an application runs on. */
export type Platform =
  /** The newest version of a branch of Amazon Linux 2023, by a name of ours. */
  | PlatformName
  /** The newest version of a branch of Amazon Linux 2023 that has no name here, by AWS's own: `Tomcat 11 Corretto 21`. */
  | { readonly type: "branch"; readonly branch: string }
  /** One platform version, or one of your own. */
  | { readonly type: "arn"; readonly platformArn: pulumi.Input<string> };

export const platformNames = Object.keys(branches) as readonly PlatformName[];

export function checkPlatform(check: ArgumentCheck, platform: Platform): void {
  if (typeof platform === "string") {
    const isName = Object.hasOwn(branches, platform);
    check(isName, "platform", `must be one of ${platformNames.join(", ")}, or a branch or ARN`, platform);
    return;
  }
  checkChoice(check, "platform.type", ["branch", "arn"], platform.type);
  if (platform.type === "branch") {
    const isBranch = /^[A-Za-z.][A-Za-z0-9. ]*[A-Za-z0-9]$/.test(platform.branch);
    check(isBranch, "platform.branch", 'must be a branch such as "Tomcat 11 Corretto 21"', platform.branch);
  } else if (typeof platform.platformArn === "string") {
    const isArn = /^arn:[a-z-]+:elasticbeanstalk:[a-z0-9-]*:\d*:platform\/.+/.test(platform.platformArn);
    check(isArn, "platform.platformArn", "must be the ARN of a platform", platform.platformArn);
  }
}

/** Whether each instance runs several containers, which asks for a policy of its own. */
export function isContainerHost(platform: Platform): boolean {
  return (
    platform === "ecs" || (typeof platform === "object" && platform.type === "branch" && platform.branch === "ECS")
  );
}

/** The platform as an environment states it. */
export function platformInput(
  platform: Platform,
  parent: pulumi.Resource,
): Pick<aws.elasticbeanstalk.EnvironmentArgs, "solutionStackName" | "platformArn"> {
  if (typeof platform === "object" && platform.type === "arn") return { platformArn: platform.platformArn };
  const branch = typeof platform === "string" ? branches[platform] : platform.branch;
  const nameRegex = `^64bit Amazon Linux 2023 v[0-9.]+ running ${branch.replaceAll(".", "\\.")}$`;
  return {
    solutionStackName: aws.elasticbeanstalk.getSolutionStackOutput({ mostRecent: true, nameRegex }, { parent }).name,
  };
}
