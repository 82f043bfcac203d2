import { createServer } from "node:http";
import { hostname } from "node:os";

/**
 * The application behind beanstalk-app. As a web tier it greets at `/` and answers the health check at `/health`; as a
 * worker tier it takes the messages that Elastic Beanstalk's daemon posts to it. It logs a line of JSON for each request
 * to stdout, which goes to CloudWatch, and on SIGTERM it finishes what it has begun.
 *
 * The platform's nginx stands before it, on the same instance, and PORT says where it expects it:
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/nodejs-platform-proxy.html
 */
const port = Number(process.env.PORT ?? 8080);
const mostBytes = 256 * 1024;

const server = createServer(async (request, response) => {
  const started = performance.now();
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  response.once("finish", () => {
    const { method } = request;
    log({ method, path: pathname, status: response.statusCode, milliseconds: Math.round(performance.now() - started) });
  });
  if (request.method === "POST") return takeMessage(request, response, pathname);
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, { error: "GET or POST" });
  if (pathname === "/health") return send(response, 200, { status: "ok" });
  if (pathname === "/")
    return send(response, 200, { greeting: `Hello from ${hostname()}`, database: process.env.RDS_HOSTNAME ?? "none" });
  return send(response, 404, { error: `nothing is at ${pathname}` });
});

/** A worker answers 200 once it is done with a message: anything else makes the daemon try again. */
async function takeMessage(request, response, path) {
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) return send(response, 413, { error: `a message has at most ${mostBytes} bytes` });
  }
  const { "x-aws-sqsd-msgid": id, "x-aws-sqsd-taskname": task } = request.headers;
  log({ message: id ?? "none", task: task ?? "none", path, bytes: size });
  send(response, 200, { taken: size });
}

function send(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}

function log(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

server.listen(port, () => process.stdout.write(`listening on ${server.address().port}\n`));
