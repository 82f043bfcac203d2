import { createServer } from "node:http";

/**
 * The orders service of microservices: a container that only the function and the API's VPC link can reach.
 * `GET /orders` lists, `GET /orders/ID` shows one, `/health` answers health checks; SIGTERM drains.
 */
const orders = new Map([
  ["1", { id: "1", item: "book", quantity: 2 }],
  ["2", { id: "2", item: "pencil", quantity: 12 }],
]);
let draining = false;

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (draining) response.setHeader("connection", "close");
  if (pathname === "/health") return send(response, draining ? 503 : 200, { status: draining ? "draining" : "ok" });
  if (request.method !== "GET") return send(response, 405, { error: "only GET is known here" });
  if (pathname === "/orders") return send(response, 200, [...orders.values()]);
  const order = orders.get(/^\/orders\/([^/]+)$/.exec(pathname)?.[1] ?? "");
  return order ? send(response, 200, order) : send(response, 404, { error: `nothing is at ${pathname}` });
});

function send(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}

server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    draining = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}

server.listen(Number(process.env.PORT ?? 8080), () => process.stdout.write(`listening on ${server.address().port}\n`));
