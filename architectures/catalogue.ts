import * as pulumi from "@pulumi/pulumi";
import { closest } from "fastest-levenshtein";
import type { z } from "zod";
import { ArgumentError } from "../components/argument-checks";
import type { Architecture, Outputs } from "./architecture";
import { asSetting, checkSettings } from "./settings/check";

/**
 * Every architecture, by the name that a stack file gives. Each is loaded when it is named: a stack does not pay for the
 * SDKs of the others. (`import()` would need a loader of its own under tsx; the program is CommonJS.)
 */
export const architectures: Readonly<Record<string, () => Architecture>> = {
  "account-baseline": () => (require("./account-baseline") as typeof import("./account-baseline")).accountBaseline,
  "beanstalk-app": () => (require("./beanstalk-app") as typeof import("./beanstalk-app")).beanstalkApp,
  "container-web": () => (require("./container-web") as typeof import("./container-web")).containerWeb,
  "ecommerce-day": () => (require("./ecommerce-day") as typeof import("./ecommerce-day")).ecommerceDay,
  "express-fleet": () => (require("./express-fleet") as typeof import("./express-fleet")).expressFleet,
  "four-servers": () => (require("./four-servers") as typeof import("./four-servers")).fourServers,
  "hello-server": () => (require("./hello-server") as typeof import("./hello-server")).helloServer,
  inspection: () => (require("./inspection") as typeof import("./inspection")).inspection,
  microservices: () => (require("./microservices") as typeof import("./microservices")).microservices,
  "path-routing": () => (require("./path-routing") as typeof import("./path-routing")).pathRouting,
  "react-flask": () => (require("./react-flask") as typeof import("./react-flask")).reactFlask,
  "shared-files": () => (require("./shared-files") as typeof import("./shared-files")).sharedFiles,
  "static-ip": () => (require("./static-ip") as typeof import("./static-ip")).staticIp,
  "static-site": () => (require("./static-site") as typeof import("./static-site")).staticSite,
  streaming: () => (require("./streaming") as typeof import("./streaming")).streaming,
  "web-app": () => (require("./web-app") as typeof import("./web-app")).webApp,
  "weighted-release": () => (require("./weighted-release") as typeof import("./weighted-release")).weightedRelease,
};

const KEYS = ["architecture", "settings", "environment", "exemptions", "logs"];

/** The planner's own, for which no stack file has a use: settings that were written for another architecture. */
const KEPT = "kept";

/**
 * Makes the architecture that the stack file names, with its settings, and returns the stack's outputs.
 *
 * @throws RunError with one sentence when the stack file names no architecture that there is, or settings that it lacks
 */
export function createArchitecture(): Outputs {
  for (const key of Object.keys(pulumi.runtime.allConfig())) checkKey(key);
  const config = new pulumi.Config("tierwork");
  const name = config.get("architecture");
  const names = Object.keys(architectures);
  if (name === undefined) {
    throw new pulumi.RunError(`the stack file must set tierwork:architecture to one of: ${names.join(", ")}`);
  }
  const found = Object.hasOwn(architectures, name) ? architectures[name] : undefined;
  if (!found) {
    throw new pulumi.RunError(`there is no architecture "${name}"; did you mean "${closest(name, names)}"?`);
  }
  const { settings, create } = found();
  const outputs = saidOfSettings(settings, config, () => create(checkSettings(name, settings, config)));
  // What a stack does not have, such as a topic without alarms, is no output of it.
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}

/** Components speak of their arguments; who wrote a stack file knows its settings. */
function saidOfSettings(schema: z.ZodType, config: pulumi.Config, make: () => Outputs): Outputs {
  try {
    return make();
  } catch (error) {
    throw error instanceof ArgumentError ? asSetting(error, schema, config) : error;
  }
}

function checkKey(key: string): void {
  const [namespace, own = ""] = key.split(":");
  if (namespace !== "tierwork" || KEYS.includes(own) || own === KEPT) return;
  throw new pulumi.RunError(
    `the stack file sets "${key}", which nothing reads; did you mean "tierwork:${closest(own, KEYS)}"?`,
  );
}
