import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const group = (...ingress: unknown[]) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress } });
const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
const web = group(https);
const rule = of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
const tcp443 = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const service = of("aws:ecs/service:Service");
const cluster = of("aws:eks/cluster:Cluster");
const environment = (...settings: [namespace: string, value: unknown][]) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { settings: settings.map(([namespace, value]) => ({ namespace, name: "SecurityGroups", value })) },
});
const listener = (loadBalancerArn: unknown, targetGroupArn: unknown) => ({
  type: "aws:lb/listener:Listener",
  props: { loadBalancerArn, port: 443, protocol: "TCP", defaultActions: [{ type: "forward", targetGroupArn }] },
});
const targets = of("aws:lb/targetGroup:TargetGroup")({ port: 443, protocol: "TCP" });

const said =
  'gives it the security group "web", where ingress[0] opens 443/tcp to the world (0.0.0.0/0); give it a group';

export const examples: Examples = {
  denied: [
    {
      title: "an instance with the group of a load balancer",
      resources: {
        web,
        lb: balancer({ securityGroups: [ref("web")] }),
        app: instance({ vpcSecurityGroupIds: [ref("web")] }),
      },
      says: { app: `vpcSecurityGroupIds ${said}` },
    },
    {
      title: "whatever else starts instances with it",
      resources: {
        web,
        template: template({ vpcSecurityGroupIds: [ref("web")] }),
        public: template({ networkInterfaces: [{ deviceIndex: 0, securityGroups: [ref("web")] }] }),
        old: of("aws:ec2/launchConfiguration:LaunchConfiguration")({ securityGroups: [ref("web")] }),
        spot: of("aws:ec2/spotInstanceRequest:SpotInstanceRequest")({ vpcSecurityGroupIds: [ref("web")] }),
        fleet: of("aws:ec2/spotFleetRequest:SpotFleetRequest")({
          launchSpecifications: [{ vpcSecurityGroupIds: [ref("web")] }],
        }),
        env: environment(["aws:autoscaling:launchconfiguration", ref("web")]),
      },
      says: {
        template: `vpcSecurityGroupIds ${said}`,
        public: `networkInterfaces.securityGroups ${said}`,
        old: `securityGroups ${said}`,
        spot: `vpcSecurityGroupIds ${said}`,
        fleet: `launchSpecifications.vpcSecurityGroupIds ${said}`,
        env: `settings (SecurityGroups) ${said}`,
      },
    },
    {
      title: "containers, functions, clusters, databases and network interfaces with it",
      resources: {
        web,
        service: service({ networkConfiguration: { securityGroups: [ref("web")], subnets: ["subnet-1"] } }),
        green: of("aws:ecs/taskSet:TaskSet")({ networkConfiguration: { securityGroups: [ref("web")] } }),
        function: of("aws:lambda/function:Function")({ vpcConfig: { securityGroupIds: [ref("web")], subnetIds: [] } }),
        cluster: cluster({ vpcConfig: { securityGroupIds: [ref("web")] } }),
        db: of("aws:rds/cluster:Cluster")({ vpcSecurityGroupIds: [ref("web")] }),
        eni: of("aws:ec2/networkInterface:NetworkInterface")({ securityGroups: [ref("web")] }),
        later: of("aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment")({
          networkInterfaceId: "eni-1",
          securityGroupId: ref("web"),
        }),
      },
      says: {
        service: `networkConfiguration.securityGroups ${said}`,
        green: `networkConfiguration.securityGroups ${said}`,
        function: `vpcConfig.securityGroupIds ${said}`,
        cluster: `vpcConfig.securityGroupIds ${said}`,
        db: `vpcSecurityGroupIds ${said}`,
        eni: `securityGroups ${said}`,
        later: `securityGroupId ${said}`,
      },
    },
    {
      title: "a group that rule resources open, alone and together",
      resources: {
        one: group(),
        open: rule({ securityGroupId: ref("one"), ...tcp443, cidrIpv6: "::/0" }),
        two: group(),
        low: rule({ securityGroupId: ref("two"), ...tcp443, cidrIpv4: "8.0.0.0/8" }),
        high: rule({ securityGroupId: ref("two"), ipProtocol: "-1", cidrIpv4: "12.0.0.0/8" }),
        app: instance({ vpcSecurityGroupIds: [ref("one"), ref("two")] }),
      },
      says: {
        app: [
          'the security group "one", where rule "open" opens 443/tcp to the world (::/0)',
          'the security group "two", where rule "low" and rule "high" together open 443/tcp to the world',
        ],
      },
    },
    {
      title: "a prefix list of the stack that holds the world, and a group that the stack does not have",
      resources: {
        everyone: of("aws:ec2/managedPrefixList:ManagedPrefixList")({ entries: [{ cidr: "0.0.0.0/0" }] }),
        web: group({ ...https, cidrBlocks: [], prefixListIds: [ref("everyone")] }),
        open: rule({ securityGroupId: "sg-0a1b2c3d", ...tcp443, cidrIpv4: "0.0.0.0/0" }),
        app: instance({ vpcSecurityGroupIds: [ref("web"), "sg-0a1b2c3d"] }),
      },
      says: {
        app: [
          'where ingress[0] by prefix list "everyone" opens 443/tcp to the world',
          'the security group sg-0a1b2c3d, where rule "open" opens 443/tcp',
        ],
      },
    },
    {
      title: "a rule that opens the group of an EKS cluster and its nodes",
      resources: {
        cluster: cluster({ vpcConfig: { subnetIds: [] } }),
        open: rule({ securityGroupId: ref("cluster", "clusterSecurityGroupId"), ...tcp443, cidrIpv4: "0.0.0.0/0" }),
      },
      says: { cluster: "vpcConfig.clusterSecurityGroupId gives it" },
    },
    {
      title: "a workload behind a Network Load Balancer that has a group",
      resources: {
        web,
        targets,
        nlb: balancer({ loadBalancerType: "network", securityGroups: [ref("web")] }),
        listener: listener(ref("nlb"), ref("targets")),
        app: service({
          networkConfiguration: { securityGroups: [ref("web")] },
          loadBalancers: [{ targetGroupArn: ref("targets"), containerName: "app", containerPort: 443 }],
        }),
      },
      says: { app: `networkConfiguration.securityGroups ${said}` },
    },
  ],
  allowed: [
    {
      title:
        "load balancers, old and new, a VPC link and a Verified Access endpoint with an open group (a false alarm of cdk-nag)",
      resources: {
        web,
        alb: balancer({ securityGroups: [ref("web")] }),
        older: of("aws:alb/loadBalancer:LoadBalancer")({ securityGroups: [ref("web")] }),
        nlb: balancer({ loadBalancerType: "network", securityGroups: [ref("web")] }),
        clb: of("aws:elb/loadBalancer:LoadBalancer")({ securityGroups: [ref("web")] }),
        link: of("aws:apigatewayv2/vpcLink:VpcLink")({ securityGroupIds: [ref("web")] }),
        access: of("aws:verifiedaccess/endpoint:Endpoint")({ securityGroupIds: [ref("web")] }),
        env: environment(["aws:elbv2:loadbalancer", ref("web")]),
      },
    },
    {
      title: "an application that only the group of the load balancer reaches",
      resources: {
        web,
        app: group({ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [ref("web")] }),
        lb: balancer({ securityGroups: [ref("web")] }),
        template: template({ vpcSecurityGroupIds: [ref("app")] }),
        nodes: of("aws:eks/nodeGroup:NodeGroup")({ remoteAccess: { sourceSecurityGroupIds: [ref("web")] } }),
      },
    },
    {
      title: "a bastion that an office reaches, a NAT instance that its network reaches, and ping from anywhere",
      resources: {
        net: of("aws:ec2/vpc:Vpc")({ cidrBlock: "10.0.0.0/16" }),
        office: group(
          { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/24"] },
          { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] },
        ),
        bastion: instance({ vpcSecurityGroupIds: [ref("office")] }),
        inside: group(),
        v6: rule({ securityGroupId: ref("inside"), ipProtocol: "-1", cidrIpv6: ref("net", "ipv6CidrBlock") }),
        nat: instance({ sourceDestCheck: false, vpcSecurityGroupIds: [ref("inside")] }),
      },
    },
    {
      title: "targets of a Network Load Balancer without groups, whose clients keep their addresses",
      resources: {
        web,
        targets,
        nlb: balancer({ loadBalancerType: "network" }),
        listener: listener(ref("nlb"), ref("targets")),
        template: template({ vpcSecurityGroupIds: [ref("web")] }),
        group: of("aws:autoscaling/group:Group")({
          launchTemplate: { id: ref("template") },
          targetGroupArns: [ref("targets")],
        }),
        service: service({
          networkConfiguration: { securityGroups: [ref("web")] },
          loadBalancers: [{ targetGroupArn: ref("targets") }],
        }),
        app: instance({ vpcSecurityGroupIds: [ref("web")] }),
        link: of("aws:lb/targetGroupAttachment:TargetGroupAttachment")({
          targetGroupArn: ref("targets"),
          targetId: ref("app"),
        }),
      },
    },
    {
      title: "appliances behind a Gateway Load Balancer, and an endpoint of Global Accelerator",
      resources: {
        web,
        targets,
        gateway: balancer({ loadBalancerType: "gateway" }),
        listener: listener(ref("gateway"), ref("targets")),
        appliances: of("aws:autoscaling/group:Group")({ launchConfiguration: ref("old", "name") }),
        attachment: of("aws:autoscaling/attachment:Attachment")({
          autoscalingGroupName: ref("appliances"),
          lbTargetGroupArn: ref("targets"),
        }),
        old: of("aws:ec2/launchConfiguration:LaunchConfiguration")({ securityGroups: [ref("web")] }),
        game: instance({ vpcSecurityGroupIds: [ref("web")] }),
        endpoints: of("aws:globalaccelerator/endpointGroup:EndpointGroup")({
          endpointConfigurations: [{ endpointId: ref("game"), weight: 100 }],
        }),
      },
    },
    {
      title: "a type that the settings allow",
      settings: { allowTypes: ["aws:transfer/server:Server"] },
      resources: {
        web,
        files: of("aws:transfer/server:Server")({ endpointDetails: { securityGroupIds: [ref("web")] } }),
      },
    },
  ],
  undecided: [
    {
      title: "a source that is not known",
      resources: {
        app: group({ ...https, cidrBlocks: [UNKNOWN] }),
        server: instance({ vpcSecurityGroupIds: [ref("app")] }),
      },
      says: { server: 'whether the world reaches the security group "app": ingress[0].cidrBlocks is not known yet' },
    },
    {
      title: "which of several groups is the open one",
      resources: {
        web,
        app: group(),
        env: environment(["aws:elbv2:loadbalancer", ref("web")], ["aws:autoscaling:launchconfiguration", ref("app")]),
      },
      says: { env: "which security groups settings (SecurityGroups) names is not known yet" },
    },
  ],
};
