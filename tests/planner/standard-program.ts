import * as aws from "@pulumi/aws";

/** A stack with faults: one group open to SSH, one volume in clear, a bucket that nobody closes, and a password policy. */
export function faulty(): void {
  const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
  new aws.ec2.DefaultSecurityGroup("closed", { vpcId: vpc.id });
  const ingress = (cidr: string) => [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [cidr] }];
  new aws.ec2.SecurityGroup("open", { vpcId: vpc.id, ingress: ingress("0.0.0.0/0") });
  new aws.ec2.SecurityGroup("narrow", { vpcId: vpc.id, ingress: ingress("10.0.0.0/16") });
  new aws.ebs.Volume("clear", { availabilityZone: "eu-west-1a", size: 8 });
  new aws.ebs.Volume("sealed", { availabilityZone: "eu-west-1a", size: 8, encrypted: true });
  new aws.s3.Bucket("logs");
  new aws.iam.AccountPasswordPolicy("passwords", { minimumPasswordLength: 14, passwordReusePrevention: 5 });
}
