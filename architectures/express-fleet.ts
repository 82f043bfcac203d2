import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { architecture } from "./architecture";
import { architectureOf, fleetImage, imagePipeline } from "./express-fleet/image";
import { reachable, scaleOn, scalingOf } from "./express-fleet/scale-on";
import { source } from "./express-fleet/source";
import { userDataOf } from "./express-fleet/user-data";
import { domainOrPlainHttp } from "./settings/domain";
import { image } from "./settings/image";
import { mutualTlsNeedsDomain } from "./settings/mutual-tls";
import { wholeNumber } from "./settings/whole-number";
import { createWebApp, webAppShape } from "./web-app";

const {
  scaling: _scaling,
  userData: _userData,
  appProtocol: _protocol,
  protocolVersion: _version,
  targetControlPort: _control,
  ...shape
} = webAppShape;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default express-fleet */
    name: z.string().default("express-fleet"),
    ...scaleOn,
    /** The major version of Node, of those with long-term support that Amazon Linux 2023 packages. @default 24 */
    nodeVersion: z.literal([22, 24]).default(24),
    /** An application of your own. @default the one of this folder, with /home, /health and /load */
    source: source.optional(),
    /**
     * An image of its own, with Node, pm2 and the application on it, which EC2 Image Builder builds, tests, copies and
     * shares: its servers are up in seconds. The first one takes about half an hour, for which `up` does not wait: until
     * then, and wherever an image does not hold the newest application, servers install as they boot.
     *
     * @default none
     */
    image: image.optional(),
    ...shape,
    /** The TCP port of the application, which runs without root's rights. @default 3005 */
    appPort: wholeNumber(1024, ", as the application does not run as root").default(3005),
  })
  .superRefine(domainOrPlainHttp("express-fleet"))
  .superRefine(mutualTlsNeedsDomain)
  .superRefine(reachable)
  .superRefine(({ ami, network, instanceSubnets, image }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (ami?.type === "ubuntu") refuse(["ami"], "must be Amazon Linux 2023, whose packages have Node, got ubuntu");
    if (network?.type === "existing" || network?.nat !== "none") return;
    if (image) refuse(["network", "nat"], "must not be none with an image, which is built in private subnets");
    if (instanceSubnets === "public") return;
    refuse(["network", "nat"], "must not be none where instanceSubnets is private: servers install from npm");
  });

export const expressFleet = architecture({
  description:
    "Route 53 → WAF → ALB → auto-scaled EC2: Express on Node under pm2, by CPU, network or requests per target",
  settings,
  create({ scaleOn, scaleTarget, nodeVersion, source, image, ...app }) {
    const { name, appPort, ami: parent, instanceTypes, healthCheck } = app;
    const server = { nodeVersion, appPort, source };
    const baked = image && fleetImage(server);
    const place = { parent, architecture: architectureOf(instanceTypes), appPort, healthPath: healthCheck?.path };
    const { url, ...outputs } = createWebApp({
      ...app,
      scaling: [scalingOf(scaleOn, scaleTarget)],
      userData: baked ? baked.boot : userDataOf(server),
      ...(baked && { image: (network) => imagePipeline(name, baked, image, { network, ...place }) }),
    });
    return {
      url: pulumi.interpolate`${url}/home`,
      loadUrl: pulumi.interpolate`${url}/load?seconds=300`,
      ...outputs,
    };
  },
});
