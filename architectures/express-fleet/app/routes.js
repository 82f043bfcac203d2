const defaultSeconds = 10;
const mostSeconds = 300;

export function home(host) {
  return { status: 200, body: { greeting: `Hello from ${host}` } };
}

export function health() {
  return { status: 200, body: { status: "ok" } };
}

/** Burns one CPU for a while. It answers at once: a load balancer gives up on what takes more than 60 s. */
export function load(text, burner) {
  const seconds = text === undefined ? defaultSeconds : Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > mostSeconds) {
    const error = `seconds must be a whole number from 1 to ${mostSeconds}, got ${JSON.stringify(text)}`;
    return { status: 400, body: { error } };
  }
  // The next request comes over a new connection, which pm2 gives to its next process, and so to another CPU.
  const connection = "close";
  if (burner.secondsLeft > 0) {
    const headers = { connection, "retry-after": String(burner.secondsLeft) };
    // Not 503, which would count as a failing server.
    return { status: 429, headers, body: { error: `busy for ${burner.secondsLeft} s: one at a time on each CPU` } };
  }
  burner.start(seconds);
  return { status: 202, headers: { connection }, body: { burning: seconds } };
}
