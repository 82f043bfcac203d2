import { z } from "zod";

/** A public git repository with an application of your own, which listens on `PORT` and has a package-lock.json. */
export const source = z.strictObject({
  /** Its address, e.g. `https://github.com/expressjs/hello.git`. Servers reach it over HTTPS, without a password. */
  repository: z
    .string()
    .regex(
      /^https:\/\/[A-Za-z0-9.-]+(:\d+)?(\/[\w.~-]+)+$/,
      "must be the https address of a git repository that anyone may read, without a user or a password",
    ),
  /** A tag, a full commit hash, or a branch: then a server that starts later may have a later version. */
  ref: z.string().regex(/^[A-Za-z0-9](?!.*\.\.)[\w./-]*$/, "must be a tag, a full commit hash or a branch"),
  /** The file that starts it. @default server.js */
  script: z
    .string()
    .regex(/^\w(?!.*\.\.)[\w./-]*\.[cm]?js$/, "must be a JavaScript file of the repository such as server.js")
    .default("server.js"),
});

export type Source = z.output<typeof source>;
