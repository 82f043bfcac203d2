import { createServer } from "node:http";
import { hostname } from "node:os";

/**
 * The page behind container-web. `/` greets, `/health` answers the load balancer and the container's own health check.
 * On SIGTERM, which ECS and Kubernetes send before they stop a container, it fails its health check, takes no new
 * connections, finishes what it has begun, and ends.
 */
const port = Number(process.env.PORT ?? 8080);
let draining = false;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (draining) response.setHeader("connection", "close");
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(response, 405, { error: "only GET is known here" });
  if (pathname === "/health") return send(response, draining ? 503 : 200, { status: draining ? "draining" : "ok" });
  if (pathname === "/")
    return send(response, 200, { greeting: `Hello from ${hostname()}`, version: process.env.VERSION ?? "1" });
  return send(response, 404, { error: `nothing is at ${pathname}` });
});

function send(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}

// A load balancer reuses idle connections for 60 s: one that we close first would answer a request with a 502.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    draining = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

server.listen(port, () => process.stdout.write(`listening on ${server.address().port}\n`));
