import assert from "node:assert/strict";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { standingOf } from "../../planner/finding";
import { judge } from "../../planner/judge";
import { planProgram } from "../../planner/program";
import { readProject } from "../../planner/project";
import { nameOf } from "../../planner/urn";
import { policies, readContext } from "../../policies/catalogue";

/** What the pack says of a program, as `policy: resource`, by how it counts. */
async function said(name: string): Promise<Record<string, string[]>> {
  const before = process.cwd();
  const config = runtime.allConfig();
  try {
    const project = readProject(join(__dirname, "../fixtures/programs", name));
    const plan = await planProgram(project);
    runtime.setAllConfig({ ...project.config }, [...project.secretKeys]);
    const { findings } = await judge(plan, policies(readContext(new Date("2026-11-21T00:00:00Z"))));
    const byStanding: Record<string, string[]> = { mandatory: [], advisory: [], undecided: [], exempt: [] };
    for (const finding of findings) {
      byStanding[standingOf(finding)]?.push(`${finding.policy}: ${finding.urn ? nameOf(finding.urn) : "the stack"}`);
    }
    for (const list of Object.values(byStanding)) list.sort();
    return byStanding;
  } finally {
    process.chdir(before);
    runtime.setAllConfig(config);
  }
}

// Each of these lists was read line by line against its program: every line is right, and nothing is missing that a
// rule of the pack should say. They are in production, for their stack files do not say otherwise.
describe("programs that know nothing of our components", () => {
  it("are judged: a function that works off a queue", async () => {
    assert.deepEqual(await said("queue-worker"), {
      mandatory: ["lambda-env-no-secrets: worker", "s3-block-public-access: results"],
      advisory: [
        "alarm-coverage: failed",
        "alarm-coverage: orders",
        "alarm-coverage: worker",
        "lambda-log-group: worker",
        "lambda-timeout-memory: worker",
        "lambda-tracing: worker",
        "no-credentials-anywhere: worker",
        "s3-access-logging: results",
        "s3-force-destroy-off: results",
        "s3-lifecycle: results",
        "s3-tls-only: results",
        "s3-versioning: results",
        "stateful-resources-protected: results",
      ],
      undecided: [],
      exempt: [],
    });
  });

  it("are judged: a server with a database, its SSH open", async () => {
    assert.deepEqual(await said("rds-app"), {
      mandatory: [
        "ebs-encrypted: web",
        "ec2-imdsv2: web",
        "ec2-instance-profile: web",
        "no-public-ssh: web",
        "public-ingress-only-on-load-balancers: web",
        "rds-encrypted: db",
      ],
      advisory: [
        "alarm-coverage: db",
        "default-security-group-closed: app",
        "ec2-detailed-monitoring: web",
        "ec2-in-auto-scaling-group: web",
        "ec2-no-key-pair: web",
        "ec2-no-public-ip: web",
        "ec2-termination-protection: web",
        "private-workloads: web",
        "public-ingress-ports-allowlist: web",
        "rds-backup-retention: db",
        "rds-deletion-protection: db",
        "rds-multi-az: db",
        "security-group-description: db",
        "security-group-description: web",
        "security-group-rule-description: db",
        "security-group-rule-description: web",
        "stateful-resources-protected: db",
        "vpc-flow-logs: app",
      ],
      undecided: [],
      exempt: [],
    });
  });

  it("are judged: a fleet of Windows servers, its Remote Desktop open by halves", async () => {
    assert.deepEqual(await said("windows-fleet"), {
      mandatory: [
        "asg-elb-health-check: fleet",
        "ec2-imdsv2: windows",
        "ec2-instance-profile: windows",
        "lb-deletion-protection: fleet",
        "lb-http-redirects-to-https: http",
        "no-public-rdp: rdp",
        "public-ingress-only-on-load-balancers: windows",
        "required-tags: fleet",
        "required-tags: windows",
        "required-tags: windows",
      ],
      advisory: [
        "alarm-coverage: fleet",
        "alarm-coverage: fleet",
        "asg-group-metrics: fleet",
        "asg-instance-refresh: fleet",
        "asg-scaling-policy: fleet",
        "asg-tags-propagate: fleet",
        "default-security-group-closed: fleet",
        "ec2-detailed-monitoring: windows",
        "ec2-no-key-pair: windows",
        "lb-access-logs: fleet",
        "lb-drop-invalid-headers: fleet",
        "lb-target-alarms: fleet",
        "lb-waf: fleet",
        "nat-gateway-per-az: nat",
        "public-ingress-ports-allowlist: rdp",
        "security-group-rule-description: rdp",
        "vpc-flow-logs: fleet",
        "vpc-gateway-endpoints: fleet",
      ],
      undecided: [],
      exempt: [],
    });
  });

  it("are judged: a static site, with a public one beside it", async () => {
    assert.deepEqual(await said("hand-made-site"), {
      mandatory: ["s3-block-public-access: legacy", "s3-no-public-acl: legacy", "s3-no-wildcard-principal: legacy"],
      advisory: [
        "cloudfront-logging: site",
        "cloudfront-response-headers: site",
        "cloudfront-waf: site",
        "no-deprecated-types: legacy",
        "no-deprecated-types: legacy",
        "s3-access-logging: legacy",
        "s3-access-logging: site",
        "s3-acl-disabled: legacy",
        "s3-lifecycle: legacy",
        "s3-lifecycle: site",
        "s3-no-public-website: legacy",
        "s3-tls-only: legacy",
        "s3-tls-only: site",
        "s3-versioning: legacy",
        "s3-versioning: site",
      ],
      undecided: [],
      exempt: [],
    });
  });

  it("are judged: a Kubernetes cluster", async () => {
    assert.deepEqual(await said("hand-made-eks"), {
      mandatory: [
        "eks-endpoint-cidrs: eks",
        "eks-node-remote-access: nodes",
        "eks-secrets-encryption: eks",
        "no-public-ssh: nodes",
      ],
      advisory: [
        "default-security-group-closed: eks",
        "eks-access-and-protection: eks",
        "eks-access-and-protection: eks",
        "eks-access-and-protection: eks",
        "eks-control-plane-logs: eks",
        "eks-endpoint-private: eks",
        "eks-endpoint-private: eks",
        "eks-multi-az-private-nodes: nodes",
        "eks-multi-az-private-nodes: nodes",
        "eks-supported-version: eks",
        "eks-supported-version: eks",
        "private-workloads: nodes",
        "public-ingress-ports-allowlist: nodes",
        "vpc-flow-logs: eks",
      ],
      undecided: [],
      exempt: [],
    });
  });
});
