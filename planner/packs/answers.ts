import type { ServiceError } from "@grpc/grpc-js";
import type { AnalyzeDiagnostic } from "@pulumi/pulumi/proto/analyzer_pb";
import { verdictOf } from "../../policies/catalogue";
import type { Finding } from "../finding";
import { PolicyError } from "../judge";
import { LEVELS, SEVERITIES } from "./policies";

/** What the SDK says when a policy or a remediation reads what preview cannot know. */
const UNKNOWN_READ = /^can't run (?:policy|remediation) '[^']*' from policy pack '[^']*' during preview: /;

/**
 * What a pack says, as a finding.
 *
 * @param pack the pack's name, which stands before those of its policies
 * @param asked the resource that it was asked about; without one it speaks of the stack
 */
export function findingOf(pack: string, said: AnalyzeDiagnostic, asked?: string): Finding {
  const urn = said.getUrn() || asked;
  const level = LEVELS[said.getEnforcementlevel()] === "advisory" ? "advisory" : "mandatory";
  const severity = SEVERITIES[said.getSeverity()];
  const message = said.getMessage();
  return {
    policy: `${pack}/${said.getPolicyname()}`,
    ...(severity && { severity }),
    level,
    ...(level === "advisory" ? advice(message) : { verdict: "denied", message }),
    ...(urn !== undefined && { urn }),
  };
}

/** What a remediation says that could not run. */
export function unremediated(pack: string, policy: string, diagnostic: string, urn: string): Finding {
  return { policy: `${pack}/${policy}`, level: "advisory", ...advice(diagnostic), urn };
}

function advice(message: string): Pick<Finding, "verdict" | "message"> {
  if (!UNKNOWN_READ.test(message)) return { verdict: verdictOf(message), message };
  return { verdict: "undecided", message: message.replace(UNKNOWN_READ, "undecided at preview: ") };
}

/** The SDK answers with the stack of what a policy threw, under a line that names the policy. */
const THROWN = /^Error \w+ resource with (?:policy|remediation) '(?<policy>[^']*)' from policy pack '[^']*':\n/;

/** A policy that failed: the engine would fail the deployment. */
export function failureOf(pack: string, error: unknown, urn: string | undefined): unknown {
  const { details } = error as Partial<ServiceError>;
  if (typeof details !== "string") return error;
  const policy = THROWN.exec(details)?.groups?.policy;
  const thrown = details.replace(THROWN, "");
  // The message of the error, which may have several lines, without the stack.
  const reason = (thrown.split(/\n\s+at /)[0] ?? "").replace(/^(?:Uncaught )?\w*Error: /, "").trim();
  const who = policy === undefined ? `the policy pack ${pack}` : `policy ${pack}/${policy}`;
  return new PolicyError(`${who} failed${urn ? ` on ${urn}` : ""}: ${reason}`);
}
