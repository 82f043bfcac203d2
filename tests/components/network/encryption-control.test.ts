import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

const controlType = "aws:ec2/vpcEncryptionControl:VpcEncryptionControl";

describe("the encryption control of a network", () => {
  it("watches when asked, and is not there otherwise", async () => {
    const plan = await network({ encryptionControl: { mode: "monitor" } });
    assert.deepEqual(plan.get("net-encryption").inputs, {
      vpcId: plan.get("net-vpc").id,
      mode: "monitor",
      tags: { Name: "net-encryption" },
    });
    assert.deepEqual((await network()).names(controlType), []);
  });

  it("enforces, with the exclusions that are said and those of the network's own gateways", async () => {
    const exclusions = async (args: NetworkArgs) => {
      const plan = await network({
        encryptionControl: { mode: "enforce", exclusions: ["lambda", "vpcPeering"] },
        ...args,
      });
      const { vpcId: _, tags: __, ...rest } = plan.get("net-encryption").inputs;
      return rest;
    };
    const said = {
      mode: "enforce",
      elasticFileSystemExclusion: "disable",
      lambdaExclusion: "enable",
      virtualPrivateGatewayExclusion: "disable",
      vpcLatticeExclusion: "disable",
      vpcPeeringExclusion: "enable",
    };
    assert.deepEqual(await exclusions({ ipv6: true }), {
      ...said,
      internetGatewayExclusion: "enable",
      egressOnlyInternetGatewayExclusion: "enable",
      natGatewayExclusion: "enable",
    });
    assert.deepEqual(await exclusions({ tiers: ["isolated"] }), {
      ...said,
      internetGatewayExclusion: "disable",
      egressOnlyInternetGatewayExclusion: "disable",
      natGatewayExclusion: "disable",
    });
    assert.equal((await exclusions({ nat: "instance" })).natGatewayExclusion, "disable");
    assert.equal((await exclusions({ nat: "regional", tiers: ["private"] })).internetGatewayExclusion, "enable");
  });

  const refused: [string, NetworkArgs, RegExp][] = [
    [
      "an exclusion twice",
      { encryptionControl: { mode: "enforce", exclusions: ["lambda", "lambda"] } },
      /encryptionControl.exclusions must not repeat a value/,
    ],
    [
      "an exclusion that AWS lacks",
      { encryptionControl: { mode: "enforce", exclusions: ["internet" as "lambda"] } },
      /encryptionControl.exclusions must be of elasticFileSystem, lambda, .*, got "internet"/,
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title}`, () => assert.rejects(network(args), sentence));
  }
});
