import { hostname } from "node:os";
import express from "express";
import { Burner } from "./burner.js";
import { health, home, load } from "./routes.js";

const burner = new Burner();
let draining = false;

const app = express();
app.disable("x-powered-by");
app.use((_request, response, next) => {
  if (draining) response.set("connection", "close");
  next();
});
app.get("/home", (_request, response) => send(response, home(hostname())));
app.get("/health", (_request, response) => send(response, health()));
app.get("/load", ({ query }, response) => send(response, load(query.seconds, burner)));

function send(response, { status, headers = {}, body }) {
  response.status(status).set(headers).json(body);
}

const server = app.listen(Number(process.env.PORT ?? 3005), (error) => {
  if (error) throw error;
  process.stdout.write(`listening on ${server.address().port}\n`);
});

// A load balancer keeps idle connections for 60 s: one that we closed first would answer a request with a 502.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;

// pm2 sends SIGINT, and others SIGTERM: what has begun is finished, and nothing new is taken.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    draining = true;
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
