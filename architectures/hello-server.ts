import { z } from "zod";
import { Network } from "../components/network";
import { Server } from "../components/server";
import { architecture } from "./architecture";
import { courseGreeting, greetingScript } from "./hello-server/greeting";
import { admitting } from "./settings/admitting";
import { dashboard, dashboardOf } from "./settings/dashboard";
import { network } from "./settings/network";
import { server } from "./settings/server";

const { userData: _userData, userDataReplaceOnChange: _replace, ami, subnet: _subnet, rdp: _rdp, ...shape } = server;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default hello */
    name: z.string().default("hello"),
    /** What the server says, one line; `$(hostname -f)` in it is its name. A change replaces the server. */
    greeting: z
      .string()
      .regex(/^[^\p{Cc}]{1,500}$/u, "must be one line of 1 to 500 characters")
      .default(courseGreeting),
    /** Who may reach it over HTTP: ranges of addresses. @default the internet */
    httpFrom: z.array(z.string()).optional(),
    /** @default a new one of public subnets alone, which costs nothing */
    network: network.default({ tiers: ["public"] }),
    ami,
    ...shape,
    dashboard: dashboard.optional(),
  })
  .superRefine(({ ami }, context) => {
    if (ami?.type !== "windowsServer") return;
    context.addIssue({
      code: "custom",
      path: ["ami"],
      message: "must be Amazon Linux or Ubuntu, which have the package",
    });
  });

export const helloServer = architecture({
  description: "internet → internet gateway → one EC2 server: httpd and a greeting",
  settings,
  create({ name, greeting, httpFrom, network, egress = [], dashboard, ...own }) {
    const vpc = new Network(`${name}-net`, admitting(own.ssh?.from ?? [], network));
    // Ubuntu's packages come over HTTP.
    const packages = own.ami?.type === "ubuntu" ? [{ to: "0.0.0.0/0", port: 80 }] : [];
    const server = new Server(
      name,
      {
        network: vpc,
        subnet: "public",
        ingress: [{ port: "http", from: httpFrom ?? "internet" }],
        userData: greetingScript(greeting),
        // The greeting is all that it is.
        userDataReplaceOnChange: true,
        ...own,
        egress: [...packages, ...egress],
      },
      // It installs as it boots, over the internet gateway.
      { dependsOn: vpc },
    );
    return {
      url: server.publicIp.apply((address) => `http://${address}`),
      publicIp: server.publicIp,
      instanceId: server.instanceId,
      alarmTopicArn: server.alarmTopicArn,
      ...dashboardOf(name, dashboard, [server]),
    };
  },
});
