import assert from "node:assert/strict";
import type { BeanstalkAppArgs } from "../../../components/beanstalk-app";
import { app, folder, loadBalanced, network, worker } from "./planned-app";

/** Arguments as a program in JavaScript may give them, which no type holds back. */
const wrong = (args: object) => args as Partial<BeanstalkAppArgs>;

describe("a choice that there is not", () => {
  const deployments = '"allAtOnce", "rolling", "rollingWithAdditionalBatch", "immutable", "trafficSplitting"';
  const trigger = { metric: "CPUUtilization", upper: 80, lower: 20, statistic: "Median" };
  const refused: [string, object][] = [
    [
      'tier.type must be one of "loadBalanced", "sharedBalancer", "singleInstance", "worker", got "batch"',
      { tier: { type: "batch" } },
    ],
    [
      'tier.exposure must be one of "internet", "internal", got "public"',
      { tier: { ...loadBalanced, exposure: "public" } },
    ],
    [
      'tier.ipAddressType must be one of "ipv4", "dualstack", got "ipv6"',
      { tier: { ...loadBalanced, ipAddressType: "ipv6" } },
    ],
    [
      'tier.tls must be a map with certificateArn, or "none", got nothing',
      { tier: { type: "loadBalanced", exposure: "internet" } },
    ],
    ['tier.queue.type must be one of "own", "given", got "fifo"', { tier: { ...worker, queue: { type: "fifo" } } }],
    ['instanceSubnets must be one of "private", "public", got "isolated"', { instanceSubnets: "isolated" }],
    [
      'source.type must be one of "folder", "archive", "object", "version", got "git"',
      { source: { type: "git", path: folder } },
    ],
    ['platform.type must be one of "branch", "arn", got "name"', { platform: { type: "name" } }],
    ['purchasing.type must be one of "onDemand", "spot", got "reserved"', { purchasing: { type: "reserved" } }],
    [
      'purchasing.allocation must be one of "capacity-optimized", "price-capacity-optimized", "capacity-optimized-prioritized", "lowest-price", got "cheapest"',
      { purchasing: { type: "spot", allocation: "cheapest" } },
    ],
    ['rootVolume.encryption must be one of "required", "asAccount", got "off"', { rootVolume: { encryption: "off" } }],
    [`deployment.type must be one of ${deployments}, got "canary"`, { deployment: { type: "canary" } }],
    [
      'configurationUpdates.type must be one of "health", "time", "immutable", "off", got "rolling"',
      { configurationUpdates: { type: "rolling" } },
    ],
    ['managedUpdates.level must be one of "minor", "patch", got "major"', { managedUpdates: { level: "major" } }],
    [
      'capacity.trigger.statistic must be one of "Minimum", "Maximum", "Sum", "Average", got "Median"',
      { tier: { ...loadBalanced, capacity: { trigger } } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`is refused: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(app({ network, ...wrong(args) }), { message: `beanstalk app "shop": ${sentence}` }));
  }
});
