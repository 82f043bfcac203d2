import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Finding } from "../../planner/finding";
import { judge } from "../../planner/judge";
import { record } from "../../planner/record";
import { SECRET_STAND_IN } from "../../planner/stack-file";
import { policies } from "../../policies/catalogue";

/** What the pack says of a program whose stack file has an encrypted `test:password`. */
async function findings(policy: string, program: () => unknown): Promise<Finding[]> {
  const config = { "test:password": SECRET_STAND_IN };
  const plan = await record(program, { config, secretKeys: ["test:password"] });
  const judgement = await judge(plan, policies({ environment: "prod", exemptions: [], today: "2026-11-21" }));
  return judgement.findings.filter((finding) => finding.policy === policy);
}

const template = (metadataOptions: aws.types.input.ec2.LaunchTemplateMetadataOptions) =>
  new aws.ec2.LaunchTemplate("web", { metadataOptions });

describe("what policies say of secrets", () => {
  it("never quotes a secret, wherever in a resource it is", async () => {
    const [finding] = await findings("ec2-imdsv2", () => template({ httpTokens: pulumi.secret("hush-hush") }));
    assert.match(finding?.message ?? "", /httpTokens is "\[secret\]"/);
  });

  it("quotes what is no secret", async () => {
    const [finding] = await findings("ec2-imdsv2", () => template({ httpTokens: "optional" }));
    assert.match(finding?.message ?? "", /httpTokens is "optional"/);
  });

  it("is undecided where the stack file has the value encrypted", async () => {
    const open = () => {
      const from = new pulumi.Config().requireSecret("password");
      const rule = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [from] };
      new aws.ec2.SecurityGroup("door", { ingress: [rule] });
    };
    const [finding] = await findings("no-public-ssh", open);
    assert.equal(finding?.verdict, "undecided");
  });
});
