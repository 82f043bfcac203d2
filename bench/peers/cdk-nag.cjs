/**
 * A web tier of the CDK as cdk-nag judges it: a network over two zones with one NAT gateway, a load balancer and a group
 * that scales. Plain JavaScript, run by `node` without the CDK's command, and so as quickly as it can be.
 */
const { App, Aspects, Stack } = require("aws-cdk-lib");
const autoscaling = require("aws-cdk-lib/aws-autoscaling");
const ec2 = require("aws-cdk-lib/aws-ec2");
const balancing = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const { AwsSolutionsChecks } = require("cdk-nag");

const app = new App();
const stack = new Stack(app, "web", { env: { region: "us-east-1", account: "111122223333" } });
const vpc = new ec2.Vpc(stack, "vpc", { maxAzs: 2, natGateways: 1 });
const group = new autoscaling.AutoScalingGroup(stack, "group", {
  vpc,
  instanceType: new ec2.InstanceType("t3.micro"),
  machineImage: ec2.MachineImage.latestAmazonLinux2023(),
  minCapacity: 2,
  maxCapacity: 4,
  requireImdsv2: true,
});
group.scaleOnCpuUtilization("cpu", { targetUtilizationPercent: 60 });
const balancer = new balancing.ApplicationLoadBalancer(stack, "balancer", { vpc, internetFacing: true });
balancer.addListener("http", { port: 80 }).addTargets("web", { port: 80, targets: [group] });
Aspects.of(app).add(new AwsSolutionsChecks());

const [made] = app.synth().stacks;
process.stdout.write(`${Object.keys(made.template.Resources).length} resources\n`);
