import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import type { ServerArgs } from "../../../components/server";
import { readServerType, type WorkloadFamily } from "../../../components/server/instance-type";
import { instance, refuses } from "./server";

const typeOf = async (args: Partial<ServerArgs>) => (await instance(args)).instanceType;
const windows = { type: "windowsServer", version: "2022" } as const;

describe("the type of a server", () => {
  const cases: [WorkloadFamily, string, string, string][] = [
    ["general", "large", "m7g.large", "m7i.large"],
    ["general", "micro", "t4g.micro", "t3.micro"],
    ["general", "medium", "m7g.medium", "t3.medium"],
    ["compute", "large", "c7g.large", "c7i.large"],
    ["memory", "2xlarge", "r7g.2xlarge", "r7i.2xlarge"],
    ["storage", "large", "i4g.large", "i4i.large"],
    ["accelerated", "xlarge", "g5g.xlarge", "g6.xlarge"],
  ];
  for (const [family, size, arm, intel] of cases) {
    it(`${family} and ${size} is ${arm}, and ${intel} where the image is for x86_64`, async () => {
      assert.equal(await typeOf({ instanceType: { family, size } }), arm);
      assert.equal(await typeOf({ instanceType: { family, size }, ami: windows }), intel);
    });
  }

  it("of a family is one that AWS has, in every size", () => {
    const known: string[] = Object.values(aws.ec2.InstanceType);
    for (const family of ["general", "compute", "memory", "storage", "accelerated"] as const) {
      for (const architecture of ["arm64", "x86_64"] as const) {
        const sizes = allowed(family, architecture);
        assert.ok(sizes.length > 4);
        for (const size of sizes) {
          const { name } = readServerType(() => {}, { family, size }, architecture);
          assert.ok(known.includes(name), name);
        }
      }
    }
  });

  it("may be any by its name", async () =>
    assert.equal(await typeOf({ instanceType: "u7i-6tb.112xlarge" }), "u7i-6tb.112xlarge"));

  it("is small in dev, and one that holds its load in prod", async () => {
    assert.equal((await instance({}, "dev")).instanceType, "t4g.micro");
    assert.equal((await instance({}, "prod")).instanceType, "m7g.medium");
  });

  refuses([
    ['instanceType must be a type such as "t4g.micro", got "large"', { instanceType: "large" }],
    [
      'instanceType.family must be one of general, compute, memory, storage, accelerated, got "huge"',
      { instanceType: { family: "huge" as "general", size: "large" } },
    ],
    [
      'instanceType.size must be one of large, xlarge, 2xlarge, 4xlarge, 8xlarge, 16xlarge for storage on arm64, got "nano"',
      { instanceType: { family: "storage", size: "nano" } },
    ],
    [
      'instanceType must be an x86_64 type, as Windows runs on no arm64 (Graviton), got "arm64"',
      { instanceType: "m7g.large", ami: windows },
    ],
  ]);
});

/** The sizes that the refusal of a wrong one lists. */
function allowed(family: WorkloadFamily, architecture: "arm64" | "x86_64"): string[] {
  let sizes: string[] = [];
  const check = (holds: boolean, _argument: string, requirement: string) => {
    if (holds) return;
    sizes = /one of (.*) for/.exec(requirement)?.[1]?.split(", ") ?? [];
    throw new Error("refused");
  };
  assert.throws(() => readServerType(check, { family, size: "none" }, architecture), { message: "refused" });
  return sizes;
}
