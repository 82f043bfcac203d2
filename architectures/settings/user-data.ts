import { z } from "zod";

const text = z.string();

const service = z.strictObject({
  execStart: text,
  description: text.optional(),
  user: text.optional(),
  workingDirectory: text.optional(),
  after: z.array(text).optional(),
  restart: z.enum(["always", "on-failure", "no"]).optional(),
});

/** What a server does as it boots for the first time. */
export const userData = z.strictObject({
  packages: z.array(text).optional(),
  users: z.array(text).optional(),
  environment: z.record(text, text).optional(),
  files: z.record(text, z.strictObject({ content: text, owner: text.optional(), mode: text.optional() })).optional(),
  commands: z.array(text).optional(),
  units: z.record(text, z.union([z.literal("enabled"), service])).optional(),
});
