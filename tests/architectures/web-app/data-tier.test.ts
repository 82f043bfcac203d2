import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../../planner/format/text";
import type { Plan } from "../../../planner/plan";
import { assertGolden } from "../../golden";
import { planned } from "../planned";

const name = "web-app-database";

/** The rules of a group, each as `in tcp 5432 from its other side`. */
const rulesOf = (plan: Plan, group: string) =>
  plan.resources
    .filter(({ type, inputs }) => /SecurityGroup(In|E)gressRule$/.test(type) && inputs.securityGroupId === group)
    .map(({ type, inputs }) => {
      const other = inputs.referencedSecurityGroupId ?? inputs.cidrIpv4 ?? inputs.cidrIpv6 ?? inputs.prefixListId;
      const ports = `${inputs.ipProtocol} ${inputs.fromPort}-${inputs.toPort}`;
      return `${type.endsWith("IngressRule") ? "in" : "out"} ${ports} ${other}`;
    })
    .sort();

describe("the data tier of web-app", () => {
  it("plans on three-tier as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned("three-tier");
    const colors = createColors(false);
    const shown = text({ plan, judgement: await judgement, region, notes: [] }, { colors, inputs: false });
    assertGolden(join(__dirname, "..", "web-app.three-tier.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with, in dev with its exemption and in prod", async () => {
    const findings = async (stack: string, ...set: string[]) =>
      (await (await planned(stack, undefined, ...set)).judgement).findings.map(({ policy }) => policy);
    assert.deepEqual(await findings("three-tier"), ["lb-http-redirects-to-https"]);
    const standby = 'database={engine: {type: mysql, version: "8.4"}}';
    assert.deepEqual(await findings("prod", standby), []);
  });

  it("is reached by nobody but the servers, and reaches nobody", async () => {
    const { plan } = await planned("three-tier");
    const [group, app] = [plan.get(`${name}-sg`), plan.get("web-app-sg-app")];
    assert.deepEqual(rulesOf(plan, String(group.id)), [`in tcp 5432-5432 ${app.id}`]);
    assert.deepEqual([group.inputs.ingress, group.inputs.egress], [undefined, undefined]);
    assert.deepEqual(plan.get(`${name}-db`).inputs.vpcSecurityGroupIds, [group.id]);
    assert.equal(plan.get(`${name}-db`).inputs.publiclyAccessible, false);
  });

  it("is where the servers may go beside HTTPS, and the load balancer may not", async () => {
    const { plan } = await planned("three-tier");
    const out = (group: string) => rulesOf(plan, String(plan.get(group).id)).filter((rule) => rule.startsWith("out"));
    const database = `out tcp 5432-5432 ${plan.get(`${name}-sg`).id}`;
    assert.deepEqual(out("web-app-sg-app"), ["out tcp 443-443 0.0.0.0/0", database]);
    assert.deepEqual(out("web-app-sg-edge"), [`out tcp 80-80 ${plan.get("web-app-sg-app").id}`]);
  });

  it("stands in subnets from which nothing leads to the internet, which are made for it", async () => {
    const { plan } = await planned("three-tier");
    const isolated = ["a", "b"].map((zone) => plan.get(`web-app-net-isolated-${zone}`).id);
    assert.deepEqual(plan.get(`${name}-subnets`).inputs.subnetIds, isolated);
    const tables = plan
      .ofType("aws:ec2/routeTableAssociation:RouteTableAssociation")
      .filter(({ inputs }) => isolated.some((id) => id === inputs.subnetId))
      .map(({ inputs }) => inputs.routeTableId);
    assert.equal(tables.length, 2);
    const routes = plan
      .ofType("aws:ec2/route:Route")
      .filter(({ inputs }) => tables.includes(inputs.routeTableId ?? ""));
    assert.deepEqual(routes, []);
  });

  it("tells the servers where it is before they start, and lets them read its secret and no other", async () => {
    const { plan } = await planned("three-tier");
    const { address, masterUserSecrets } = plan.get(`${name}-db`).outputs;
    const { secretArn } = Object(masterUserSecrets)[0];
    const said = plan.ofType("aws:ssm/parameter:Parameter").map(({ inputs }) => [inputs.name, inputs.insecureValue]);
    const path = "/web-app/three-tier/database";
    assert.deepEqual(Object.fromEntries(said), {
      [`${path}/DATABASE_HOST`]: address,
      [`${path}/DATABASE_PORT`]: "5432",
      [`${path}/DATABASE_NAME`]: "app",
      [`${path}/DATABASE_SECRET_ARN`]: secretArn,
    });
    const policy = plan.get(`${name}-connection-policy`);
    const [, secret, ...more] = JSON.parse(String(policy.inputs.policy)).Statement;
    assert.deepEqual(secret, { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: [secretArn] });
    assert.deepEqual(more, []);
    assert.equal(plan.get("web-app-role-database").inputs.policyArn, policy.outputs.arn);
    // Servers are launched by the template, which has the profile, which waits for the role's policies.
    const waits = (one: string, other: string) => plan.get(one).dependencies.includes(plan.get(other).urn);
    assert.ok(waits("web-app-asg", "web-app-template") && waits("web-app-template", "web-app-profile"));
    assert.ok(waits("web-app-profile", "web-app-role-database"));
    assert.ok(waits("web-app-role-database", policy.name) && waits(policy.name, `${name}-connection-host`));
    assert.deepEqual([plan.outputs.databaseAddress, plan.outputs.databaseParameterPath], [address, path]);
  });

  it("calls whom the servers' alarms call, unless it has alarms of its own", async () => {
    const told = (await planned("three-tier", undefined, "alarms.notify.topicArn=arn:aws:sns:ours")).plan;
    assert.deepEqual(told.get(`${name}-cpu`).inputs.alarmActions, ["arn:aws:sns:ours"]);
    const none = (await planned("three-tier", undefined, "database.alarms=none")).plan;
    assert.deepEqual(
      none.resources.filter((one) => one.name === `${name}-cpu`),
      [],
    );
  });

  it("keeps the servers' own policies and ways out", async () => {
    const { plan } = await planned(
      "three-tier",
      undefined,
      "policyArns.own=arn:aws:iam::123456789012:policy/own",
      'appEgress=[{to: "10.0.0.0/8", port: 6379}]',
    );
    assert.equal(plan.get("web-app-role-own").inputs.policyArn, "arn:aws:iam::123456789012:policy/own");
    assert.equal(plan.get("web-app-sg-app-out-tcp-6379-10.0.0.0/8").inputs.fromPort, 6379);
  });

  it("is there for every architecture that is a web app", async () => {
    for (const architecture of ["ecommerce-day", "streaming", "four-servers", "express-fleet"]) {
      const set = 'database={engine: {type: postgres, version: "17"}}';
      const { plan } = await planned(architecture, undefined, set);
      const group = plan.get(`${architecture}-database-sg`);
      assert.deepEqual(rulesOf(plan, String(group.id)), [`in tcp 5432-5432 ${plan.get(`${architecture}-sg-app`).id}`]);
    }
  });

  describe("is refused in one sentence", () => {
    const refused = (set: string[], message: RegExp | string) =>
      assert.rejects(planned("three-tier", undefined, ...set), typeof message === "string" ? { message } : message);

    it("of a version that there is not", () =>
      refused(["database.engine.version=9.6"], /settings\.database\.engine\.version must be .*got/));
    it("with a setting that there is not", () =>
      refused(
        ["database.multiAZ=true"],
        'tierwork:settings.database.multiAZ is not a setting of web-app; did you mean "multiAz"?',
      ));
    it("with disks that AWS has not", () =>
      refused(
        ["database.storageGiB=400", "database.storage={type: gp3, iops: 90000}"],
        /settings\.database\.storage\.iops must be a whole number between 12000 and 64000, got 90000/,
      ));
    it("with a parameter that is neither a text nor a map", () =>
      refused(
        ["database.parameters.work_mem=65536"],
        /settings\.database\.parameters\.work_mem must be a text, or a map of value and applyMethod/,
      ));
    it("with alarms that are neither none nor a map", () =>
      refused(["database.alarms=off"], /settings\.database\.alarms must be none, or a map of notify, cpuPercent/));
    it("with somebody to tell who is nobody", () =>
      refused(["database.alarms.notify={sms: '1'}"], /settings\.database\.alarms/));
    it("with a network that has no place for it", () =>
      refused(
        ["network={type: existing, vpcId: vpc-1}"],
        /database "web-app-database": network\.isolatedSubnetIds must hold subnets of at least two zones/,
      ));
    it("with files that servers share, which are another architecture's data", () =>
      assert.rejects(planned("shared-files", undefined, "database.databaseName=shop"), /database is not a setting of/));
  });
});
