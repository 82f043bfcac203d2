import type { Json, JsonObject } from "../plan";
import { UNKNOWN } from "../wire";
import { ACCOUNT_ID, autoName, ec2Id, markedHex, markedUuid, partitionOf, type Setting } from "./setting";

/** A resource that is about to exist. */
export interface Made {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: JsonObject;
}

/** What AWS would compute: an id and further outputs, by property. */
export type StandIn = { id: string } & JsonObject;

/** The words that ids, ARNs and names of one resource are made of. */
interface Words {
  readonly inputs: JsonObject;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;
  /** Digits of this resource alone. */
  readonly hex: (digits: number) => string;
  /** An id such as `vpc-0ff11e…`. */
  readonly id: (prefix: string) => string;
  /** The physical name: as stated, or as Pulumi makes it from the logical one. */
  readonly named: (property?: string, maxLength?: number) => string;
  /** An ARN of the account in the region. */
  readonly arn: (service: string, resource: string) => string;
  /** An ARN of the account in no region. */
  readonly globalArn: (service: string, resource: string) => string;
}

const ec2 = (prefix: string, resource: string, more?: (words: Words, id: string) => JsonObject) => (words: Words) => {
  const id = words.id(prefix);
  return { id, arn: words.arn("ec2", `${resource}/${id}`), ownerId: ACCOUNT_ID, ...more?.(words, id) };
};

const text = (value: Json | undefined, otherwise: string = UNKNOWN): string =>
  typeof value === "string" ? value : otherwise;

/** The same words as another resource: what is identified by its subject alone. */
const sameAs = (property: string) => (words: Words) => ({ id: text(words.inputs[property]) });

const makers: Record<string, (words: Words) => StandIn> = {
  "aws:ec2/vpc:Vpc": ec2("vpc", "vpc", ({ inputs, id }) => ({
    defaultSecurityGroupId: id("sg"),
    defaultNetworkAclId: id("acl"),
    defaultRouteTableId: id("rtb"),
    mainRouteTableId: id("rtb"),
    dhcpOptionsId: id("dopt"),
    ...(inputs.assignGeneratedIpv6CidrBlock === true && {
      // 2001:db8::/32 is the range that RFC 3849 keeps for documentation.
      ipv6CidrBlock: "2001:db8:1234:1a00::/56",
      ipv6AssociationId: id("vpc-cidr-assoc"),
    }),
  })),
  "aws:ec2/subnet:Subnet": ec2("subnet", "subnet"),
  "aws:ec2/internetGateway:InternetGateway": ec2("igw", "internet-gateway"),
  "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": ec2("eigw", "egress-only-internet-gateway"),
  "aws:ec2/natGateway:NatGateway": ec2("nat", "natgateway", ({ id }) => ({ networkInterfaceId: id("eni") })),
  "aws:ec2/eip:Eip": ec2("eipalloc", "elastic-ip", (_, id) => ({ allocationId: id, domain: "vpc" })),
  "aws:ec2/routeTable:RouteTable": ec2("rtb", "route-table"),
  "aws:ec2/route:Route": ({ hex }) => ({ id: `r-rtb-${hex(17)}${hex(10)}`, origin: "CreateRoute", state: "active" }),
  "aws:ec2/routeTableAssociation:RouteTableAssociation": ({ id }) => ({ id: id("rtbassoc") }),
  "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation": ({ id }) => ({ id: id("rtbassoc") }),
  "aws:ec2/securityGroup:SecurityGroup": ec2("sg", "security-group", ({ named }) => ({ name: named() })),
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": ec2("sg", "security-group", () => ({ name: "default" })),
  "aws:ec2/securityGroupRule:SecurityGroupRule": ({ hex, id }) => ({
    id: `sgrule-${hex(10)}`,
    securityGroupRuleId: id("sgr"),
  }),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ec2("sgr", "security-group-rule", (_, id) => ({
    securityGroupRuleId: id,
  })),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": ec2("sgr", "security-group-rule", (_, id) => ({
    securityGroupRuleId: id,
  })),
  "aws:ec2/networkAcl:NetworkAcl": ec2("acl", "network-acl"),
  "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": ec2("acl", "network-acl"),
  "aws:ec2/networkAclRule:NetworkAclRule": ({ id }) => ({ id: id("nacl") }),
  "aws:ec2/networkAclAssociation:NetworkAclAssociation": ({ id }) => ({ id: id("aclassoc") }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": ec2("vpce", "vpc-endpoint", ({ id }) => ({
    prefixListId: id("pl"),
    state: "available",
  })),
  "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": ({ id }) => ({ id: id("a-vpce") }),
  "aws:ec2/flowLog:FlowLog": ec2("fl", "vpc-flow-log"),
  "aws:ec2/managedPrefixList:ManagedPrefixList": ec2("pl", "prefix-list", () => ({ version: 1 })),
  "aws:ec2/launchTemplate:LaunchTemplate": ec2("lt", "launch-template", ({ named }) => ({
    name: named(),
    latestVersion: 1,
    defaultVersion: 1,
  })),
  "aws:ec2/instance:Instance": ec2("i", "instance", ({ id }) => ({
    primaryNetworkInterfaceId: id("eni"),
    instanceState: "running",
  })),
  "aws:ec2/keyPair:KeyPair": ({ named, id, arn }) => {
    const name = named("keyName");
    return { id: name, keyName: name, keyPairId: id("key"), arn: arn("ec2", `key-pair/${name}`) };
  },
  "aws:ebs/volume:Volume": ec2("vol", "volume"),
  "aws:iam/role:Role": ({ named, globalArn, hex }) => {
    const name = named("name", 64);
    return { id: name, name, arn: globalArn("iam", `role/${name}`), uniqueId: `AROA${hex(17).toUpperCase()}` };
  },
  "aws:iam/policy:Policy": ({ named, globalArn, hex }) => {
    const name = named("name", 128);
    const arn = globalArn("iam", `policy/${name}`);
    return { id: arn, arn, name, policyId: `ANPA${hex(17).toUpperCase()}` };
  },
  "aws:iam/rolePolicy:RolePolicy": ({ inputs, named }) => ({ id: `${text(inputs.role)}:${named()}`, name: named() }),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ({ inputs, hex }) => ({ id: `${text(inputs.role)}-${hex(12)}` }),
  "aws:iam/instanceProfile:InstanceProfile": ({ named, globalArn, hex }) => {
    const name = named("name", 128);
    return {
      id: name,
      name,
      arn: globalArn("iam", `instance-profile/${name}`),
      uniqueId: `AIPA${hex(17).toUpperCase()}`,
    };
  },
  "aws:lb/loadBalancer:LoadBalancer": ({ inputs, named, hex, arn, region, dnsSuffix }) => {
    const name = named("name", 32);
    const kind = { network: "net", gateway: "gwy" }[text(inputs.loadBalancerType)] ?? "app";
    const arnSuffix = `${kind}/${name}/${hex(16)}`;
    const own = arn("elasticloadbalancing", `loadbalancer/${arnSuffix}`);
    const host = `${inputs.internal === true ? "internal-" : ""}${name}-${hex(10)}`;
    return {
      id: own,
      arn: own,
      arnSuffix,
      name,
      dnsName: kind === "app" ? `${host}.${region}.elb.${dnsSuffix}` : `${host}.elb.${region}.${dnsSuffix}`,
      zoneId: `Z${hex(13).toUpperCase()}`,
    };
  },
  "aws:lb/targetGroup:TargetGroup": ({ named, hex, arn }) => {
    const name = named("name", 32);
    const arnSuffix = `targetgroup/${name}/${hex(16)}`;
    return { id: arn("elasticloadbalancing", arnSuffix), arn: arn("elasticloadbalancing", arnSuffix), arnSuffix, name };
  },
  "aws:lb/listener:Listener": (words) => {
    const own = text(words.inputs.loadBalancerArn).replace(":loadbalancer/", ":listener/");
    return { id: `${own}/${words.hex(16)}`, arn: `${own}/${words.hex(16)}` };
  },
  "aws:lb/listenerRule:ListenerRule": (words) => {
    const own = text(words.inputs.listenerArn).replace(":listener/", ":listener-rule/");
    return { id: `${own}/${words.hex(16)}`, arn: `${own}/${words.hex(16)}` };
  },
  "aws:lb/listenerCertificate:ListenerCertificate": ({ inputs }) => ({
    id: `${text(inputs.listenerArn)}_${text(inputs.certificateArn)}`,
  }),
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": ({ inputs, hex }) => ({
    id: `${text(inputs.targetGroupArn)}-${hex(26)}`,
  }),
  "aws:autoscaling/group:Group": ({ named, arn, hex }) => {
    const name = named();
    const path = `autoScalingGroup:${markedUuid(hex(64))}:autoScalingGroupName/${name}`;
    return { id: name, name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/policy:Policy": ({ inputs, named, arn, hex }) => {
    const name = named();
    const path = `scalingPolicy:${markedUuid(hex(64))}:autoScalingGroupName/${text(inputs.autoscalingGroupName)}:policyName/${name}`;
    return { id: name, name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/schedule:Schedule": ({ inputs, named, arn, hex }) => {
    const name = named("scheduledActionName");
    const path = `scheduledUpdateGroupAction:${markedUuid(hex(64))}:autoScalingGroupName/${text(inputs.autoscalingGroupName)}:scheduledActionName/${name}`;
    return { id: name, scheduledActionName: name, arn: arn("autoscaling", path) };
  },
  "aws:autoscaling/attachment:Attachment": ({ inputs, hex }) => ({
    id: `${text(inputs.autoscalingGroupName)}-${hex(26)}`,
  }),
  "aws:cloudwatch/logGroup:LogGroup": ({ named, arn }) => {
    const name = named("name", 512);
    return { id: name, name, arn: arn("logs", `log-group:${name}`) };
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("cloudwatch", `alarm:${name}`) };
  },
  "aws:sns/topic:Topic": ({ named, arn, inputs }) => {
    const fifo = inputs.fifoTopic === true && typeof inputs.name !== "string" ? ".fifo" : "";
    const name = `${named("name", 256 - fifo.length)}${fifo}`;
    return { id: arn("sns", name), arn: arn("sns", name), name, owner: ACCOUNT_ID };
  },
  "aws:sns/topicPolicy:TopicPolicy": sameAs("arn"),
  "aws:sns/topicSubscription:TopicSubscription": ({ inputs, hex }) => {
    const own = `${text(inputs.topic)}:${markedUuid(hex(64))}`;
    return { id: own, arn: own };
  },
  "aws:s3/bucket:Bucket": ({ named, region, partition, dnsSuffix }) => {
    const name = named("bucket", 63);
    return {
      id: name,
      bucket: name,
      arn: `arn:${partition}:s3:::${name}`,
      bucketDomainName: `${name}.s3.${dnsSuffix}`,
      bucketRegionalDomainName: `${name}.s3.${region}.${dnsSuffix}`,
      region,
    };
  },
  "aws:s3/bucketPolicy:BucketPolicy": sameAs("bucket"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": sameAs("bucket"),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": sameAs("bucket"),
  "aws:s3/bucketVersioning:BucketVersioning": sameAs("bucket"),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": sameAs("bucket"),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": sameAs("bucket"),
  "aws:s3/bucketLogging:BucketLogging": sameAs("bucket"),
  "aws:kms/key:Key": ({ hex, arn }) => {
    const id = markedUuid(hex(64));
    return { id, keyId: id, arn: arn("kms", `key/${id}`) };
  },
  "aws:kms/alias:Alias": ({ named, arn, inputs }) => {
    const name = typeof inputs.name === "string" ? inputs.name : `alias/${named()}`;
    return { id: name, name, arn: arn("kms", name) };
  },
  "aws:ssm/parameter:Parameter": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("ssm", `parameter/${name.replace(/^\//, "")}`), version: 1 };
  },
  "aws:acm/certificate:Certificate": ({ inputs, hex, arn }) => {
    const own = arn("acm", `certificate/${markedUuid(hex(64))}`);
    return { id: own, arn: own, domainValidationOptions: validationOptions(inputs, hex) };
  },
  "aws:acm/certificateValidation:CertificateValidation": ({ hex }) => ({
    id: `2026-01-01 00:00:00 +0000 UTC ${hex(6)}`,
  }),
  "aws:route53/zone:Zone": ({ hex, partition }) => {
    const id = `Z${hex(20).toUpperCase()}`;
    const nameServers = [1, 2, 3, 4].map((n) => `ns-${n}.offline.example`);
    return { id, zoneId: id, arn: `arn:${partition}:route53:::hostedzone/${id}`, nameServers };
  },
  "aws:route53/record:Record": ({ inputs }) => {
    const id = `${text(inputs.zoneId)}_${text(inputs.name)}_${text(inputs.type)}`;
    return { id, fqdn: text(inputs.name) };
  },
};

/** The stand-ins for a resource; undefined for a type that the planner knows nothing of: its outputs stay unknown. */
export function standIn(made: Made, setting: Setting): StandIn | undefined {
  if (made.type.startsWith("pulumi:providers:")) return { id: markedUuid(made.urn) };
  return makers[made.type]?.(wordsOf(made, setting));
}

function wordsOf({ name, urn, inputs }: Made, setting: Setting): Words {
  const region = text(inputs.region, setting.region);
  const { partition, dnsSuffix } = partitionOf(region);
  return {
    inputs,
    region,
    partition,
    dnsSuffix,
    hex: (digits) => markedHex(urn, digits),
    id: (prefix) => ec2Id(prefix, urn),
    named: (property = "name", maxLength) => text(inputs[property], autoName(name, maxLength)),
    arn: (service, resource) => `arn:${partition}:${service}:${region}:${ACCOUNT_ID}:${resource}`,
    globalArn: (service, resource) => `arn:${partition}:${service}::${ACCOUNT_ID}:${resource}`,
  };
}

/** One record per name, in the form that ACM asks for: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html */
function validationOptions(inputs: JsonObject, hex: (digits: number) => string): Json {
  const alternatives = Array.isArray(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames : [];
  const names = [inputs.domainName, ...alternatives].filter((name) => typeof name === "string");
  return [...new Set(names)].map((domainName) => ({
    domainName,
    // A wildcard is validated by the same record as the name below it.
    resourceRecordName: `_${hex(32)}.${domainName.replace(/^\*\./, "")}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_${hex(32)}.offline.acm-validations.aws.`,
  }));
}
