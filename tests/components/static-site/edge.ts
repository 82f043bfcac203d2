import { runInNewContext } from "node:vm";

/** What a visitor asks for, as CloudFront hands it to a function. */
export interface Request {
  readonly uri: string;
  readonly host?: string;
  readonly querystring?: Record<string, { value: string; multiValue?: { value: string }[] }>;
}

/** What a function makes of a request: another path to look for, or an answer. */
export interface Outcome {
  readonly uri?: string;
  readonly statusCode?: number;
  readonly statusDescription?: string;
  readonly headers?: Record<string, { value: string }>;
}

/** Runs the code of a CloudFront function with a key-value store that holds these keys. */
export function edge(code: string, store: Readonly<Record<string, string>>): (request: Request) => Promise<Outcome> {
  const get = async (key: string) => {
    const value = store[key];
    if (value === undefined) throw new Error(`there is no key ${key}`);
    return value;
  };
  // Node loads no modules into a context; the import is the one line that cannot run.
  const script = code.replace(/^import cf from "cloudfront";$/m, "");
  const handler = runInNewContext(`${script}\nhandler`, { cf: { kvs: () => ({ get }) } });
  return async ({ uri, host = "example.com", querystring = {} }) => {
    const request = { method: "GET", uri, querystring, headers: { host: { value: host } }, cookies: {} };
    const outcome = await handler({ version: "1.0", context: { eventType: "viewer-request" }, request });
    // What a context makes has prototypes of its own.
    return JSON.parse(JSON.stringify(outcome));
  };
}
