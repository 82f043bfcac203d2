import { z } from "zod";

const count = z.number();
const text = z.string();
const texts = z.array(text).optional();
const named = z.record(text, z.array(text)).optional();

/** Which requests are meant; without any of these, all that are nobody else's. */
export const conditions = {
  hosts: texts,
  paths: texts,
  headers: named,
  methods: texts,
  queryStrings: named,
  sourceIps: texts,
  priority: count.optional(),
};

const replacement = z.strictObject({ regex: text, replace: text });

/** What is changed of requests on their way to servers. */
export const rewrite = z.strictObject({ url: replacement.optional(), host: replacement.optional() });

const action = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("redirect"),
    protocol: z.enum(["HTTP", "HTTPS"]).optional(),
    host: text.optional(),
    port: count.optional(),
    path: text.optional(),
    query: text.optional(),
    statusCode: z.literal([301, 302]).optional(),
  }),
  z.strictObject({
    type: z.literal("fixedResponse"),
    statusCode: count,
    body: text.optional(),
    contentType: z
      .enum(["text/plain", "text/css", "text/html", "application/javascript", "application/json"])
      .optional(),
  }),
]);

/** Requests that the load balancer answers by itself, by a name of yours. */
export const routes = z.record(text, z.strictObject({ ...conditions, action }));
