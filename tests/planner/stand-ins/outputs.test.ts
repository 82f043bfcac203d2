import assert from "node:assert/strict";
import type { JsonObject } from "../../../planner/plan";
import { standIn } from "../../../planner/stand-ins/outputs";

const SETTING = { project: "shop", stack: "dev", region: "eu-west-1" };

function made(type: string, inputs: JsonObject = {}, region = "eu-west-1", name = "web") {
  const found = standIn({ type, name, urn: `urn:pulumi:dev::shop::${type}::${name}`, inputs }, { ...SETTING, region });
  assert(found, type);
  return found;
}

const inEc2 = (prefix: string) => new RegExp(`^${prefix}-0ff11e[0-9a-f]{11}$`);
const arn = (rest: string) => new RegExp(`^arn:aws:${rest}$`);
const MARKED_UUID = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const AUTO_NAME = "web-0ff11e[0-9a-f]";
const REGIONAL = "eu-west-1:123456789012";
const LOAD_BALANCER = `arn:aws:elasticloadbalancing:${REGIONAL}:loadbalancer/app/x/0123456789abcdef`;
const LISTENER = `arn:aws:elasticloadbalancing:${REGIONAL}:listener/app/x/0123456789abcdef/0123456789abcdef`;

/** The form of the ids and ARNs of EC2: prefix of the id, and what the ARN calls the resource. */
const IN_EC2: Record<string, [string, string]> = {
  "aws:ec2/vpc:Vpc": ["vpc", "vpc"],
  "aws:ec2/subnet:Subnet": ["subnet", "subnet"],
  "aws:ec2/internetGateway:InternetGateway": ["igw", "internet-gateway"],
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": ["eigw", "egress-only-internet-gateway"],
  "aws:ec2/natGateway:NatGateway": ["nat", "natgateway"],
  "aws:ec2/eip:Eip": ["eipalloc", "elastic-ip"],
  "aws:ec2/routeTable:RouteTable": ["rtb", "route-table"],
  "aws:ec2/securityGroup:SecurityGroup": ["sg", "security-group"],
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ["sg", "security-group"],
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ["sgr", "security-group-rule"],
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": ["sgr", "security-group-rule"],
  "aws:ec2/networkAcl:NetworkAcl": ["acl", "network-acl"],
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": ["acl", "network-acl"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["vpce", "vpc-endpoint"],
  "aws:ec2/flowLog:FlowLog": ["fl", "vpc-flow-log"],
  "aws:ec2/managedPrefixList:ManagedPrefixList": ["pl", "prefix-list"],
  "aws:ec2/launchTemplate:LaunchTemplate": ["lt", "launch-template"],
  "aws:ec2/instance:Instance": ["i", "instance"],
  "aws:ebs/volume:Volume": ["vol", "volume"],
};

/** Other types: inputs, the form of the id, and of further outputs. */
const ELSEWHERE: Record<string, [JsonObject, RegExp, Record<string, RegExp>?]> = {
  "aws:ec2/route:Route": [{}, /^r-rtb-0ff11e[0-9a-f]{11}0ff11e[0-9a-f]{4}$/],
  "aws:ec2/routeTableAssociation:RouteTableAssociation": [{}, inEc2("rtbassoc")],
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": [{}, inEc2("rtbassoc")],
  "aws:ec2/securityGroupRule:SecurityGroupRule": [{}, /^sgrule-0ff11e/, { securityGroupRuleId: inEc2("sgr") }],
  "aws:ec2/networkAclRule:NetworkAclRule": [{}, /^nacl-0ff11e/],
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": [{}, inEc2("aclassoc")],
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": [{}, /^a-vpce-0ff11e/],
  "aws:ec2/keyPair:KeyPair": [{ keyName: "mine" }, /^mine$/, { arn: arn(`ec2:${REGIONAL}:key-pair/mine`) }],
  "aws:iam/role:Role": [
    {},
    new RegExp(`^${AUTO_NAME}$`),
    { arn: arn(`iam::123456789012:role/${AUTO_NAME}`), uniqueId: /^AROA[0-9A-F]{17}$/ },
  ],
  "aws:iam/policy:Policy": [{ name: "read" }, arn("iam::123456789012:policy/read"), { policyId: /^ANPA[0-9A-F]{17}$/ }],
  "aws:iam/rolePolicy:RolePolicy": [{ role: "role", name: "inline" }, /^role:inline$/],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": [{ role: "role" }, /^role-0ff11e[0-9a-f]{6}$/],
  "aws:iam/instanceProfile:InstanceProfile": [
    {},
    new RegExp(`^${AUTO_NAME}$`),
    { arn: arn(`iam::123456789012:instance-profile/${AUTO_NAME}`) },
  ],
  "aws:lb/loadBalancer:LoadBalancer": [
    {},
    arn(`elasticloadbalancing:${REGIONAL}:loadbalancer/app/${AUTO_NAME}/[0-9a-f]{16}`),
    {
      dnsName: new RegExp(`^${AUTO_NAME}-[0-9a-f]{10}\\.eu-west-1\\.elb\\.amazonaws\\.com$`),
      zoneId: /^Z[0-9A-Z]{13}$/,
      arnSuffix: /^app\//,
    },
  ],
  "aws:lb/targetGroup:TargetGroup": [
    {},
    arn(`elasticloadbalancing:${REGIONAL}:targetgroup/${AUTO_NAME}/[0-9a-f]{16}`),
    { arnSuffix: /^targetgroup\// },
  ],
  "aws:lb/listener:Listener": [
    { loadBalancerArn: LOAD_BALANCER },
    arn(`elasticloadbalancing:${REGIONAL}:listener/app/x/0123456789abcdef/[0-9a-f]{16}`),
  ],
  "aws:lb/listenerRule:ListenerRule": [
    { listenerArn: LISTENER },
    arn(`elasticloadbalancing:${REGIONAL}:listener-rule/app/x/0123456789abcdef/0123456789abcdef/[0-9a-f]{16}`),
  ],
  "aws:lb/listenerCertificate:ListenerCertificate": [{ listenerArn: "l", certificateArn: "c" }, /^l_c$/],
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": [{ targetGroupArn: "t" }, /^t-0ff11e[0-9a-f]{20}$/],
  "aws:lb/trustStore:TrustStore": [
    {},
    arn(`elasticloadbalancing:${REGIONAL}:truststore/${AUTO_NAME}/0ff11e[0-9a-f]{10}`),
  ],
  "aws:lb/trustStoreRevocation:TrustStoreRevocation": [{ trustStoreArn: "t" }, /^t,1$/, { revocationId: /^1$/ }],
  "aws:autoscaling/group:Group": [
    {},
    new RegExp(`^${AUTO_NAME}$`),
    { arn: arn(`autoscaling:${REGIONAL}:autoScalingGroup:${MARKED_UUID}:autoScalingGroupName/${AUTO_NAME}`) },
  ],
  "aws:autoscaling/policy:Policy": [
    { autoscalingGroupName: "g", name: "p" },
    /^p$/,
    { arn: arn(`autoscaling:${REGIONAL}:scalingPolicy:${MARKED_UUID}:autoScalingGroupName/g:policyName/p`) },
  ],
  "aws:autoscaling/schedule:Schedule": [
    { autoscalingGroupName: "g", scheduledActionName: "s" },
    /^s$/,
    {
      arn: arn(
        `autoscaling:${REGIONAL}:scheduledUpdateGroupAction:${MARKED_UUID}:autoScalingGroupName/g:scheduledActionName/s`,
      ),
    },
  ],
  "aws:autoscaling/lifecycleHook:LifecycleHook": [{ name: "ready" }, /^ready$/, { name: /^ready$/ }],
  "aws:autoscaling/attachment:Attachment": [{ autoscalingGroupName: "g" }, /^g-0ff11e/],
  "aws:cloudwatch/logGroup:LogGroup": [{ name: "/a/b" }, /^\/a\/b$/, { arn: arn(`logs:${REGIONAL}:log-group:/a/b`) }],
  "aws:cloudwatch/metricAlarm:MetricAlarm": [{ name: "a" }, /^a$/, { arn: arn(`cloudwatch:${REGIONAL}:alarm:a`) }],
  "aws:sns/topic:Topic": [{}, arn(`sns:${REGIONAL}:${AUTO_NAME}`), { owner: /^123456789012$/ }],
  "aws:sns/topicPolicy:TopicPolicy": [{ arn: "arn:topic" }, /^arn:topic$/],
  "aws:sns/topicSubscription:TopicSubscription": [{ topic: "arn:topic" }, new RegExp(`^arn:topic:${MARKED_UUID}$`)],
  "aws:s3/bucket:Bucket": [
    {},
    new RegExp(`^${AUTO_NAME}$`),
    {
      arn: arn(`s3:::${AUTO_NAME}`),
      bucketRegionalDomainName: new RegExp(`^${AUTO_NAME}\\.s3\\.eu-west-1\\.amazonaws\\.com$`),
    },
  ],
  "aws:s3/bucketPolicy:BucketPolicy": [{ bucket: "b" }, /^b$/],
  "aws:kms/key:Key": [{}, new RegExp(`^${MARKED_UUID}$`), { arn: arn(`kms:${REGIONAL}:key/${MARKED_UUID}`) }],
  "aws:kms/alias:Alias": [{}, new RegExp(`^alias/${AUTO_NAME}$`), { arn: arn(`kms:${REGIONAL}:alias/${AUTO_NAME}`) }],
  "aws:ssm/parameter:Parameter": [{ name: "/a/b" }, /^\/a\/b$/, { arn: arn(`ssm:${REGIONAL}:parameter/a/b`) }],
  "aws:ssm/document:Document": [
    { name: "agent" },
    /^agent$/,
    { arn: arn(`ssm:${REGIONAL}:document/agent`), latestVersion: /^1$/ },
  ],
  "aws:ssm/association:Association": [
    {},
    new RegExp(`^${MARKED_UUID}$`),
    { arn: arn(`ssm:${REGIONAL}:association/${MARKED_UUID}`) },
  ],
  "aws:acm/certificate:Certificate": [{}, arn(`acm:${REGIONAL}:certificate/${MARKED_UUID}`)],
  "aws:acm/certificateValidation:CertificateValidation": [{}, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000 UTC/],
  "aws:route53/zone:Zone": [{}, /^Z0FF11E[0-9A-F]{14}$/, { arn: arn("route53:::hostedzone/Z0FF11E[0-9A-F]{14}") }],
  "aws:route53/record:Record": [
    { zoneId: "Z1", name: "www.example.com", type: "A" },
    /^Z1_www\.example\.com_A$/,
    { fqdn: /^www\.example\.com$/ },
  ],
};

describe("stand-in outputs", () => {
  for (const [type, [prefix, resource]] of Object.entries(IN_EC2)) {
    it(`give ${type} an id and an ARN of EC2's form`, () => {
      const { id, arn: own } = made(type);
      assert.match(id, inEc2(prefix));
      // Some have an id alone: provider-types.test.ts knows which.
      const expected = `arn:aws:ec2:${REGIONAL}:${resource}/${id}`;
      assert.equal(own ?? expected, expected);
    });
  }

  for (const [type, [inputs, id, outputs = {}]] of Object.entries(ELSEWHERE)) {
    it(`give ${type} an id and outputs of AWS's form`, () => {
      const found = made(type, inputs);
      assert.match(found.id, id);
      for (const [key, form] of Object.entries(outputs)) assert.match(String(found[key]), form, key);
    });
  }

  it("are the same for the same resource, and others for another", () => {
    const type = "aws:ec2/vpc:Vpc";
    assert.deepEqual(made(type), made(type));
    assert.notEqual(made(type).id, made(type, {}, "eu-west-1", "other").id);
    assert.notEqual(made(type).id.slice(4), made("aws:ec2/subnet:Subnet").id.slice(7));
  });

  it("know the partition and the DNS suffix of a region", () => {
    const topic = (region: string) => made("aws:sns/topic:Topic", { name: "t" }, region).arn;
    assert.equal(topic("cn-north-1"), "arn:aws-cn:sns:cn-north-1:123456789012:t");
    assert.equal(topic("us-gov-west-1"), "arn:aws-us-gov:sns:us-gov-west-1:123456789012:t");
    assert.match(
      String(made("aws:lb/loadBalancer:LoadBalancer", {}, "cn-north-1").dnsName),
      /\.cn-north-1\.elb\.amazonaws\.com\.cn$/,
    );
    assert.equal(made("aws:s3/bucket:Bucket", { bucket: "b" }, "us-gov-east-1").arn, "arn:aws-us-gov:s3:::b");
  });

  it("follow the region that a resource names itself", () => {
    assert.equal(
      made("aws:sns/topic:Topic", { name: "t", region: "eu-north-1" }).arn,
      "arn:aws:sns:eu-north-1:123456789012:t",
    );
  });

  it("tell load balancers apart: network and gateway ones, and internal ones", () => {
    const balancer = (inputs: JsonObject) => made("aws:lb/loadBalancer:LoadBalancer", { name: "web", ...inputs });
    assert.match(String(balancer({ loadBalancerType: "network" }).arnSuffix), /^net\/web\/[0-9a-f]{16}$/);
    assert.match(
      String(balancer({ loadBalancerType: "network" }).dnsName),
      /^web-[0-9a-f]{10}\.elb\.eu-west-1\.amazonaws\.com$/,
    );
    assert.match(String(balancer({ loadBalancerType: "gateway" }).arnSuffix), /^gwy\//);
    assert.match(String(balancer({ internal: true }).dnsName), /^internal-web-/);
  });

  it("have IPv6 ranges only where they are asked for", () => {
    const type = "aws:ec2/vpc:Vpc";
    assert.equal(made(type).ipv6CidrBlock, undefined);
    assert.match(String(made(type, { assignGeneratedIpv6CidrBlock: true }).ipv6CidrBlock), /^2001:db8:.+\/56$/);
  });

  it("shorten a logical name to what AWS takes", () => {
    const long = "x".repeat(300);
    const limits = {
      "aws:lb/targetGroup:TargetGroup": 32,
      "aws:iam/role:Role": 64,
      "aws:sns/topic:Topic": 256,
      "aws:autoscaling/group:Group": 255,
    };
    for (const [type, limit] of Object.entries(limits)) {
      assert.equal(String(made(type, {}, "eu-west-1", long).name).length, limit, type);
    }
    assert.match(String(made("aws:sns/topic:Topic", { fifoTopic: true }).name), /\.fifo$/);
    assert.equal(made("aws:sns/topic:Topic", { fifoTopic: true, name: "a.fifo" }).name, "a.fifo");
  });

  it("are none for a type that nobody wrote any for", () => {
    assert.equal(standIn({ type: "aws:ivs/channel:Channel", name: "c", urn: "urn:c", inputs: {} }, SETTING), undefined);
  });
});
