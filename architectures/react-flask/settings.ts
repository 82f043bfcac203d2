import { z } from "zod";
import { domain, domainOrPlainHttp, tls } from "../settings/domain";
import { network } from "../settings/network";
import { operations } from "../settings/operations";
import { patching } from "../settings/patching";
import { admins, server } from "../settings/server";
import { webAppShape } from "../web-app";
import { source } from "./source";

/** What is the app's own to say, of one server as of a fleet. */
const {
  ami: _ami,
  onNewImage: _image,
  userData: _userData,
  userDataReplaceOnChange: _replace,
  subnet: _subnet,
  ssh: _ssh,
  rdp: _rdp,
  ...oneServer
} = server;
const {
  domain: _domain,
  tls: _tls,
  mutualTls: _mutualTls,
  network: _network,
  ami: _fleetAmi,
  userData: _fleetUserData,
  ssh: _fleetSsh,
  appPort: _port,
  appProtocol: _protocol,
  protocolVersion: _version,
  targetControlPort: _control,
  ...manyServers
} = webAppShape;

export const reactFlaskSettings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default react-flask */
    name: z.string().default("react-flask"),
    /** Where the app is: on one server, or on a fleet behind a load balancer. A change moves it. @default server */
    scale: z.enum(["server", "fleet"]).default("server"),
    /** The folder of an app of your own. @default the one that is beside this file */
    source: source.optional(),
    /** The name under which people reach it, and the hosted zone that holds it. */
    domain: domain.optional(),
    tls: tls.optional(),
    /** @default for one server, a new one of public subnets alone, which costs nothing */
    network: network.optional(),
    ssh: admins.optional(),
    /** What the one server is; a fleet reads none of it. */
    server: z.strictObject({ ...oneServer, patching: patching.optional(), ...operations }).optional(),
    /** What the fleet and its load balancer are; one server reads none of it. */
    fleet: z.strictObject(manyServers).prefault({}),
  })
  .superRefine(domainOrPlainHttp("react-flask"))
  .superRefine(({ scale, domain }, context) => {
    if (scale === "fleet" || !domain?.name.startsWith("*")) return;
    const message = `must be one name for scale: server, as Let's Encrypt asks the server by it, got ${domain.name}`;
    context.addIssue({ code: "custom", path: ["domain", "name"], message });
  });

export type ReactFlask = z.output<typeof reactFlaskSettings>;
