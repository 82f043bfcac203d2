import { titles as accounts } from "./fsbp/accounts";
import { titles as applications } from "./fsbp/applications";
import { titles as compute } from "./fsbp/compute";
import { related } from "./fsbp/related";
import { titles as storage } from "./fsbp/storage";
import { byId, type Need, type Origin, type Standard } from "./standard";

const launchConfiguration = "aws:ec2/launchConfiguration:LaunchConfiguration";
const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const loadBalancer = "aws:lb/loadBalancer:LoadBalancer";
const classicLoadBalancer = "aws:elb/loadBalancer:LoadBalancer";
const bucket = "aws:s3/bucket:Bucket";
const database = "aws:rds/instance:Instance";
const databaseCluster = "aws:rds/cluster:Cluster";
const databaseClusters = [databaseCluster, "aws:rds/globalCluster:GlobalCluster"];
const webAcl = "aws:wafv2/webAcl:WebAcl";
const globalWebAcl = "aws:waf/webAcl:WebAcl";

/** One rule often looks at several kinds of resources, for each of which AWS has a control of its own. */
const about: Readonly<Record<string, readonly string[]>> = {
  "APIGateway.4": ["aws:apigateway/stage:Stage"],
  "APIGateway.9": ["aws:apigatewayv2/stage:Stage"],
  "AutoScaling.3": [launchConfiguration, "aws:eks/nodeGroup:NodeGroup"],
  "AutoScaling.4": [launchConfiguration],
  "AutoScaling.5": [launchConfiguration],
  "EC2.25": [launchTemplate],
  "EC2.170": [launchTemplate],
  "EC2.181": [launchTemplate],
  "EC2.182": ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"],
  "ECS.2": ["aws:ecs/service:Service"],
  "ECS.16": ["aws:ecs/taskSet:TaskSet"],
  "ELB.2": [classicLoadBalancer],
  "ELB.3": [classicLoadBalancer],
  "ELB.9": [classicLoadBalancer],
  "ELB.10": [classicLoadBalancer],
  "ELB.12": [loadBalancer],
  "ELB.13": [loadBalancer],
  "ELB.14": [classicLoadBalancer],
  "ELB.18": ["aws:lb/listener:Listener"],
  "KMS.1": ["aws:iam/policy:Policy"],
  "KMS.2": [
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/role:Role",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
  ],
  "RDS.3": [database],
  "RDS.5": [database],
  "RDS.7": databaseClusters,
  "RDS.8": [database],
  "RDS.15": [databaseCluster],
  "RDS.27": databaseClusters,
  "S3.10": [bucket],
  "S3.13": [bucket],
  "S3.19": ["aws:s3/accessPoint:AccessPoint"],
  "S3.24": ["aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint"],
  "S3.25": ["aws:s3/directoryBucket:DirectoryBucket"],
  "WAF.1": [globalWebAcl],
  "WAF.4": ["aws:wafregional/webAcl:WebAcl"],
  "WAF.8": [globalWebAcl],
  "WAF.10": [webAcl],
  "WAF.11": [webAcl],
};

const needs: Readonly<Record<string, Need>> = {
  "EC2.4": "use",
  "EC2.20": "use",
  "IAM.4": "account",
  "IAM.6": "account",
  "IAM.8": "use",
  "Opensearch.10": "use",
  "SecretsManager.2": "use",
  "SecretsManager.3": "use",
  "SSM.2": "use",
  "SSM.3": "use",
};

const outside: Readonly<Record<string, Origin>> = {
  "AutoScaling.4": "retired",
  "EC2.12": "other",
  "EC2.13": "other",
  "EC2.14": "other",
  "EC2.28": "other",
  "EC2.182": "other",
  "ECS.17": "other",
  "ECS.18": "other",
  "ECS.19": "other",
  "ECS.20": "other",
  "ELB.16": "other",
  "KMS.4": "other",
  "Lambda.3": "other",
  "Lambda.7": "other",
  "S3.7": "other",
  "S3.10": "other",
  "S3.11": "other",
  "S3.14": "other",
  "S3.15": "other",
  "S3.17": "other",
  "S3.20": "other",
  "SNS.1": "other",
  "SNS.2": "retired",
  "WAF.11": "other",
};

/**
 * Each control is on the page of its service, and in the list of those that apply to the standard.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
 */
export const fsbp: Standard = {
  name: "fsbp",
  title: "AWS Foundational Security Best Practices",
  label: "FSBP",
  version: "1.0.0",
  key: "fsbp",
  source:
    "The controls that https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html lists, by a stored copy of unknown age that was read on 2026-11-26, but ECS.1, which a newer copy of the page of ECS no longer has. AWS may have added others since.",
  controls: Object.entries({ ...accounts, ...applications, ...compute, ...storage })
    .map(([id, title]) => ({
      id,
      title,
      url: urlOf(id),
      ...(about[id] && { about: about[id] }),
      ...(needs[id] && { needs: needs[id] }),
      ...(outside[id] && { outside: outside[id] }),
      ...(related[id] && { related: related[id] }),
    }))
    .sort(byId),
};

/** `EC2.8` is at `ec2-controls.html#ec2-8`. */
function urlOf(id: string): string {
  const [service = "", number] = id.toLowerCase().split(".");
  return `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html#${service}-${number}`;
}
