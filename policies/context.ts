import * as pulumi from "@pulumi/pulumi";

/** What the pack knows of the stack that it judges: read from the stack file, the same under engine and planner. */
export interface Context {
  /** `tierwork:environment`; a stack that says nothing is judged as production. */
  readonly environment: "dev" | "prod";
  /** `tierwork:exemptions` as it stands in the stack file: anything, checked where it is read. */
  readonly exemptions: unknown;
  /** The day on which exemptions expire or not, as `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The engine hands the whole stack configuration to a pack's process (`PULUMI_CONFIG`), so the stack file is where a
 * stack says its environment and its exemptions, reviewed with everything else of the stack.
 */
export function readContext(now: Date = new Date()): Context {
  const config = new pulumi.Config("tierwork");
  return {
    environment: config.get("environment") === "dev" ? "dev" : "prod",
    exemptions: readExemptions(config),
    today: now.toISOString().slice(0, 10),
  };
}

function readExemptions(config: pulumi.Config): unknown {
  const text = config.get("exemptions");
  if (text === undefined) return [];
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
