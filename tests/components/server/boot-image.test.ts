import assert from "node:assert/strict";
import type { ServerArgs } from "../../../components/server";
import { ec2Id } from "../../../planner/stand-ins/setting";
import { instance, refuses, wiki } from "./server";

const windows = { type: "windowsServer", version: "2022" } as const;
const own = { rootDevice: "/dev/sda1", architecture: "arm64" } as const;

describe("what a server boots from", () => {
  // The planner answers a public parameter with an id made of the parameter's name, so the id tells which was read.
  const cases: [string, Partial<ServerArgs>, string][] = [
    ["Amazon Linux, if nothing is said", {}, "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"],
    [
      "Ubuntu",
      { ami: { type: "ubuntu", version: "22.04" } },
      "/aws/service/canonical/ubuntu/server/22.04/stable/current/arm64/hvm/ebs-gp2/ami-id",
    ],
    ["Windows", { ami: windows }, "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base"],
    [
      "Windows without a desktop",
      { ami: { type: "windowsServer", version: "2025", core: true } },
      "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-Base",
    ],
    [
      "what a parameter names",
      { ami: { type: "ssmParameter", name: "/aws/service/ami-own", ...own } },
      "/aws/service/ami-own",
    ],
  ];
  for (const [title, args, parameter] of cases) {
    it(`is ${title}`, async () => assert.equal((await instance(args)).ami, ec2Id("ami", parameter)));
  }

  it("is the newest image of an owner by its name", async () => {
    const { ami } = await instance({ ami: { type: "lookUp", owners: ["self"], name: "wiki-*", ...own } });
    assert.match(String(ami), /^ami-0ff11e/);
  });

  it("stays what it is when there is a newer image, unless said", async () => {
    const ignored = async (args: Partial<ServerArgs>) => (await wiki(args)).get("wiki-instance").options.ignoreChanges;
    const byId = { type: "id", id: "ami-0a1b2c3d4e5f60718", ...own } as const;
    assert.deepEqual(await ignored({}), ["associatePublicIpAddress", "ebsOptimized", "ami"]);
    assert.deepEqual(await ignored({ onNewImage: "replace" }), ["associatePublicIpAddress", "ebsOptimized"]);
    assert.deepEqual(await ignored({ ami: byId }), ["associatePublicIpAddress", "ebsOptimized"]);
  });

  it("has a larger root disk and an Intel type for Windows", async () => {
    const { instanceType, rootBlockDevice } = await instance({ ami: windows });
    assert.deepEqual([instanceType, Object(rootBlockDevice).volumeSize], ["t3.micro", 50]);
  });

  it("runs PowerShell on Windows", async () => {
    const userData = async (text: string) => (await instance({ ami: windows, userData: text })).userData;
    const install = "Install-WindowsFeature -Name Web-Server";
    assert.equal(await userData(install), `<powershell>\n${install}\n</powershell>\n`);
    const whole = `<powershell>${install}</powershell><persist>true</persist>`;
    assert.equal(await userData(whole), whole);
  });

  refuses([
    [
      'ami.owners must be ids of accounts, "self", "amazon" or "aws-marketplace", got []',
      { ami: { type: "lookUp", owners: [], name: "wiki-*", ...own } },
    ],
    [
      'ami.name must be a name such as "shop-web-*", got " "',
      { ami: { type: "lookUp", owners: ["self"], name: " ", ...own } },
    ],
    [
      'ami.architecture must be arm64, which the instance types are, got "x86_64"',
      { ami: { type: "id", id: "ami-1", rootDevice: "/dev/xvda", architecture: "x86_64" }, instanceType: "t4g.micro" },
    ],
    [
      'userData must be a text of PowerShell for Windows, which has no bash, got {"packages":["nginx"]}',
      { ami: windows, userData: { packages: ["nginx"] } },
    ],
    [
      'instanceStorePath must be left out for Windows, which mounts such disks by itself, got "/mnt"',
      { ami: windows, instanceStorePath: "/mnt" },
    ],
  ]);
});
