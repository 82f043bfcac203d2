import { z } from "zod";
import { Network } from "../components/network";
import { Server } from "../components/server";
import { architecture } from "./architecture";
import { courseGreeting, greetingPowershell, greetingScript } from "./hello-server/greeting";
import { admitting } from "./settings/admitting";
import { network } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";
import { linuxOf, patchesOf, patching } from "./settings/patching";
import { server } from "./settings/server";

const { userData: _userData, userDataReplaceOnChange: _replace, ami, subnet: _subnet, ...shape } = server;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default hello */
    name: z.string().default("hello"),
    /** What the server says, one line; `$(hostname -f)` in it is its name. A change replaces the server. */
    greeting: z
      .string()
      .regex(/^[^\p{Cc}]{1,500}$/u, "must be one line of 1 to 500 characters")
      .default(courseGreeting),
    /**
     * What the server runs: Apache on Linux, or IIS on Windows Server 2025, which nobody needs Remote Desktop for: Session
     * Manager reaches it, and `rdp.from` opens port 3389 to the ranges that it names. Chosen once: another one also takes
     * another `name`, as a server keeps its image.
     */
    platform: z.enum(["linux", "windows"]).default("linux"),
    /** Who may reach it over HTTP: ranges of addresses. @default the internet */
    httpFrom: z.array(z.string()).optional(),
    /** @default a new one of public subnets alone, which costs nothing */
    network: network.default({ tiers: ["public"] }),
    ami,
    ...shape,
    patching: patching.optional(),
    ...operations,
  })
  .superRefine(({ platform, ami, ssh, rdp }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const isWindows = platform === "windows";
    const fits = ami === undefined || (ami.type === "windowsServer") === isWindows;
    if (!fits && isWindows) refuse("ami", "must be of type windowsServer where platform is windows");
    if (!fits && !isWindows)
      refuse("ami", "must be Amazon Linux or Ubuntu, which have the package, for platform linux");
    if (ssh && isWindows) refuse("ssh", "must be left out where platform is windows, which has rdp");
    if (rdp && !isWindows) refuse("rdp", "must be left out where platform is linux, which has ssh");
  });

/** Windows with a desktop and a web server wants 4 GiB of memory. */
const windows = {
  ami: { type: "windowsServer", version: "2025" },
  instanceType: { family: "general", size: "medium" },
} as const;

export const helloServer = architecture({
  description: "internet → internet gateway → one EC2 server: httpd (or IIS on Windows) and a greeting",
  settings,
  create({ name, greeting, platform, httpFrom, network, egress = [], patching, dashboard, deployWindows, ...own }) {
    const vpc = new Network(`${name}-net`, admitting((own.ssh ?? own.rdp)?.from ?? [], network));
    const isWindows = platform === "windows";
    // Ubuntu's packages come over HTTP.
    const packages = own.ami?.type === "ubuntu" ? [{ to: "0.0.0.0/0", port: 80 }] : [];
    const patched = patchesOf(name, patching, isWindows ? ["windows"] : linuxOf(own.ami));
    const server = new Server(
      name,
      {
        network: vpc,
        subnet: "public",
        ingress: [{ port: "http", from: httpFrom ?? "internet" }],
        userData: isWindows ? greetingPowershell(greeting) : greetingScript(greeting),
        // The greeting is all that it is.
        userDataReplaceOnChange: true,
        ...(isWindows && windows),
        ...own,
        egress: [...packages, ...egress],
        instanceTags: { ...patched.instanceTags, ...own.instanceTags },
        policyArns: { ...patched.policyArns, ...own.policyArns },
      },
      // It installs as it boots, over the internet gateway.
      { dependsOn: vpc },
    );
    return {
      url: server.publicIp.apply((address) => `http://${address}`),
      publicIp: server.publicIp,
      instanceId: server.instanceId,
      alarmTopicArn: server.alarmTopicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [server]),
    };
  },
});
