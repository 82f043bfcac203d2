import assert from "node:assert/strict";
import fc from "fast-check";
import { type Options, settings } from "../../../components/beanstalk-app/options";
import { app, optionsOf, settingsOf, shared, single, worker } from "./planned-app";

describe("options", () => {
  it("are known to the compiler by namespace, name and value", () => {
    const known: Options = {
      "aws:elasticbeanstalk:environment:proxy": { ProxyServer: "apache" },
      "aws:elbv2:listener:8443": { Protocol: "HTTPS" },
      "aws:elasticbeanstalk:environment:process:admin": { Port: 8081 },
      "aws:elbv2:listenerrule:images": { PathPatterns: "/images/*" },
      "aws:elasticbeanstalk:environment:proxy:staticfiles": { "/assets": "public" },
    };
    // @ts-expect-error there is no such namespace
    const namespace: Options = { "aws:autoscaling:asgs": { MinSize: 2 } };
    // @ts-expect-error there is no such option
    const name: Options = { "aws:autoscaling:asg": { MinimumSize: 2 } };
    // @ts-expect-error it takes a number
    const kind: Options = { "aws:autoscaling:asg": { MinSize: "two" } };
    // @ts-expect-error AWS stores it in the singular
    const value: Options = { "aws:autoscaling:launchconfiguration": { MonitoringInterval: "5 minutes" } };
    // @ts-expect-error a listener is a port
    const port: Options = { "aws:elbv2:listener:https": { Protocol: "HTTPS" } };
    // @ts-expect-error a path begins with a slash
    const path: Options = { "aws:elasticbeanstalk:environment:proxy:staticfiles": { assets: "public" } };
    assert.equal(settings([known, namespace, name, kind, value, port, path]).length, 11);
  });

  it("of a user win over the component's own, and are the text that AWS gives back", async () => {
    const plan = await app({
      options: {
        "aws:elasticbeanstalk:command": { Timeout: 1200 },
        "aws:elasticbeanstalk:environment:proxy": { ProxyServer: "apache", GzipCompression: true },
      },
    });
    assert.equal(optionsOf(plan, "aws:elasticbeanstalk:command").Timeout, "1200");
    assert.deepEqual(optionsOf(plan, "aws:elasticbeanstalk:environment:proxy"), {
      GzipCompression: "true",
      ProxyServer: "apache",
    });
  });

  it("are sorted and stated once, for every tier, with no value that is empty or spelled otherwise than AWS does", async () => {
    for (const tier of [undefined, shared, single, worker]) {
      const plan = await app(tier && { tier });
      const keys = settingsOf(plan).map(({ namespace, resource, name }) => `${namespace} ${resource ?? ""} ${name}`);
      assert.deepEqual(keys, [...new Set(keys)].sort());
      for (const { name, value } of settingsOf(plan)) {
        assert.equal(typeof value, "string", name);
        assert.notEqual(value, "", name);
        assert.doesNotMatch(value, /^(True|False|undefined|null)$|, /, name);
      }
    }
  });

  it("come out the same in whatever order they go in", () => {
    const names = ["MinSize", "MaxSize", "Cooldown"] as const;
    const group = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(group, (asg) => {
        const turned = Object.fromEntries(Object.entries(asg).reverse());
        const one = settings([{ "aws:ec2:vpc": { VPCId: "vpc-1" } }, { "aws:autoscaling:asg": asg }]);
        const other = settings([{ "aws:autoscaling:asg": turned }, { "aws:ec2:vpc": { VPCId: "vpc-1" } }]);
        assert.deepEqual(one, other);
        assert.equal(one.length, Object.keys(asg).length + 1);
      }),
    );
  });

  const refused: [string, Options][] = [
    [
      'options["aws:autoscaling:asg"]["Cooldown"] must be a whole number between 0 and 10000, got 10001',
      { "aws:autoscaling:asg": { Cooldown: 10001 } },
    ],
    [
      'options["aws:elasticbeanstalk:environment:process:admin"]["Port"] must be a whole number between 1 and 65535, got 0',
      { "aws:elasticbeanstalk:environment:process:admin": { Port: 0 } },
    ],
    [
      'options["aws:elbv2:listenerrule:images"]["Priority"] must be a whole number between 1 and 1000, got 1.5',
      { "aws:elbv2:listenerrule:images": { Priority: 1.5 } },
    ],
    [
      'options["aws:elasticbeanstalk:hostmanager"]["LogPublicationControl"] must not be empty, which AWS does not give back, got ""',
      { "aws:elasticbeanstalk:hostmanager": { LogPublicationControl: "" as unknown as boolean } },
    ],
  ];
  for (const [sentence, options] of refused) {
    it(`are refused: ${sentence.slice(0, 90)}`, () =>
      assert.rejects(app({ options }), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
