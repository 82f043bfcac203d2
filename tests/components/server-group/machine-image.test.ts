import assert from "node:assert/strict";
import { types } from "@pulumi/aws";
import type { ArgumentCheck } from "../../../components/argument-checks";
import { checkTypeNames } from "../../../components/server-group/machine-image";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";
import { ec2Id } from "../../../planner/stand-ins/setting";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls: "none", ...args }), { environment: "dev" });

const image = async (args: Partial<WebTierArgs>) => {
  const { imageId, blockDeviceMappings } = (await make(args)).get("shop-template").inputs;
  return { imageId, root: Object(blockDeviceMappings)[0].deviceName };
};

const { enums } = types;

describe("the machine image of a web tier", () => {
  // The planner answers a public parameter with an id made of the parameter's name, so the id tells which was read.
  const amazon = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default";
  const ubuntu = "/aws/service/canonical/ubuntu/server";
  const x86 = ["t3.micro"];
  const cases: [string, Partial<WebTierArgs>, string, string][] = [
    ["Amazon Linux 2023 on Graviton, if nothing is said", {}, `${amazon}-arm64`, "/dev/xvda"],
    ["Amazon Linux 2023 on x86", { instanceTypes: x86 }, `${amazon}-x86_64`, "/dev/xvda"],
    [
      "Ubuntu 22.04 on x86",
      { ami: { type: "ubuntu", version: "22.04" }, instanceTypes: x86 },
      `${ubuntu}/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id`,
      "/dev/sda1",
    ],
    [
      "Ubuntu 24.04 on Graviton",
      { ami: { type: "ubuntu", version: "24.04" } },
      `${ubuntu}/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id`,
      "/dev/sda1",
    ],
    [
      "what a parameter names",
      { ami: { type: "ssmParameter", name: "/aws/service/ami-own", rootDevice: "/dev/sda1" } },
      "/aws/service/ami-own",
      "/dev/sda1",
    ],
  ];
  for (const [title, args, parameter, rootDevice] of cases) {
    it(`is ${title}`, async () => {
      assert.deepEqual(await image(args), { imageId: ec2Id("ami", parameter), root: rootDevice });
    });
  }

  it("is the newest of a trusted owner by its name, built for the types", async () => {
    const lookedUp = async (instanceTypes: string[], name: string) => {
      const ami = { type: "lookUp", owners: ["self", "123456789012"], name, rootDevice: "/dev/xvda" } as const;
      return (await image({ ami, instanceTypes })).imageId;
    };
    // The planner answers a look-up with an id made of its inputs.
    const inputs = (architecture: string) => ({
      filters: [
        { name: "name", values: ["shop-*"] },
        { name: "architecture", values: [architecture] },
        { name: "state", values: ["available"] },
      ],
      mostRecent: true,
      owners: ["self", "123456789012"],
    });
    assert.equal(await lookedUp(["t4g.micro"], "shop-*"), ec2Id("ami", JSON.stringify(inputs("arm64"))));
    assert.equal(await lookedUp(x86, "shop-*"), ec2Id("ami", JSON.stringify(inputs("x86_64"))));
  });

  it("is one image by its id", async () => {
    const ami = { type: "id", id: "ami-0a1b2c3d4e5f60718", rootDevice: "/dev/sda1", architecture: "arm64" } as const;
    assert.deepEqual(await image({ ami }), { imageId: "ami-0a1b2c3d4e5f60718", root: "/dev/sda1" });
  });

  for (const type of [
    "a1.large",
    "t4g.micro",
    "c7gn.large",
    "im4gn.large",
    "x2gd.large",
    "hpc7g.4xlarge",
    "g5g.xlarge",
  ]) {
    it(`is built for arm64 on ${type}`, async () => {
      assert.equal((await image({ instanceTypes: [type] })).imageId, ec2Id("ami", `${amazon}-arm64`));
    });
  }

  for (const type of [
    ...["t2.large", "t3.micro", "c6i.large", "r6i.large", "p4d.24xlarge", "u-12tb1.112xlarge"],
    ...["g4dn.xlarge", "g6.xlarge", "gr6.4xlarge", "m7i-flex.large", "u7i-12tb.224xlarge"],
  ]) {
    it(`is built for x86 on ${type}`, async () => {
      assert.equal((await image({ instanceTypes: [type] })).imageId, ec2Id("ami", `${amazon}-x86_64`));
    });
  }

  it("serves every type that AWS has, and has had but for the few of its first years", () => {
    const check: ArgumentCheck = (holds, argument, requirement, value) =>
      assert.ok(holds, `${argument} ${requirement}, got ${JSON.stringify(value)}`);
    const gone = /^(cc|cg|cr|hi|hs)\d/;
    const named = Object.values(enums.ec2.InstanceType).filter((type) => !gone.test(type));
    assert.ok(named.length > 1000);
    checkTypeNames(check, named);
  });

  const own = { type: "id", id: "ami-1", rootDevice: "/dev/xvda" } as const;
  const refused: [string, Partial<WebTierArgs>][] = [
    ["instanceTypes must name at least one type, got []", { instanceTypes: [] }],
    ['instanceTypes must be types such as "t4g.micro", got "t4g"', { instanceTypes: ["t4g"] }],
    ...["q9.large", "t4g.huge", "mm7.large"].map((type): [string, Partial<WebTierArgs>] => [
      `instanceTypes must be types of a family and a size that AWS has, such as "t4g.micro", got "${type}"`,
      { instanceTypes: [type] },
    ]),
    ['ami.id must be an id such as "ami-0a1b2c3d4e5f60718", got "shop"', { ami: { ...own, id: "shop" } }],
    [
      'instanceTypes must not repeat a type, got ["t4g.micro","t4g.micro"]',
      { instanceTypes: ["t4g.micro", "t4g.micro"] },
    ],
    [
      'instanceTypes must all be arm64 (Graviton) or all be x86_64, as one image serves them, got ["t4g.micro","t3.micro"]',
      { instanceTypes: ["t4g.micro", "t3.micro"] },
    ],
    [
      'ami.architecture must be arm64, which the instance types are, got "x86_64"',
      { ami: { ...own, architecture: "x86_64" } },
    ],
    ['ami.rootDevice must be a device name such as "/dev/xvda", got "xvda"', { ami: { ...own, rootDevice: "xvda" } }],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence}`, () => assert.rejects(make(args), { message: `web tier "shop": ${sentence}` }));
  }
});
