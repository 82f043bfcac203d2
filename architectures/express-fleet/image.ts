import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { ImagePipeline } from "../../components/image-pipeline";
import type { NetworkRef } from "../../components/network-ref";
import type { InstanceTypes } from "../../components/server-group/instance-types";
import { type Architecture, architectureOfType, type MachineImage } from "../../components/server-group/machine-image";
import { script } from "../../components/user-data/script";
import type { image } from "../settings/image";
import { type FleetServer, userDataOf } from "./user-data";

const testScript = readFileSync(join(__dirname, "image", "test.sh"), "utf8");

/** Which application a server's image holds. */
const versionFile = "/etc/express-fleet.version";

/** What an image is made of, and the user data of servers that boot from it or from one before it. */
export interface FleetImage {
  /** Bash that makes a server of the parent. */
  readonly install: string;
  /** The same bash, for servers whose image does not hold this very version. */
  readonly boot: string;
  readonly version: string;
}

export function fleetImage(server: FleetServer): FleetImage {
  const install = script(userDataOf(server));
  const version = createHash("sha256").update(install).digest("hex").slice(0, 16);
  const [shebang = "", ...lines] = install.split("\n");
  const held = `if [ "$(cat ${versionFile} 2> /dev/null)" = ${version} ]; then exit 0; fi`;
  return { install, boot: [shebang, held, ...lines].join("\n"), version };
}

/** The pipeline that builds images with Node, pm2 and the application on them, so that servers are up in seconds. */
export function imagePipeline(
  name: string,
  { install, version }: FleetImage,
  settings: z.output<typeof image>,
  { network, parent, architecture, appPort, healthPath = "/health" }: FleetImagePlace,
): ImagePipeline {
  return new ImagePipeline(`${name}-image`, {
    network,
    parent,
    instanceTypes: [architecture === "arm64" ? "t4g.medium" : "t3.medium"],
    ...settings,
    steps: {
      update: { managed: "update-linux" },
      application: { build: [install] },
      version: { build: [`echo ${version} > ${versionFile}`], test: [testOf(appPort, healthPath)] },
    },
  });
}

export interface FleetImagePlace {
  readonly network: NetworkRef;
  /** What images are made from. @default the newest Amazon Linux 2023 */
  readonly parent?: MachineImage;
  /** What the servers are. */
  readonly architecture: Architecture;
  readonly appPort: number;
  /** @default "/health" */
  readonly healthPath?: string;
}

/** What the servers of a fleet are, as far as their types say. */
export function architectureOf(instanceTypes: InstanceTypes | undefined): Architecture {
  if (instanceTypes === undefined) return "arm64";
  if ("architecture" in instanceTypes) return instanceTypes.architecture;
  const [first] = instanceTypes;
  const type = typeof first === "object" ? first.type : first;
  return type === undefined ? "arm64" : architectureOfType(type);
}

function testOf(appPort: number, healthPath: string): string {
  return testScript
    .replace(/^port=.*$/m, `port=${appPort}`)
    .replace(/^path=.*$/m, () => `path='${healthPath.replaceAll("'", "'\\''")}'`);
}
