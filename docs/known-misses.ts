import type { Examples } from "../policies/examples";

/** A case that another tool gets wrong, read in its source or in its issues, and the example in which this pack gets it right. */
export interface Miss {
  readonly tool: string;
  readonly misses: string;
  readonly rule: string;
  readonly kind: keyof Examples;
  /** How the example's title begins. */
  readonly example: string;
}

const checkov = "checkov CKV_AWS_24";
const compliance = "compliance-policies";

/** Each of them; tests/policies/known-misses.test.ts holds the pack to it. */
export const misses: readonly Miss[] = [
  {
    tool: checkov,
    misses: "`self = true` in a rule lets the whole group pass: https://github.com/bridgecrewio/checkov/issues/6073",
    rule: "no-public-ssh",
    kind: "denied",
    example: "an open rule beside `self`",
  },
  {
    tool: checkov,
    misses: "the same on any other port",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "an open rule that self = true hides",
  },
  {
    tool: checkov,
    misses: "any prefix list lets the rule pass, also beside 0.0.0.0/0",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "0.0.0.0/0 that prefix list ids hide",
  },
  {
    tool: checkov,
    misses: "a rule resource with ip_protocol -1 and no ports passes",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "ipProtocol -1 without ports",
  },
  {
    tool: checkov,
    misses: "cidr_ipv6 is compared character by character, so that ::/0 passes",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "::/0 however it is spelled",
  },
  {
    tool: checkov,
    misses: "0.0.0.0/1 and 128.0.0.0/1 are not the internet",
    rule: "no-public-ssh",
    kind: "denied",
    example: "the two halves of the internet",
  },
  {
    tool: checkov,
    misses: "nor are the halves of IPv6, and those of two rules",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "/1 halves of both families",
  },
  {
    tool: "awsguard",
    misses: "there is no policy about ingress",
    rule: "no-public-ssh",
    kind: "denied",
    example: "an inline rule for 0.0.0.0/0",
  },
  {
    tool: "awsguard",
    misses: "there is no policy about the metadata service",
    rule: "ec2-imdsv2",
    kind: "denied",
    example: "an instance that says nothing of its metadata",
  },
  {
    tool: "awsguard encrypted-volumes",
    misses: "volumes are not looked at",
    rule: "ebs-encrypted",
    kind: "denied",
    example: "a volume that says nothing of encryption",
  },
  {
    tool: "awsguard encrypted-volumes",
    misses: "launch templates are not looked at, nor the Auto Scaling groups that use them",
    rule: "ebs-encrypted",
    kind: "denied",
    example: "each unencrypted disk of a launch template",
  },
  {
    tool: "awsguard encrypted-volumes",
    misses: "nor are launch configurations and spot requests",
    rule: "ebs-encrypted",
    kind: "denied",
    example: "a launch configuration and a spot request",
  },
  {
    tool: "awsguard",
    misses: "a root disk of which nothing is said is a violation, also where the account encrypts every disk",
    rule: "ebs-encrypted",
    kind: "allowed",
    example: "disks of which nothing is said where the stack turns the account default on",
  },
  {
    tool: "awsguard ec2-volume-inuse",
    misses: "every instance without a volume of its own is a violation",
    rule: "ebs-attached",
    kind: "allowed",
    example: "an instance without a volume of its own",
  },
  {
    tool: "awsguard",
    misses: "of groups of instances no zones are asked for: only databases need several",
    rule: "asg-multi-az",
    kind: "denied",
    example: "a group in one subnet",
  },
  {
    tool: "awsguard",
    misses: "nor of load balancers",
    rule: "lb-multi-az",
    kind: "denied",
    example: "a load balancer of each kind in one subnet",
  },
  {
    tool: compliance,
    misses: "rules that are resources of their own are not read",
    rule: "no-public-ssh",
    kind: "denied",
    example: "rule resources, old and new",
  },
  {
    tool: compliance,
    misses: "only the texts 0.0.0.0/0 and ::/0 are the internet",
    rule: "no-public-ssh",
    kind: "denied",
    example: "a /0 in odd spellings",
  },
  {
    tool: compliance,
    misses: "a public load balancer on port 443 is critical",
    rule: "no-public-ssh",
    kind: "allowed",
    example: "the web ports open to the world",
  },
  {
    tool: compliance,
    misses: "a launch template without block devices passes",
    rule: "ebs-encrypted",
    kind: "denied",
    example: "a launch template that leaves its root disk to the AMI",
  },
  {
    tool: compliance,
    misses: "there is no policy about the metadata service",
    rule: "ec2-imdsv2",
    kind: "denied",
    example: "an instance that says nothing of its metadata",
  },
  {
    tool: compliance,
    misses: "a classic load balancer is asked for availability zones, also where it has subnets",
    rule: "lb-multi-az",
    kind: "allowed",
    example: "a classic load balancer in subnets of two zones",
  },
  {
    tool: "cdk-nag EC2RestrictedCommonPorts",
    misses: "IPv6 is not read",
    rule: "no-public-admin-ports",
    kind: "denied",
    example: "::/0 however it is spelled",
  },
  {
    tool: "cdk-nag EC2RestrictedSSH",
    misses: "a value that is not known yet is an error of the rule in place of a verdict",
    rule: "no-public-ssh",
    kind: "undecided",
    example: "a source that is not known",
  },
  {
    tool: "cdk-nag",
    misses:
      "a load balancer's group that is open on port 80 is an error: https://github.com/cdklabs/cdk-nag/issues/750",
    rule: "public-ingress-only-on-load-balancers",
    kind: "allowed",
    example: "load balancers, old and new",
  },
  {
    tool: "cdk-nag",
    misses: "whoever gives a reason is exempt for ever",
    rule: "exemption-has-reason",
    kind: "denied",
    example: "a reason that nobody stands for",
  },
];
