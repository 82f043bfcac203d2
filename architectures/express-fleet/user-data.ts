import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { userData } from "../settings/user-data";
import type { Source } from "./source";

type UserDataSettings = z.output<typeof userData>;

/** What a server of the fleet is told. */
export interface FleetServer {
  /** The major version of Node. */
  readonly nodeVersion: number;
  /** The TCP port of the application. */
  readonly appPort: number;
  /** @default the application of this folder */
  readonly source?: Source;
}

/** The version of pm2 that servers install. */
export const pm2Version = "7.0.4";

const folder = "/srv/express-fleet";
const applicationFiles = ["burn.js", "burner.js", "package.json", "routes.js", "server.js"];
const read = (...path: string[]) => readFileSync(join(__dirname, ...path));

/**
 * Installs Node, pm2 and the application, and has systemd keep pm2 running, and pm2 the application: a process for each
 * CPU. Names of packages and programs: https://docs.aws.amazon.com/linux/al2023/ug/nodejs.html
 */
export function userDataOf({ nodeVersion, appPort, source }: FleetServer): UserDataSettings {
  const node = `nodejs${nodeVersion}`;
  return {
    packages: [node, `${node}-npm`, ...(source ? ["git-core"] : [])],
    users: ["express"],
    environment: { NODE_ENV: "production", PORT: String(appPort) },
    files: {
      "/etc/express-fleet.json": { content: processes(source?.script ?? "server.js") },
      "/etc/systemd/system/express-fleet.service": { content: read("express-fleet.service").toString() },
      ...(source ? {} : application()),
    },
    commands: [
      `alternatives --set node /usr/bin/node-${nodeVersion}`,
      `npm-${nodeVersion} install --global --prefix /opt/pm2 --ignore-scripts --no-audit --no-fund pm2@${pm2Version}`,
      `install -d -o express -g express ${folder}`,
      // What others wrote runs as a user that may do nothing else.
      `as_express() { runuser -u express -- env --chdir=${folder} HOME=${folder} "$@"; }`,
      ...(source ? cloning(source) : [lockfile()]),
      `as_express npm-${nodeVersion} ci --omit=dev --no-audit --no-fund`,
    ],
    units: { "express-fleet.service": "enabled" },
  };
}

/** https://pm2.keymetrics.io/docs/usage/application-declaration/ */
function processes(script: string): string {
  const app = {
    name: "express-fleet",
    cwd: folder,
    script,
    exec_mode: "cluster",
    instances: "max",
    // Milliseconds for what has begun, once it is told to stop.
    kill_timeout: 30_000,
    // The journal has all.
    out_file: "/dev/null",
    error_file: "/dev/null",
    // Nothing of pm2's own is loaded into it.
    pmx: false,
  };
  return `${JSON.stringify({ apps: [app] }, null, 2)}\n`;
}

function application(): UserDataSettings["files"] {
  return Object.fromEntries(
    applicationFiles.map((file) => [`${folder}/${file}`, { content: read("app", file).toString() }]),
  );
}

/**
 * The lockfile is longer than user data may be. It is kept compressed beside the application, and not compressed here: how
 * short it gets depends on the machine, and would start every server anew with whoever runs `up`.
 */
function lockfile(): string {
  return `base64 -d <<< ${read("package-lock.json.gz").toString("base64")} | gunzip > ${folder}/package-lock.json`;
}

/** Fetches a tag, a branch or a commit alike. */
function cloning({ repository, ref }: Source): string[] {
  return [
    "as_express git init --quiet",
    `as_express git fetch --quiet --depth 1 ${repository} ${ref}`,
    "as_express git checkout --quiet --force FETCH_HEAD",
  ];
}
