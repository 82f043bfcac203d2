import { cpus } from "node:os";
import { rules } from "../policies/catalogue";

/** The line above a table: when, by which Node.js, on how many cores, and with how many policies. */
export function measured(today = new Date()): string {
  const day = today.toISOString().slice(0, 10);
  return `Measured on ${day}, Node ${process.version.slice(1)}, ${cpus().length} cores, with ${rules.length} policies:`;
}
