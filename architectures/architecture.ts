import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";

/** The outputs of a stack, by name. */
export type Outputs = Record<string, pulumi.Input<unknown>>;

/** One architecture of the documents: what a stack file may set, and what is made of it. */
export interface Architecture<Schema extends z.ZodType = z.ZodType> {
  /** Its flow in one line: "Route 53 → ALB → auto-scaled EC2". */
  readonly description: string;
  /** What `tierwork:settings` may hold. Shapes are checked here; what AWS allows is checked by the components. */
  readonly settings: Schema;
  /** Composes components. */
  create(settings: z.output<Schema>): Outputs;
}

/** Gives an architecture's literal its type, so that `create` knows its settings. */
export function architecture<Schema extends z.ZodType>(definition: Architecture<Schema>): Architecture<Schema> {
  return definition;
}
