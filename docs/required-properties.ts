import type { ExampleResource } from "../policies/examples";

type Properties = Readonly<Record<string, unknown>>;

/** A resource of an example with what its class asks for and the example leaves out, as no policy's verdict needs it. */
export function completed<R extends ExampleResource>(resource: R): R {
  const said = Object.entries(resource.props).filter(([, value]) => value !== undefined);
  return { ...resource, props: { ...Object.fromEntries(said), ...leftOut(resource) } };
}

function leftOut({ type, props }: ExampleResource): Properties {
  const asked = Object.entries(required[type] ?? {});
  return Object.fromEntries(asked.filter(([name]) => props[name] === undefined));
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const role = "arn:aws:iam::123456789012:role/app";
const restApi = "a1b2c3d4e5";
const [zone, subnetId, vpcId, imageId] = ["eu-west-1a", "subnet-1", "vpc-1", "ami-0123456789abcdef0"];
const [certificateArn, instanceType] = [arn("acm", "certificate/1"), "t3.micro"];
const loadBalancerArn = arn("elasticloadbalancing", "loadbalancer/app/web/1");
const targetGroupArn = arn("elasticloadbalancing", "targetgroup/web/1");
const none = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const contact = { firstName: "Ada", lastName: "Lovelace", email: "ada@example.com", phoneNumber: "+44.2000000000" };
const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "web", sampledRequestsEnabled: true };
const listener = { loadBalancerArn, defaultActions: [{ type: "forward", targetGroupArn }] };
const scalableTarget = { scalableDimension: "ecs:service:DesiredCount", serviceNamespace: "ecs" };
const assumeRolePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});
const behavior = { targetOriginId: "site", viewerProtocolPolicy: "redirect-to-https" };
const methods = { allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] };

/** What the classes of the examples ask for, by type: tests/docs/programs.test.ts finds what is missing here. */
const required: Readonly<Record<string, Properties>> = {
  "aws:alb/listener:Listener": listener,
  "aws:apigateway/method:Method": { authorization: "NONE" },
  "aws:apigateway/model:Model": { contentType: "application/json", restApi },
  "aws:apigateway/requestValidator:RequestValidator": { restApi },
  "aws:apigateway/stage:Stage": { restApi, deployment: "d1e2f3", stageName: "live" },
  "aws:apigatewayv2/api:Api": { protocolType: "HTTP" },
  "aws:apigatewayv2/domainName:DomainName": {
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  },
  "aws:apigatewayv2/stage:Stage": { apiId: restApi },
  "aws:appautoscaling/policy:Policy": scalableTarget,
  "aws:appautoscaling/target:Target": scalableTarget,
  "aws:autoscaling/group:Group": { minSize: 2, maxSize: 4 },
  "aws:backup/selection:Selection": { iamRoleArn: role },
  "aws:batch/computeEnvironment:ComputeEnvironment": { type: "MANAGED" },
  "aws:cloudfront/distribution:Distribution": {
    enabled: true,
    origins: [{ originId: "site", domainName: "site.example.com", s3OriginConfig: { originAccessIdentity: "" } }],
    defaultCacheBehavior: { ...behavior, ...methods },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  },
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": {
    enabled: true,
    comment: "sites",
    origins: [{ id: "site", domainName: "site.example.com" }],
    defaultCacheBehavior: {
      ...behavior,
      allowedMethods: { items: methods.allowedMethods, cachedMethods: methods.cachedMethods },
    },
    tenantConfig: {},
    viewerCertificate: { acmCertificateArn: certificateArn },
  },
  "aws:cloudwatch/dashboard:Dashboard": { dashboardName: "web" },
  "aws:cloudwatch/eventConnection:EventConnection": { authorizationType: "API_KEY" },
  "aws:cognito/identityProvider:IdentityProvider": {
    providerName: "Google",
    providerType: "Google",
    userPoolId: "eu-west-1_1",
  },
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": { description: "snapshots", executionRoleArn: role },
  "aws:ebs/snapshotCopy:SnapshotCopy": { sourceRegion: "eu-west-1", sourceSnapshotId: "snap-1" },
  "aws:ebs/snapshotImport:SnapshotImport": { diskContainer: { format: "VMDK", url: "https://example.com/disk.vmdk" } },
  "aws:ebs/volume:Volume": { availabilityZone: zone },
  "aws:ebs/volumeCopy:VolumeCopy": { sourceVolumeId: "vol-1" },
  "aws:ec2/amiCopy:AmiCopy": { sourceAmiId: imageId, sourceAmiRegion: "eu-west-1" },
  "aws:ec2/capacityReservation:CapacityReservation": {
    availabilityZone: zone,
    instanceCount: 1,
    instancePlatform: "Linux/UNIX",
    instanceType,
  },
  "aws:ec2/dedicatedHost:DedicatedHost": { availabilityZone: zone },
  "aws:ec2/defaultSubnet:DefaultSubnet": { availabilityZone: zone },
  "aws:ec2/launchConfiguration:LaunchConfiguration": { imageId, instanceType },
  "aws:ec2/networkInterface:NetworkInterface": { subnetId },
  "aws:ec2/spotFleetRequest:SpotFleetRequest": { iamFleetRole: role, targetCapacity: 2 },
  "aws:ec2/subnet:Subnet": { vpcId },
  "aws:ec2/volumeAttachment:VolumeAttachment": { deviceName: "/dev/sdf" },
  "aws:ec2/vpcEndpoint:VpcEndpoint": { vpcId },
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": { appliedFors: ["CREATE_ON_PUSH"] },
  "aws:ecs/daemon:Daemon": {
    capacityProviderArns: [arn("ecs", "capacity-provider/web")],
    daemonTaskDefinitionArn: arn("ecs", "daemon-task-definition/web:1"),
  },
  "aws:ecs/taskDefinition:TaskDefinition": { family: "web" },
  "aws:ecs/taskSet:TaskSet": { cluster: "web", service: "web", taskDefinition: "web:1" },
  "aws:eks/cluster:Cluster": { roleArn: role, vpcConfig: { subnetIds: [subnetId, "subnet-2"] } },
  "aws:eks/fargateProfile:FargateProfile": {
    clusterName: "web",
    podExecutionRoleArn: role,
    selectors: [{ namespace: "default" }],
  },
  "aws:eks/nodeGroup:NodeGroup": {
    clusterName: "web",
    nodeRoleArn: role,
    scalingConfig: { minSize: 2, maxSize: 4, desiredSize: 2 },
    subnetIds: [subnetId, "subnet-2"],
  },
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": { application: "web" },
  "aws:elasticbeanstalk/environment:Environment": { application: "web" },
  "aws:elb/loadBalancer:LoadBalancer": {
    listeners: [{ lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" }],
  },
  "aws:emr/cluster:Cluster": { releaseLabel: "emr-7.0.0", serviceRole: role },
  "aws:iam/accessKey:AccessKey": { user: "ada" },
  "aws:iam/policy:Policy": { policy: none },
  "aws:iam/role:Role": { assumeRolePolicy },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": { roleName: "app" },
  "aws:imagebuilder/imageRecipe:ImageRecipe": {
    components: [{ componentArn: arn("imagebuilder", "component/app/1.0.0/1") }],
    parentImage: imageId,
  },
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": { instanceProfileName: "builder" },
  "aws:kms/keyPolicy:KeyPolicy": { keyId: "1", policy: none },
  "aws:kms/replicaKey:ReplicaKey": { primaryKeyArn: "arn:aws:kms:us-east-1:123456789012:key/mrk-1" },
  "aws:lambda/alias:Alias": { functionVersion: "1" },
  "aws:lambda/capacityProvider:CapacityProvider": {
    permissionsConfig: { capacityProviderOperatorRoleArn: role },
  },
  "aws:lambda/codeSigningConfig:CodeSigningConfig": {
    allowedPublishers: { signingProfileVersionArns: [arn("signer", "/signing-profiles/app/1")] },
  },
  "aws:lambda/function:Function": { role },
  "aws:lambda/layerVersionPermission:LayerVersionPermission": { statementId: "use" },
  "aws:lambda/resourcePolicy:ResourcePolicy": { resourceArn: arn("lambda", "function:app") },
  "aws:lb/listener:Listener": listener,
  "aws:lb/listenerCertificate:ListenerCertificate": {
    listenerArn: arn("elasticloadbalancing", "listener/app/web/1/1"),
  },
  "aws:lb/listenerRule:ListenerRule": { conditions: [{ pathPattern: { values: ["/api/*"] } }] },
  "aws:rds/clusterInstance:ClusterInstance": { instanceClass: "db.r8g.large" },
  "aws:rds/clusterSnapshot:ClusterSnapshot": { dbClusterIdentifier: "data", dbClusterSnapshotIdentifier: "data-1" },
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": {
    sourceDbClusterSnapshotIdentifier: "data-1",
    targetDbClusterSnapshotIdentifier: "data-2",
  },
  "aws:rds/instance:Instance": { instanceClass: "db.t4g.medium" },
  "aws:rds/snapshotCopy:SnapshotCopy": { sourceDbSnapshotIdentifier: "data-1", targetDbSnapshotIdentifier: "data-2" },
  "aws:route53/record:Record": { zoneId: "Z0123456789" },
  "aws:route53domains/domain:Domain": { adminContact: contact, registrantContact: contact, techContact: contact },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": { rule: { objectOwnership: "BucketOwnerEnforced" } },
  "aws:s3/bucketPolicy:BucketPolicy": { bucket: "data" },
  "aws:s3/bucketVersioning:BucketVersioning": { versioningConfiguration: { status: "Enabled" } },
  "aws:s3/bucketVersioningV2:BucketVersioningV2": { bucket: "data", versioningConfiguration: { status: "Enabled" } },
  "aws:s3/directoryBucket:DirectoryBucket": { bucket: "data--euw1-az1--x-s3", location: { name: "euw1-az1" } },
  "aws:s3/objectCopy:ObjectCopy": { source: "data/key" },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": { vectorBucketName: "vectors" },
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": {
    vectorBucketArn: arn("s3vectors", "bucket/vectors"),
  },
  "aws:s3control/accessPointPolicy:AccessPointPolicy": { accessPointArn: arn("s3", "accesspoint/data") },
  "aws:s3tables/tableBucketPolicy:TableBucketPolicy": { tableBucketArn: arn("s3tables", "bucket/tables") },
  "aws:scheduler/schedule:Schedule": { flexibleTimeWindow: { mode: "OFF" }, scheduleExpression: "rate(1 hour)" },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { secretArn: arn("secretsmanager", "secret:app") },
  "aws:secretsmanager/secretVersion:SecretVersion": { secretId: "app" },
  "aws:ssm/document:Document": { content: JSON.stringify({ schemaVersion: "2.2", mainSteps: [] }) },
  "aws:waf/webAcl:WebAcl": { defaultAction: { type: "ALLOW" } },
  "aws:wafregional/webAcl:WebAcl": { defaultAction: { type: "ALLOW" } },
  "aws:wafv2/webAcl:WebAcl": { scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig },
};
