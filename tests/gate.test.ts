import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { isRefused, isViolation } from "../planner/finding";
import { judge } from "../planner/judge";
import { record } from "../planner/record";
import { policies, readContext } from "../policies/catalogue";

/** What the mandatory findings on a program are, as `policy: message`. */
async function violations(program: () => unknown): Promise<string[]> {
  const plan = await record(program, { environment: "dev" });
  const judgement = await judge(plan, policies(readContext(new Date("2026-11-21T00:00:00Z"))));
  const found = judgement.findings.filter(isViolation).map(({ policy, message }) => `${policy}: ${message}`);
  assert.equal(isRefused(judgement), found.length > 0);
  return found;
}

const vpc = () => new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
const group = (ingress?: aws.types.input.ec2.SecurityGroupIngress[]) =>
  new aws.ec2.SecurityGroup("door", { vpcId: vpc().id, description: "a door", ingress });
const inline = (rule: Partial<aws.types.input.ec2.SecurityGroupIngress>) =>
  group([{ protocol: "tcp", fromPort: 22, toPort: 22, description: "in", ...rule }]);
const oldRule = (name: string, cidrBlocks: string[], securityGroupId = group().id) =>
  new aws.ec2.SecurityGroupRule(name, {
    type: "ingress",
    securityGroupId,
    protocol: "tcp",
    fromPort: 22,
    toPort: 22,
    cidrBlocks,
  });
const newRule = (name: string, rule: Partial<aws.vpc.SecurityGroupIngressRuleArgs>, securityGroupId = group().id) =>
  new aws.vpc.SecurityGroupIngressRule(name, { securityGroupId, ipProtocol: "tcp", fromPort: 22, toPort: 22, ...rule });

describe("a plan is refused when SSH is open to the world", () => {
  const doors: [string, () => unknown, RegExp][] = [
    ["by an inline rule", () => inline({ cidrBlocks: ["0.0.0.0/0"] }), /"door".*0\.0\.0\.0\/0/],
    ["by an old rule resource", () => oldRule("in", ["0.0.0.0/0"]), /"in".*0\.0\.0\.0\/0/],
    ["by a new rule resource", () => newRule("in", { cidrIpv4: "0.0.0.0/0" }), /"in".*0\.0\.0\.0\/0/],
    ["over IPv6", () => newRule("in", { cidrIpv6: "::/0" }), /"in".*::\/0/],
    ["over IPv6 inline, in another spelling", () => inline({ ipv6CidrBlocks: ["0::0/0"] }), /"door".*::/],
    [
      "by every protocol",
      () => newRule("in", { ipProtocol: "-1", fromPort: undefined, toPort: undefined, cidrIpv4: "0.0.0.0/0" }),
      /"in"/,
    ],
    [
      "by every protocol inline",
      () => inline({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }),
      /"door"/,
    ],
    ["by a range of ports", () => inline({ fromPort: 0, toPort: 65535, cidrBlocks: ["0.0.0.0/0"] }), /"door"/],
    ["by two halves in one rule", () => inline({ cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }), /"door".*0\.0\.0\.0\/1/],
    [
      "by two halves in two rule resources",
      () => {
        const { id } = group();
        newRule("low", { cidrIpv4: "0.0.0.0/1" }, id);
        newRule("high", { cidrIpv4: "128.0.0.0/1" }, id);
      },
      /0\.0\.0\.0\/1/,
    ],
    ["beside a rule for itself", () => inline({ self: true, cidrBlocks: ["0.0.0.0/0"] }), /"door".*0\.0\.0\.0\/0/],
  ];
  for (const [title, program, names] of doors) {
    it(title, async () => {
      const found = (await violations(program)).filter((finding) => finding.startsWith("no-public-ssh: "));
      assert.ok(found.length > 0, "nothing was found");
      for (const finding of found) {
        assert.match(finding, /22/);
        assert.match(finding, /; [a-z].*\.$/s, "does not say what to do");
      }
      assert.ok(
        found.some((finding) => names.test(finding)),
        found.join("\n"),
      );
    });
  }

  it("but not when a named office may come in", async () => {
    assert.deepEqual(await violations(() => newRule("in", { cidrIpv4: "203.0.113.0/24" })), []);
  });
});

describe("a plan is refused", () => {
  const disk = { deviceName: "/dev/xvda", ebs: { encrypted: "true" } };
  const template = (args: aws.ec2.LaunchTemplateArgs) =>
    new aws.ec2.LaunchTemplate("web", {
      imageId: "ami-0a1b2c3d4e5f60718",
      instanceType: "t4g.micro",
      metadataOptions: { httpTokens: "required" },
      iamInstanceProfile: { name: "web" },
      blockDeviceMappings: [disk],
      ...args,
    });

  it("for IMDSv1", async () => {
    const [finding = ""] = await violations(() => template({ metadataOptions: { httpTokens: "optional" } }));
    assert.match(finding, /^ec2-imdsv2: aws\.ec2\.LaunchTemplate "web": .*optional.*required/);
  });

  it("for an unencrypted volume in a launch template", async () => {
    const [finding = ""] = await violations(() =>
      template({ blockDeviceMappings: [{ ...disk, ebs: { encrypted: "false" } }] }),
    );
    assert.match(
      finding,
      /^ebs-encrypted: aws\.ec2\.LaunchTemplate "web": blockDeviceMappings\[0\]\.ebs\.encrypted is false; set it to true\.$/,
    );
  });

  it("for an Auto Scaling group in one zone", async () => {
    const found = await violations(() => {
      const vpcId = vpc().id;
      const subnets = ["a", "b"].map(
        (name, index) =>
          new aws.ec2.Subnet(name, { vpcId, cidrBlock: `10.0.${index}.0/24`, availabilityZone: "eu-west-1a" }),
      );
      const web = template({});
      new aws.autoscaling.Group("servers", {
        minSize: 2,
        maxSize: 4,
        vpcZoneIdentifiers: subnets.map(({ id }) => id),
        launchTemplate: { id: web.id, version: "1" },
      });
    });
    assert.ok(
      found.some((finding) => /^asg-multi-az: aws\.autoscaling\.Group "servers": .*eu-west-1a/.test(finding)),
      found.join("\n"),
    );
  });
});
