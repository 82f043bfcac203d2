/** The container's own health check: ends with 0 while the server is well. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/health`, {
  signal: AbortSignal.timeout(2000),
});
process.exit(answer.ok ? 0 : 1);
