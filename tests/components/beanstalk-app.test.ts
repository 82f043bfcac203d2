import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { BeanstalkApp, type BeanstalkAppArgs } from "../../components/beanstalk-app";
import { Database } from "../../components/database";
import { Network } from "../../components/network";
import { record } from "../../planner/record";
import { app, network, optionsOf, plain, single, worker } from "./beanstalk-app/planned-app";

describe("BeanstalkApp", () => {
  it("is an application, its newest version, and an environment that runs it", async () => {
    const plan = await app();
    assert.deepEqual(plan.names("aws:elasticbeanstalk/application:Application"), ["shop-app"]);
    assert.deepEqual(plan.names("aws:elasticbeanstalk/applicationVersion:ApplicationVersion"), ["shop-version"]);
    assert.deepEqual(plan.names("aws:elasticbeanstalk/environment:Environment"), ["shop-env"]);
    const { application, version, tier } = plan.get("shop-env").inputs;
    assert.deepEqual(
      [application, version, tier],
      [plan.get("shop-app").outputs.name, plan.get("shop-version").inputs.name, "WebServer"],
    );
  });

  it("gives Elastic Beanstalk a role that it alone takes, with the two policies for health and updates", async () => {
    const plan = await app();
    const role = plan.get("shop-service-role");
    assert.deepEqual(JSON.parse(String(role.inputs.assumeRolePolicy)).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "elasticbeanstalk.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "elasticbeanstalk" } },
      },
    ]);
    const attached = plan
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === role.outputs.name)
      .map(({ inputs }) => inputs.policyArn);
    assert.deepEqual(attached.sort(), [
      "arn:aws:iam::aws:policy/AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy",
      "arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth",
    ]);
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:environment").ServiceRole, role.outputs.name);
  });

  it("is one instance with an Elastic IP address for those who are named, where that is asked for", async () => {
    const plan = await app({ tier: single });
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:environment"), {
      EnvironmentType: "SingleInstance",
      ServiceRole: plan.get("shop-service-role").outputs.name,
    });
    assert.deepEqual(optionsOf(plan, "aws:ec2:vpc"), { Subnets: "subnet-public-a,subnet-public-b", VPCId: "vpc-1" });
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:application"), { "Application Healthcheck URL": "/health" });
    assert.deepEqual(optionsOf(plan, "aws:autoscaling:asg"), {});
    assert.deepEqual(plan.names("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), [
      "shop-app-in-tcp-80-198.51.100.0/24",
    ]);
    assert.ok(!plan.resources.some(({ name }) => name === "shop-logs"));
  });

  it("stands in a Network, with a Database beside it", async () => {
    const plan = await record(
      () => {
        const network = new Network("net", { zones: 2, tiers: ["public", "private", "isolated"] });
        const database = new Database("orders", { network, engine: { type: "postgres", version: "17" } });
        new BeanstalkApp("shop", { ...plain, network, database });
      },
      { environment: "dev" },
    );
    const { address } = plan.get("orders-db").outputs;
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:application:environment").RDS_HOSTNAME, address);
    assert.deepEqual(
      optionsOf(plan, "aws:ec2:vpc").Subnets?.split(","),
      ["a", "b"].map((zone) => String(plan.get(`net-private-${zone}`).id)).sort(),
    );
    assert.equal(plan.get("shop-database-in-tcp-5432-app").inputs.securityGroupId, plan.get("orders-sg").id);
    // Instances call Elastic Beanstalk as they start.
    const { dependencies } = plan.get("shop-env");
    assert.ok(dependencies.includes(plan.get("net-private-a-to-nat").urn));
  });

  it("sets no tag Name on an environment, which Elastic Beanstalk sets itself", async () => {
    const plan = await app();
    assert.equal(plan.get("shop-env").inputs.tags, undefined);
    for (const name of ["shop-app", "shop-version"]) assert.deepEqual(plan.get(name).inputs.tags, { Name: "shop" });
  });

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await app();
    const environment = plan.get("shop-env").outputs;
    assert.deepEqual(plan.get("shop").outputs, {
      applicationName: plan.get("shop-app").outputs.name,
      versionLabel: plan.get("shop-version").outputs.name,
      environmentName: environment.name,
      cname: environment.cname,
      appGroupId: plan.get("shop-sg-app").id,
      roleName: plan.get("shop-role").outputs.name,
      alarmTopicArn: plan.get("shop-alarms-topic").outputs.arn,
    });
    assert.ok((await app({ tier: worker })).get("shop").outputs.queueUrl);
  });

  it("refuses, before it makes anything, a name that is too long for its environments, and a private single instance", async () => {
    const refused = async (name: string, args: Partial<BeanstalkAppArgs>, message: string) => {
      let made = 0;
      const counting: pulumi.ResourceTransform = ({ custom }) => {
        if (custom) made += 1;
        return undefined;
      };
      const planned = record(() => {
        new BeanstalkApp(name, { ...plain, ...args }, { transforms: [counting] });
      });
      await assert.rejects(planned, { message });
      assert.equal(made, 0);
    };
    const long = "a-shop-that-is-open-at-night";
    const form = "must be at most 26 letters, digits and hyphens, as environments are called after it";
    await refused(long, {}, `beanstalk app "${long}": name ${form}, got "${long}"`);
    await refused(
      "shop",
      { tier: single, instanceSubnets: "private" },
      'beanstalk app "shop": instanceSubnets must be "public" for a single instance, which has an Elastic IP address, got "private"',
    );
    await refused(
      "shop",
      { permissions: [{ actions: [], resources: ["*"] }] },
      'beanstalk app "shop": permissions[0].actions must hold at least one action, got []',
    );
    await refused(
      "shop",
      { options: { "aws:autoscaling:asg": { MinSize: 0 } } },
      'beanstalk app "shop": options["aws:autoscaling:asg"]["MinSize"] must be a whole number between 1 and 10000, got 0',
    );
  });

  it("takes a network whose subnets are not known yet", async () => {
    const later = { ...network, privateSubnetIds: pulumi.output(network.privateSubnetIds) };
    const plan = await app({ network: later });
    assert.equal(optionsOf(plan, "aws:ec2:vpc").Subnets, "subnet-private-a,subnet-private-b");
  });
});
