import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import type { Plan } from "../../planner/plan";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const domain = ["domain.name=shop.example.com", "domain.zoneId=Z0123456789EXAMPLE", "tls="];
const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(planned("beanstalk-app", undefined, ...set), typeof message === "string" ? { message } : message);
const optionOf = (plan: Plan, namespace: string, name: string, environment = "beanstalk-app-env") =>
  (plan.get(environment).inputs.settings as { namespace: string; name: string; value: string }[]).find(
    (setting) => setting.namespace === namespace && setting.name === name,
  )?.value;

describe("the architecture beanstalk-app", () => {
  it("plans as the golden plan shows", async () => {
    const { plan, judgement, region } = await planned("beanstalk-app");
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "beanstalk-app.plan.txt"), shown);
  });

  it("has nothing that a policy finds fault with but plain HTTP, in at least 50 resources", async () => {
    const { plan, judgement } = await planned("beanstalk-app");
    // Plain HTTP is what the stack asks for by name, to be deployable without a domain: exempt in the stack file.
    assert.deepEqual(
      (await judgement).findings.map(({ policy }) => policy),
      ["beanstalk-logs"],
    );
    assert.ok(plan.resources.filter(({ custom }) => custom).length >= 50);
  });

  it("has nothing at all that a policy finds fault with, with a domain and a database, blue and green, in prod", async () => {
    const { judgement } = await planned(
      ...(["prod", "beanstalk-app", "domain.name=shop.example.com", "domain.zoneId=Z0123456789EXAMPLE"] as const),
      ...["blueGreen.live=blue", 'database={engine: {type: postgres, version: "17"}}'],
    );
    assert.deepEqual((await judgement).findings, []);
  });

  describe("follows the four steps:", () => {
    let source: string;
    beforeEach(() => {
      source = mkdtempSync(join(tmpdir(), "beanstalk-"));
      cpSync(join(__dirname, "../../architectures/beanstalk-app/app"), source, { recursive: true });
    });
    afterEach(() => rmSync(source, { recursive: true }));

    /** The settings are the folder's name alone, so that each state of it is planned anew. */
    const of = async (...set: string[]) =>
      record(() => createArchitecture(), {
        region: "us-east-1",
        environment: "dev",
        config: {
          "tierwork:architecture": "beanstalk-app",
          "tierwork:settings": JSON.stringify({
            ...{ source, tls: "none", rootVolume: { encryption: "asAccount" } },
            ...Object.fromEntries(set.map((label) => ["versionLabel", label])),
          }),
        },
      });

    it("upload: the folder is a version of the application", async () => {
      const plan = await of();
      const { name, application } = plan.get("beanstalk-app-version").inputs;
      assert.match(String(name), /^v-[0-9a-f]{12}$/);
      assert.equal(application, plan.get("beanstalk-app-app").outputs.name);
      assert.equal(Object(plan.get("beanstalk-app-bundle").inputs.source).path, source);
      assert.match(String((await of("1.4.0")).outputs.versionLabel), /^1\.4\.0-[0-9a-f]{12}$/);
    });

    it("create: an environment runs it", async () => {
      const plan = await of();
      const { version, application, solutionStackName } = plan.get("beanstalk-app-env").inputs;
      assert.deepEqual([version, application], [plan.outputs.versionLabel, plan.get("beanstalk-app-app").outputs.name]);
      assert.equal(solutionStackName, "64bit Amazon Linux 2023 v0.0.0 running Node.js 22");
      assert.equal(plan.outputs.url, `http://${plan.get("beanstalk-app-env").outputs.cname}`);
    });

    it("deploy: a changed folder is the next version, which the same environment takes, and nothing else changes", async () => {
      const before = await of();
      writeFileSync(join(source, "server.js"), "// the next version\n");
      const after = await of();
      assert.notEqual(after.outputs.versionLabel, before.outputs.versionLabel);
      const changed = after.resources
        .filter(({ name, type, inputs }) => {
          const was = before.resources.find((other) => other.name === name && other.type === type);
          return JSON.stringify(was?.inputs) !== JSON.stringify(inputs);
        })
        .map(({ name }) => name);
      assert.deepEqual(changed.sort(), ["beanstalk-app-bundle", "beanstalk-app-env", "beanstalk-app-version"]);
      const { version: _, ...rest } = after.get("beanstalk-app-env").inputs;
      const { version: __, ...was } = before.get("beanstalk-app-env").inputs;
      assert.deepEqual(rest, was);
      assert.equal(optionOf(after, "aws:elasticbeanstalk:command", "DeploymentPolicy"), "RollingWithAdditionalBatch");
    });

    it("go back: the environment runs a version that was uploaded before, by its label", async () => {
      const { plan } = await planned("beanstalk-app", undefined, "version=v-0123456789ab");
      assert.equal(plan.get("beanstalk-app-env").inputs.version, "v-0123456789ab");
      assert.deepEqual(plan.ofType("aws:elasticbeanstalk/applicationVersion:ApplicationVersion"), []);
    });

    it("monitor and scale: alarms watch its health and its requests, and a trigger its CPU", async () => {
      const plan = await of();
      assert.deepEqual(
        plan.names("aws:cloudwatch/metricAlarm:MetricAlarm"),
        ["env-5xx", "env-health", "env-latency", "net-nat-a-drops", "net-nat-a-ports"].map(
          (role) => `beanstalk-app-${role}`,
        ),
      );
      const trigger = (name: string) => optionOf(plan, "aws:autoscaling:trigger", name);
      assert.deepEqual(
        [trigger("MeasureName"), trigger("UpperThreshold"), trigger("LowerThreshold")],
        ["CPUUtilization", "80", "20"],
      );
      const size = (name: string) => optionOf(plan, "aws:autoscaling:asg", name);
      assert.deepEqual([size("MinSize"), size("MaxSize")], ["2", "4"]);
    });
  });

  it("serves HTTPS under its domain: certificate, record, redirect", async () => {
    const { plan } = await planned("beanstalk-app", undefined, ...domain);
    assert.equal(plan.outputs.url, "https://shop.example.com");
    assert.equal(
      optionOf(plan, "aws:elbv2:listener:443", "SSLCertificateArns"),
      plan.get("beanstalk-app-cert").outputs.certificateArn,
    );
    const [alias] = Object(plan.get("beanstalk-app-dns-a").inputs.aliases);
    assert.equal(alias.name, plan.get("beanstalk-app-env").outputs.cname);
    assert.deepEqual(Object(plan.get("beanstalk-app-env-http").inputs.defaultActions)[0].type, "redirect");
  });

  it("exchanges blue and green by the record of its domain", async () => {
    const { plan } = await planned("beanstalk-app", undefined, ...domain, "blueGreen={live: green, greenVersion: v-1}");
    const [alias] = Object(plan.get("beanstalk-app-dns-a").inputs.aliases);
    assert.equal(alias.name, plan.get("beanstalk-app-green").outputs.cname);
    assert.equal(plan.get("beanstalk-app-green").inputs.version, "v-1");
    assert.equal(plan.outputs.idleUrl, `http://${plan.get("beanstalk-app-blue").outputs.cname}`);
  });

  it("shares a load balancer that redirects and logs by itself, under its domain", async () => {
    const { plan } = await planned("beanstalk-app", undefined, ...domain, "tier=sharedBalancer");
    const balancer = plan.get("beanstalk-app-lb-lb").outputs;
    assert.equal(optionOf(plan, "aws:elbv2:loadbalancer", "SharedLoadBalancer"), balancer.arn);
    assert.equal(optionOf(plan, "aws:elbv2:listenerrule:app", "HostHeaders"), "shop.example.com");
    assert.equal(optionOf(plan, "aws:elbv2:listener:443", "Rules"), "app");
    const [alias] = Object(plan.get("beanstalk-app-dns-a").inputs.aliases);
    assert.equal(alias.name, balancer.dnsName);
    assert.equal(plan.outputs.url, "https://shop.example.com");
    const { plan: plain } = await planned("beanstalk-app", undefined, "tier=sharedBalancer");
    assert.equal(optionOf(plain, "aws:elbv2:listener:80", "Rules"), "default");
    assert.equal(plain.outputs.url, `http://${plain.get("beanstalk-app-lb-lb").outputs.dnsName}`);
  });

  it("takes messages instead of requests, or is a single instance, by one setting", async () => {
    const { plan: workers } = await planned("beanstalk-app", undefined, "tls=", "tier=worker");
    assert.equal(workers.get("beanstalk-app-env").inputs.tier, "Worker");
    assert.deepEqual([workers.outputs.url, typeof workers.outputs.queueUrl], [undefined, "string"]);
    const tier = 'tier={type: singleInstance, sources: ["198.51.100.0/24"]}';
    const { plan: single } = await planned("beanstalk-app", undefined, "tls=", tier);
    assert.equal(optionOf(single, "aws:elasticbeanstalk:environment", "EnvironmentType"), "SingleInstance");
    assert.match(String(single.outputs.url), /^http:\/\//);
  });

  it("has a database in isolated subnets beside it, which are made for it", async () => {
    const { plan } = await planned("beanstalk-app", undefined, 'database={engine: {type: postgres, version: "17"}}');
    const subnets = ["a", "b"].map((zone) => plan.get(`beanstalk-app-net-isolated-${zone}`).id);
    assert.deepEqual(plan.get("beanstalk-app-database-subnets").inputs.subnetIds, subnets);
    assert.equal(
      optionOf(plan, "aws:elasticbeanstalk:application:environment", "RDS_HOSTNAME"),
      plan.get("beanstalk-app-database-db").outputs.address,
    );
    const without = await planned("beanstalk-app");
    assert.ok(!without.plan.resources.some(({ name }) => name.includes("isolated")));
  });

  it("is deployed, sized, paid for and updated as the settings say", async () => {
    const { plan } = await planned(
      ...(["beanstalk-app", undefined, "platform=python3.13", "instanceTypes=[m7g.large, m6g.large]"] as const),
      ...["purchasing={type: spot, onDemandBase: 2}", "deployment={type: immutable}", "managedUpdates={level: patch}"],
      ...["tier={type: loadBalanced, capacity: {minSize: 4, maxSize: 12}}", "environment={LOG_LEVEL: debug}"],
    );
    const option = (namespace: string, name: string) => optionOf(plan, namespace, name);
    assert.match(String(plan.get("beanstalk-app-env").inputs.solutionStackName), /running Python 3\.13$/);
    assert.equal(option("aws:ec2:instances", "InstanceTypes"), "m7g.large,m6g.large");
    assert.equal(option("aws:ec2:instances", "SpotFleetOnDemandBase"), "2");
    assert.equal(option("aws:elasticbeanstalk:command", "DeploymentPolicy"), "Immutable");
    assert.equal(option("aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel"), "patch");
    assert.equal(option("aws:autoscaling:asg", "MaxSize"), "12");
    assert.equal(option("aws:elasticbeanstalk:application:environment", "LOG_LEVEL"), "debug");
  });

  describe("refuses in one sentence", () => {
    it("a stack without a domain that does not ask for plain HTTP", () =>
      refused(
        ["tls="],
        "tierwork:settings: beanstalk-app needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP",
      ));
    it("tls: none where no load balancer speaks HTTPS", () =>
      refused(["tier=worker"], "tierwork:settings.tls: must be left out where no load balancer speaks HTTPS"));
    it("a platform that there is not", () =>
      refused(
        ["platform=nodejs14"],
        /^Error: tierwork:settings\.platform must be one of docker, ecs, .*, or a map of type branch or arn, got "nodejs14"$/,
      ));
    it("a tier that there is not", () =>
      refused(
        ["tier=batch"],
        'tierwork:settings.tier.type must be one of "loadBalanced", "sharedBalancer", "singleInstance", "worker", got "batch"',
      ));
    it("a deployment that there is not", () =>
      refused(
        ["deployment={type: canary}"],
        'tierwork:settings.deployment.type must be one of "allAtOnce", "rolling", "rollingWithAdditionalBatch", "immutable", "trafficSplitting", got "canary"',
      ));
    it("versions kept by count and by age at once", () =>
      refused(
        ["keepVersions={days: 3, count: 2}"],
        'tierwork:settings.keepVersions must be a map with either count or days, got {"days":3,"count":2}',
      ));
    it("a setting that there is not, with the nearest name", () =>
      refused(
        ["tier={type: worker, visibilityTimeout: 30}", "tls="],
        'tierwork:settings.tier.visibilityTimeout is not a setting of beanstalk-app; did you mean "visibilityTimeoutSeconds"?',
      ));
    it("blue and green without a domain", () =>
      refused(["blueGreen={live: blue}"], /domain must be given with blueGreen: its record is what is exchanged/));
    it("a folder that is not there", () =>
      refused(["source=nowhere"], /settings\.source must be a folder, got "nowhere"/));
    it("a name that is too long", () =>
      refused(["name=the-shop-that-never-ever-closes"], /settings\.name must be at most 26/));
  });
});
